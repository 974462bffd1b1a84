import type { Reader } from "@tiltas/store/open";
import type { WaveRecord } from "@tiltas/store/port";
import { createInstruments } from "./instruments.ts";

/** The versions on which a wave was asked, newest first, and the indicators it names. For worker threads. */
export async function instrumentsOfWave(
  reader: Reader,
  { instrument, earlierInstruments, indicators: named }: WaveRecord,
) {
  const known = createInstruments(reader);
  const versions = await Promise.all([instrument, ...earlierInstruments].map((digest) => known.find(digest)));
  const published = versions.filter((version) => version !== undefined);
  const indicators = published[0]?.indicatorSets.find(({ number }) => number === named);
  if (!indicators) throw new Error("The wave names indicators that its instrument does not hold.");
  return {
    instruments: published.map(({ instrument }) => instrument),
    indicators: { set: indicators.set, digest: indicators.digest },
  };
}
