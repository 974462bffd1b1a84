import type { Care as CareShown } from "@tiltas/contract/care";
import { countsFellSince } from "@tiltas/store/care";
import type { Place } from "@tiltas/store/open";
import type { AccessStore, Store } from "@tiltas/store/port";
import { type Look, lookInThread } from "./look-in-thread.ts";
import { nightOf } from "./nights.ts";

export interface CareNeeds {
  readonly place: Place;
  readonly store: Pick<Store, "sweepDrafts">;
  readonly access: Pick<AccessStore, "listEnded" | "removeEnded">;
  readonly paradata: { settle(): Promise<void> };
  /** What was made of answers: removes what has expired, and what holds somebody who withdrew. */
  readonly made?: { sweep(): Promise<void> };
  readonly clock: () => Date;
  /** Other than a thread in tests only. */
  readonly look?: Look;
}

/** What a server does for its data by itself, once a night. */
export interface Care {
  /** What the last look found; null until there was one. */
  latest(): CareShown | null;
  /** What must be said before anybody answers: waves that hold fewer people than they were counted to hold. */
  atStart(): Promise<readonly string[]>;
  /** Sees whether a new night has begun and, once a night, looks after everything. */
  tick(): Promise<void>;
  /** From now on ticks by itself; `say` hears what an operator must know. */
  begin(say: (line: string) => void): void;
  end(): void;
}

/** How often it is seen whether a night has begun, milliseconds. */
const tickEvery = 5 * 60_000;

export function createCare(needs: CareNeeds): Care {
  const { place, clock, look = lookInThread } = needs;
  const stop = new AbortController();
  let say: (line: string) => void = () => {};
  let latest: CareShown | null = null;
  let seen: string | undefined;
  const tick = async () => {
    const now = clock();
    if (seen === nightOf(now)) return;
    seen = nightOf(now);
    await sweep(needs, now).catch(() => say(notSwept));
    try {
      latest = { checkedAt: now.toISOString(), ...(await look(place, now, stop.signal)) };
      for (const line of told(latest)) say(line);
    } catch {
      if (!stop.signal.aborted) say(notChecked);
    }
  };
  let timer: NodeJS.Timeout | undefined;
  return {
    latest: () => latest,
    atStart: async () => (await countsFellSince(place)).map((sentence) => `${sentence} ${next}`),
    tick,
    begin(hear) {
      say = hear;
      timer = setInterval(() => void tick(), tickEvery);
      timer.unref();
    },
    end() {
      clearInterval(timer);
      stop.abort();
    },
  };
}

/** What ends by itself needs nobody to decide: sign-ins that are over, links that ended a month ago, drafts on the move. */
async function sweep({ access, store, paradata, made }: CareNeeds, now: Date): Promise<void> {
  const month = 30 * 86_400_000;
  await access.removeEnded(
    await access.listEnded({ sessions: now, invitations: new Date(now.getTime() - month) }),
  );
  await store.sweepDrafts(now);
  await paradata.settle().catch(() => undefined);
  await made?.sweep();
}

/** Lines for whoever reads the log: how many, and what to do; never an id. */
function told({ findings, due, sentences }: CareShown): readonly string[] {
  const lines: string[] = [];
  if (findings > 0)
    lines.push(`The nightly check found ${findings} responses or files not as acknowledged. ${next}`);
  else lines.push(...sentences);
  if (due.length > 0)
    lines.push(`Past their term: ${due.join(", ")}. List them with: npx tiltas admin retention --dry-run`);
  return lines;
}

const next = "Run: npx tiltas admin verify";
const notChecked = `The nightly check of the data could not be done. ${next}`;
const notSwept = "Sign-ins and links that are over could not be removed; the next night tries again.";
