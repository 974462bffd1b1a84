import { Refusal } from "@tiltas/contract/problems";

/** How many wrong codes are looked up; times in milliseconds. */
export interface TryLimits {
  readonly perSource: { readonly most: number; readonly within: number };
  readonly inAll: { readonly most: number; readonly within: number };
}

const minute = 60_000;
export const codeLimits: TryLimits = {
  perSource: { most: 5, within: 15 * minute },
  inAll: { most: 60, within: minute },
};

/**
 * Receipt codes have 80 bits: nobody guesses one, so a limit protects no answers, and must keep nobody from theirs. It is
 * counted only after the look, and a right code is never held up by what others on the same network do.
 */
export const receiptLimits: TryLimits = {
  perSource: { most: 60, within: minute },
  inAll: { most: Number.POSITIVE_INFINITY, within: minute },
};

/** Where a try comes from. A tablet that has shown its token is counted by itself, and never stands in a queue of strangers. */
export type Source = { readonly address: string } | { readonly device: string };

export interface WrongTries {
  /** Counts a try before it is evaluated, so that many at once count too. @throws too-many-attempts @returns what takes it back: it was right */
  begin(source: Source): () => void;
}

/** Sources remembered at once; the limit over all holds whatever is forgotten. */
const mostSources = 20_000;

export function createWrongTries(limits: TryLimits, clock: () => Date): WrongTries {
  const all: number[] = [];
  const bySource = new Map<string, number[]>();
  return {
    begin(source) {
      const now = clock().getTime();
      const name = "device" in source ? `device ${source.device}` : `address ${networkOf(source.address)}`;
      const own = bySource.get(name) ?? [];
      const counted: (readonly [number[], TryLimits["inAll"]])[] = [[own, limits.perSource]];
      if ("address" in source) counted.push([all, limits.inAll]);
      for (const [times, limit] of counted) refuseMore(times, limit, now);
      for (const [times] of counted) times.push(now);
      bySource.delete(name);
      bySource.set(name, own);
      forgetOldest(bySource);
      return () => {
        for (const [times] of counted) remove(times, now);
      };
    },
  };
}

function refuseMore(times: number[], { most, within }: TryLimits["inAll"], now: number): void {
  while (times[0] !== undefined && times[0] <= now - within) times.shift();
  const [first] = times;
  if (times.length < most || first === undefined) return;
  const seconds = Math.ceil((first + within - now) / 1000);
  throw new Refusal("too-many-attempts", `There were too many wrong codes. Try again in ${seconds} seconds.`);
}

function remove(times: number[], time: number): void {
  const at = times.lastIndexOf(time);
  if (at >= 0) times.splice(at, 1);
}

/** Longest silent first. */
function forgetOldest(bySource: Map<string, number[]>): void {
  const [oldest] = bySource.keys();
  if (bySource.size > mostSources && oldest !== undefined) bySource.delete(oldest);
}

/** One network counts as one source: /24 of IPv4, /48 of IPv6. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  if (plain.includes(".")) return plain.split(".").slice(0, 3).join(".");
  const [head = "", tail] = plain.split("::");
  const groups = head === "" ? [] : head.split(":");
  const filled = tail === undefined ? groups : [...groups, "0", "0", "0"];
  return filled.slice(0, 3).join(":").toLowerCase();
}
