import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type AnalysisPlan, readPlanFiles } from "@tiltas/analysis/chain";
import { readCsv } from "@tiltas/formats/tables";
import type { Reader } from "@tiltas/store/open";
import type { WaveRecord } from "@tiltas/store/port";
import { previousWaveOf } from "./previous-wave.ts";

/** The plan that holds for a wave: its newest number, and the standard where that says nothing. */
export async function analysisPlanOf(
  reader: Pick<Reader, "analysisPlans" | "listWaves" | "findInstrument">,
  wave: WaveRecord,
  folder: string,
): Promise<{ readonly plan: AnalysisPlan; readonly previousWave: string | null }> {
  return {
    plan: readPlanFiles(await planFilesOf(reader, wave, folder), readCsv),
    previousWave: await previousWaveOf(reader, wave),
  };
}

/** The same as texts, by their path inside the folder of a plan. */
export async function planFilesOf(
  reader: Pick<Reader, "analysisPlans">,
  { id }: Pick<WaveRecord, "id">,
  folder: string,
): Promise<ReadonlyMap<string, string>> {
  const [own] = await reader.analysisPlans(id);
  const names = (await readdir(folder, { recursive: true }))
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => /\.(json|csv)$/.test(name))
    .toSorted((a, b) => (a < b ? -1 : 1));
  const files = new Map<string, string>();
  for (const name of names) files.set(name, await readFile(join(folder, name), "utf8"));
  for (const part of ["lattice", "weighting", "policies"] as const) {
    const text = own?.[part] ?? null;
    if (text !== null) files.set(`${part}.json`, text);
  }
  return files;
}
