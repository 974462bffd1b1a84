import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { AnalysisPlan } from "@tiltas/analysis/chain";
import { readPolicies } from "@tiltas/analysis/disclosure";
import { readLattice } from "@tiltas/analysis/lattice";
import { type OtherFigure, readOthers } from "@tiltas/analysis/release";
import { WeightingPlan } from "@tiltas/analysis/weighting";
import { readCsv } from "@tiltas/formats/tables";
import { type Reader, waveBefore } from "@tiltas/store/open";
import type { WaveRecord } from "@tiltas/store/port";

/** The plan that holds for a wave: its newest number, and the standard where that says nothing. */
export async function analysisPlanOf(
  reader: Pick<Reader, "analysisPlans" | "listWaves" | "findInstrument">,
  wave: WaveRecord,
  folder: string,
): Promise<{ readonly plan: AnalysisPlan; readonly previousWave: string | null }> {
  const [own] = await reader.analysisPlans(wave.id);
  const part = async (name: "lattice" | "weighting" | "policies") =>
    JSON.parse(own?.[name] ?? (await readFile(join(folder, `${name}.json`), "utf8"))) as unknown;
  return {
    plan: {
      lattice: readLattice(await part("lattice")),
      weighting: WeightingPlan.parse(await part("weighting")),
      policies: readPolicies(await part("policies")),
      otherMargins: await otherMarginsIn(join(folder, "margins")),
      others: await othersIn(join(folder, "others.csv")),
    },
    previousWave: await previousWaveOf(reader, wave),
  };
}

/** The wave that changes are measured from: as the plan says, or, where nobody wrote one, the newest that had closed before. */
export async function previousWaveOf(
  reader: Pick<Reader, "analysisPlans" | "listWaves" | "findInstrument">,
  wave: WaveRecord,
): Promise<string | null> {
  const [own] = await reader.analysisPlans(wave.id);
  return own ? own.previousWave : ((await waveBefore(reader, wave))?.id ?? null);
}

/** Each part as the chain would read it. @throws with the field that is not understood */
export function readPlanParts(parts: {
  readonly lattice: unknown;
  readonly weighting: unknown;
  readonly policies: unknown;
}): void {
  if (parts.lattice !== null) readLattice(parts.lattice);
  if (parts.weighting !== null) WeightingPlan.parse(parts.weighting);
  if (parts.policies !== null) readPolicies(parts.policies);
}

async function otherMarginsIn(folder: string): Promise<AnalysisPlan["otherMargins"]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".csv")).toSorted();
  const files = names.map(
    async (name) => [name.slice(0, -4), readCsv(await readFile(join(folder, name), "utf8"))] as const,
  );
  return Object.fromEntries(await Promise.all(files));
}

async function othersIn(file: string): Promise<readonly OtherFigure[]> {
  const csv = await readFile(file, "utf8").catch(() => null);
  if (csv === null) return [];
  const { rows, lines } = readCsv(csv);
  return readOthers(rows, lines);
}
