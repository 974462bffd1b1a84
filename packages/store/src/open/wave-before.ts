import type { Store, WaveRecord } from "../port/index.ts";

/**
 * The wave from which changes are measured where no analysis plan names one: the newest that had closed when this one
 * opened, of the same study, questionnaire and kind of sample.
 */
export async function waveBefore(
  reader: Pick<Store, "listWaves" | "findInstrument">,
  wave: WaveRecord,
): Promise<WaveRecord | null> {
  const questionnaire = (await reader.findInstrument(wave.instrument))?.id;
  const candidates = (await reader.listWaves())
    .filter(
      ({ study, sample, closes }) => study === wave.study && sample === wave.sample && closes < wave.opens,
    )
    .toSorted((a, b) => (a.closes < b.closes ? 1 : a.closes > b.closes ? -1 : a.id < b.id ? -1 : 1));
  for (const candidate of candidates)
    if ((await reader.findInstrument(candidate.instrument))?.id === questionnaire) return candidate;
  return null;
}
