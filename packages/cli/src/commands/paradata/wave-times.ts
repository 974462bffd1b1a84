import { type InterviewEvent, type InterviewTimes, timesOf } from "@tiltas/analysis/quality";
import { type Instrument, readInstrument } from "@tiltas/instrument/definition";
import { parseInstrumentFiles } from "@tiltas/store/folders";
import { openParadataReader, type Place, type Reader } from "@tiltas/store/open";

/** How long one interview of a wave took. */
export interface WaveInterview {
  readonly response: string;
  readonly language: string;
  readonly instrument: Instrument;
  readonly times: InterviewTimes;
}

/** Times of every kept response of which there are paradata; undefined where none were ever kept. */
export async function waveTimes(
  place: Place,
  reader: Pick<Reader, "findInstrument" | "responsesOfWave">,
  wave: string,
): Promise<WaveInterview[] | undefined> {
  const paradata = await openParadataReader(place);
  if (!paradata) return undefined;
  const events = new Map<string, { instrument: string; events: InterviewEvent[] }>();
  try {
    for await (const { responseId, instrument, events: text } of paradata.batchesOfWave(wave)) {
      const known = events.get(responseId) ?? { instrument, events: [] };
      known.events.push(...(JSON.parse(text) as InterviewEvent[]));
      events.set(responseId, known);
    }
  } finally {
    await paradata.close();
  }
  const instruments = new Map<string, Instrument | undefined>();
  const interviews: WaveInterview[] = [];
  for await (const { responseId: response, language } of reader.responsesOfWave(wave)) {
    const recorded = events.get(response);
    if (!recorded) continue;
    if (!instruments.has(recorded.instrument))
      instruments.set(recorded.instrument, await versionOf(reader, recorded.instrument));
    const instrument = instruments.get(recorded.instrument);
    if (instrument)
      interviews.push({ response, language, instrument, times: timesOf(instrument, recorded.events) });
  }
  return interviews;
}

async function versionOf(
  reader: Pick<Reader, "findInstrument">,
  digest: string,
): Promise<Instrument | undefined> {
  const record = await reader.findInstrument(digest);
  if (!record) return undefined;
  return readInstrument(parseInstrumentFiles(`instruments/${record.id}/${record.version}`, record.files));
}

/** A row as `tiltas pilot report --paradata` reads it: an item or a page, and its time in front of the window. */
export interface TimeRow {
  readonly response: string;
  readonly item?: string;
  readonly page?: string;
  readonly milliseconds: number;
  readonly focused: true;
}

/** Items go by their names, not by the names under which answers are stored. */
export function timeRows(interviews: readonly WaveInterview[]): TimeRow[] {
  return interviews.flatMap(({ response, instrument, times }) => {
    const names = new Map(instrument.items.map(({ name, valueName }) => [valueName ?? name, name]));
    const row = (milliseconds: number) => ({ response, milliseconds, focused: true as const });
    return [
      ...[...times.pages].map(([page, spent]) => ({ page, ...row(spent) })),
      ...[...times.items].flatMap(([stored, spent]) => {
        const item = names.get(stored);
        return item === undefined ? [] : [{ item, ...row(spent) }];
      }),
    ];
  });
}
