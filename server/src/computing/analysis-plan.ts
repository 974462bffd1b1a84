import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type AnalysisPlan, readPlanFiles } from "@tiltas/analysis/chain";
import { readPolicies } from "@tiltas/analysis/disclosure";
import { readLattice } from "@tiltas/analysis/lattice";
import { WeightingPlan } from "@tiltas/analysis/weighting";
import { readCsv } from "@tiltas/formats/tables";
import type { Reader } from "@tiltas/store/open";
import type { WaveRecord } from "@tiltas/store/port";
import { z } from "zod";
import { previousWaveOf } from "./previous-wave.ts";
import type { CheckPlan, Outcomes } from "./task.ts";

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

/** Runs in a worker thread: each part as the chain would read it. @returns the first place that is not understood */
export async function checkPlan({
  lattice,
  weighting,
  policies,
}: CheckPlan): Promise<Outcomes["check-plan"]> {
  try {
    if (lattice !== null) readLattice(lattice);
    if (weighting !== null) WeightingPlan.parse(weighting);
    if (policies !== null) readPolicies(policies);
    return { refused: null };
  } catch (error) {
    const issue = error instanceof z.ZodError ? error.issues[0] : undefined;
    const message = issue?.message ?? (error instanceof Error ? error.message : "It is not understood.");
    return { refused: { path: issue ? `/${issue.path.join("/")}` : "", message } };
  }
}
