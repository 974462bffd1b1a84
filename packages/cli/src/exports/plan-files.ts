import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type AnalysisPlan, PlanFileError, readPlanFiles } from "@tiltas/analysis/chain";
import { readCsv } from "@tiltas/formats/tables";
import { CommandError, readNamedFile } from "../terminal/index.ts";

/** The analysis plan that holds where a wave has none of its own. */
export const standardPlanFolder = join(import.meta.dirname, "../../../../analysis/plan");

/** The files of a plan by their path inside its folder: JSON and CSV. */
export function planOfFolder(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder))
    throw new CommandError(
      `There is no folder "${folder}". Name one with lattice.json, weighting.json and policies.json.`,
    );
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => /\.(json|csv)$/.test(name))
    .toSorted((a, b) => (a < b ? -1 : 1));
  return new Map(names.map((name) => [name, readNamedFile(join(folder, name))]));
}

/**
 * Reads the analysis plan of an export.
 *
 * @throws CommandError naming the file that is missing or not understood
 */
export function readPlan(folder: string): AnalysisPlan {
  try {
    return readPlanFiles(planOfFolder(folder), readCsv);
  } catch (error) {
    if (error instanceof PlanFileError) throw new CommandError(`In "${folder}": ${error.message}`);
    throw error;
  }
}
