import type { ResponseUpload } from "@tiltas/contract/responses";
import { anUpload } from "../../server/support/upload.ts";

/** What devices were told is safe: response id to content hash. */
export interface Acknowledged {
  readonly hashes: Map<string, string>;
  /** Receipts of a second or later try of the same response. */
  repeated: number;
  /** Answers that no device should get. */
  readonly strange: string[];
  /** How often which status was answered. */
  readonly statuses: Map<number, number>;
}

/** Devices that post one response after another, and send one again until they hold its receipt. */
export function startClients(
  count: number,
  origin: () => string | undefined,
): { acknowledged: Acknowledged; stop(): Promise<void> } {
  const acknowledged: Acknowledged = {
    hashes: new Map(),
    repeated: 0,
    strange: [],
    statuses: new Map(),
  };
  const state = { stopped: false };
  const running = Array.from({ length: count }, (_, device) =>
    runDevice(device, origin, acknowledged, state),
  );
  return {
    acknowledged,
    async stop() {
      state.stopped = true;
      await Promise.all(running);
    },
  };
}

async function runDevice(
  device: number,
  origin: () => string | undefined,
  acknowledged: Acknowledged,
  state: { stopped: boolean },
) {
  for (let number = 0; !state.stopped; number++) {
    const answers = {
      municipality: "13",
      belonging: number % 11,
      remark: `device ${device}, response ${number}`,
    };
    await deliver(anUpload({ answers }), origin, acknowledged, state);
  }
}

async function deliver(
  upload: ResponseUpload,
  origin: () => string | undefined,
  acknowledged: Acknowledged,
  state: { stopped: boolean },
) {
  const body = JSON.stringify(upload);
  for (let attempt = 0; !state.stopped; attempt++) {
    const receipt = await send(origin(), body, acknowledged.statuses).catch(() => undefined);
    if (receipt === undefined) await pause(20 + 10 * Math.min(attempt, 10));
    else {
      if (receipt.responseId === upload.responseId && receipt.hash === upload.hash)
        acknowledged.hashes.set(upload.responseId, upload.hash);
      else acknowledged.strange.push(JSON.stringify(receipt));
      if (receipt.outcome === "already-stored") acknowledged.repeated += 1;
      return;
    }
  }
}

async function send(
  origin: string | undefined,
  body: string,
  statuses: Map<number, number>,
): Promise<{ responseId?: string; hash?: string; outcome?: string } | undefined> {
  if (origin === undefined) return undefined;
  const answer = await fetch(`${origin}/api/responses`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
    signal: AbortSignal.timeout(10_000),
  });
  const text = await answer.text();
  statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
  return answer.ok ? JSON.parse(text) : undefined;
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
