import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { AnalysisPlan } from "@tiltas/analysis/chain";
import { readPolicies } from "@tiltas/analysis/disclosure";
import { readLattice } from "@tiltas/analysis/lattice";
import { type OtherFigure, readOthers } from "@tiltas/analysis/release";
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
