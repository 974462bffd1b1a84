import { type Reader, waveBefore } from "@tiltas/store/open";
import type { WaveRecord } from "@tiltas/store/port";

/** The wave that changes are measured from: as the plan says, or, where nobody wrote one, the newest that had closed before. */
export async function previousWaveOf(
  reader: Pick<Reader, "analysisPlans" | "listWaves" | "findInstrument">,
  wave: WaveRecord,
): Promise<string | null> {
  const [own] = await reader.analysisPlans(wave.id);
  return own ? own.previousWave : ((await waveBefore(reader, wave))?.id ?? null);
}
