import { type InterviewTimes, timesByResponse } from "@tiltas/analysis/quality";
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
  reader: Pick<Reader, "findInstrument" | "findWave" | "responsesOfWave">,
  id: string,
): Promise<WaveInterview[] | undefined> {
  const paradata = await openParadataReader(place);
  const wave = await reader.findWave(id);
  if (!paradata || !wave) return undefined;
  const versions = [wave.instrument, ...wave.earlierInstruments];
  const instruments = await Promise.all(versions.map((digest) => versionOf(reader, digest)));
  const known = new Map(instruments.flatMap((one) => (one ? [[one.digest, one] as const] : [])));
  const times = await timesByResponse(paradata.batchesOfWave(id), known).finally(() => paradata.close());
  const interviews: WaveInterview[] = [];
  for await (const { responseId: response, language } of reader.responsesOfWave(id)) {
    const timed = times.get(response);
    if (timed) interviews.push({ response, language, ...timed });
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
