import type { ParadataBatch, ParadataEvent } from "@tiltas/contract/paradata";

/** Where batches lie until the receipt; see device. */
export interface Shelf {
  putParadata(responseId: string, batch: unknown): Promise<void>;
  paradata(responseId: string): Promise<readonly { readonly batch: unknown }[]>;
}

/** The interview that is recorded. */
export type Recorded = Pick<ParadataBatch, "responseId" | "wave" | "instrument">;

export interface Recorder {
  record(kind: ParadataEvent["kind"], about?: Pick<ParadataEvent, "page" | "item" | "language">): void;
  /** Puts what was recorded on the device, in the background. */
  keep(): void;
  /** The interview is over: the last event, and everything goes to the device. */
  finish(about: Pick<ParadataEvent, "page">): void;
}

/** Batches that a response may have, and how many of them hold but a little. */
const batchesAtMost = 50;
const smallBatches = 40;
/** Below what the contract allows in one batch, whose keys must fit into one message. */
const batchSize = 350;
/** At the turn of a page so many are put on the device: what a browser loses that is closed is a page or two. */
const enough = 6;

/**
 * Records what happens, never what is answered, in interview time: the monotonic clock of the device, less the pauses
 * between visits. Never fails and never waits: whatever goes wrong here, the interview goes on.
 *
 * @param clock   milliseconds of a monotonic clock, such as `performance.now`
 * @param before  what happened of this visit before there was a recorder, by the same clock
 */
export function recorderOf(
  recorded: Recorded,
  shelf: Shelf,
  clock: () => number,
  before: readonly ParadataEvent[] = [],
): Recorder {
  const begun = before[0]?.at ?? clock();
  const since = (time: number) => Math.max(0, Math.round(time - begun));
  const earlier = readEarlier(recorded.responseId, shelf);
  let events = before.reduce(
    (all: ParadataEvent[], event) => joined(all, { ...event, at: since(event.at) }),
    [],
  );
  let writing: Promise<unknown> = earlier;

  /** Where somebody looks away again and again, small batches wait for more, so that the server takes them all. */
  const write = async (taken: readonly ParadataEvent[], mayWait: boolean) => {
    const known = await earlier;
    if (mayWait && known.batch >= smallBatches) {
      events = [...taken, ...events];
      return;
    }
    if (known.batch >= batchesAtMost) return;
    known.batch++;
    const timed = taken.map((event) => ({ ...event, at: known.until + event.at }));
    const batch: ParadataBatch = { ...recorded, batch: known.batch, events: timed };
    await shelf.putParadata(recorded.responseId, batch).catch(() => undefined);
  };
  const keep = (isLast = false) => {
    writing = writing.then(async () => {
      const taken = events;
      events = [];
      for (let from = 0; from < taken.length; from += batchSize) {
        const part = taken.slice(from, from + batchSize);
        await write(part, !isLast && part.length < batchSize);
      }
    });
  };
  const record: Recorder["record"] = (kind, about = {}) => {
    events = joined(events, { at: since(clock()), kind, ...about });
    if (events.length >= (kind === "page-shown" ? enough : batchSize)) keep();
  };
  return {
    record,
    keep: () => keep(),
    finish(about) {
      record("finished", about);
      keep(true);
    },
  };
}

/** How far earlier visits came: the number of their batches, and the interview time at which they ended. */
async function readEarlier(responseId: string, shelf: Shelf): Promise<{ batch: number; until: number }> {
  const kept = await shelf.paradata(responseId).catch(() => []);
  const times = kept.flatMap(({ batch }) => timesOf(batch));
  return { batch: kept.length, until: Math.max(0, ...times) };
}

function timesOf(batch: unknown): number[] {
  const events = (batch as Partial<ParadataBatch> | undefined)?.events ?? [];
  return events.map(({ at }) => at);
}

/** Of a run of changes of one item, only the first and the last are kept: typing is not recorded letter by letter. */
function joined(events: ParadataEvent[], event: ParadataEvent): ParadataEvent[] {
  const [first, second] = events.slice(-2);
  const isRun = [first, second, event].every(
    (one) => one?.kind === "answer-changed" && one.item === event.item,
  );
  return isRun ? [...events.slice(0, -1), event] : [...events, event];
}
