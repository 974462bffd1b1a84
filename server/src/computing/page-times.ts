import { type InterviewEvent, timesOf } from "@tiltas/analysis/quality";
import type { ResponseQuality } from "@tiltas/contract/quality";
import type { Instrument } from "@tiltas/instrument/definition";
import { openParadataReader, type Place } from "@tiltas/store/open";
import type { ParadataBatchRecord } from "@tiltas/store/port";

type PageTime = ResponseQuality["times"][number];

/** Interviews that are looked at: quantiles of so many are sharp enough. */
const lookedAtMost = 20_000;
/** Fewer on a page say nothing, and could point to somebody. */
const fewest = 20;

/** How long pages take, in the order of the version; empty where paradata cannot be read. */
export async function pageTimesOf(
  place: Place,
  wave: string,
  instruments: readonly Instrument[],
): Promise<readonly PageTime[]> {
  const paradata = await openParadataReader(place).catch(() => undefined);
  if (!paradata) return [];
  try {
    return await timesOnPages(paradata.batchesOfWave(wave), instruments);
  } finally {
    await paradata.close();
  }
}

/** @param batches by response and number */
export async function timesOnPages(
  batches: AsyncIterable<Pick<ParadataBatchRecord, "responseId" | "instrument" | "events">>,
  instruments: readonly Instrument[],
): Promise<readonly PageTime[]> {
  const [own] = instruments;
  const known = new Map(instruments.map((instrument) => [instrument.digest, instrument]));
  const spent = new Map<string, number[]>();
  let looked = 0;
  let [response, digest, events]: [string, string, InterviewEvent[]] = ["", "", []];
  const close = () => {
    const instrument = known.get(digest);
    if (!instrument || events.length === 0) return;
    looked++;
    for (const [page, time] of timesOf(instrument, events).pages)
      (spent.get(page) ?? spent.set(page, []).get(page))?.push(time);
  };
  for await (const batch of batches) {
    if (batch.responseId !== response) {
      close();
      if (looked >= lookedAtMost) break;
      [response, digest, events] = [batch.responseId, batch.instrument, []];
    }
    events.push(...(JSON.parse(batch.events) as InterviewEvent[]));
  }
  if (looked < lookedAtMost) close();
  return (own?.pages ?? []).flatMap(({ name, titles }) => {
    const times = (spent.get(name) ?? []).toSorted((one, other) => one - other);
    if (times.length < fewest) return [];
    return [
      {
        page: name,
        label: { ...titles },
        median: secondsAt(times, 0.5),
        slowestTenth: secondsAt(times, 0.9),
      },
    ];
  });
}

/** Milliseconds in order become seconds with one decimal. */
const secondsAt = (times: readonly number[], share: number): number =>
  Math.round((times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0) / 100) / 10;
