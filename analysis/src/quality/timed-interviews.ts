import type { Instrument } from "@tiltas/instrument/definition";
import { type InterviewEvent, type InterviewTimes, timesOf } from "./item-times.ts";

/** A batch of paradata as it is kept. */
export interface KeptEvents {
  readonly responseId: string;
  readonly instrument: string;
  /** JSON list of events. */
  readonly events: string;
}

/** Times by response. Of responses whose version is not given nothing is known. */
export async function timesByResponse(
  batches: AsyncIterable<KeptEvents> | Iterable<KeptEvents>,
  instruments: ReadonlyMap<string, Instrument>,
): Promise<Map<string, { readonly instrument: Instrument; readonly times: InterviewTimes }>> {
  const recorded = new Map<string, { instrument: string; events: InterviewEvent[] }>();
  for await (const { responseId, instrument, events } of batches) {
    const known = recorded.get(responseId) ?? { instrument, events: [] };
    known.events.push(...(JSON.parse(events) as InterviewEvent[]));
    recorded.set(responseId, known);
  }
  return new Map(
    [...recorded].flatMap(([response, { instrument: digest, events }]) => {
      const instrument = instruments.get(digest);
      return instrument ? [[response, { instrument, times: timesOf(instrument, events) }] as const] : [];
    }),
  );
}
