import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { AnalysisPlan } from "@tiltas/analysis/chain";
import { readPolicies } from "@tiltas/analysis/disclosure";
import { readLattice } from "@tiltas/analysis/lattice";
import { readOthers } from "@tiltas/analysis/release";
import { WeightingPlan } from "@tiltas/analysis/weighting";
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
 * Reads the analysis plan of an export: `lattice.json`, `weighting.json`, `policies.json`, figures of others in
 * `others.csv`, margins of other sources in `margins/NAME.csv`.
 *
 * @throws CommandError naming the file that is missing or not understood
 */
export function readPlan(folder: string): AnalysisPlan {
  const files = planOfFolder(folder);
  const part = <Part>(name: string, read: (json: unknown) => Part): Part => {
    const text = files.get(name);
    if (text === undefined)
      throw new CommandError(`The plan in "${folder}" has no ${name}. Add it, or take the standard plan.`);
    try {
      return read(JSON.parse(text));
    } catch (error) {
      const why = error instanceof Error ? error.message : "it cannot be read";
      throw new CommandError(`${name} of the plan in "${folder}" is not understood: ${why}`);
    }
  };
  const others = files.get("others.csv");
  return {
    lattice: part("lattice.json", readLattice),
    weighting: part("weighting.json", (json) => WeightingPlan.parse(json)),
    policies: part("policies.json", readPolicies),
    otherMargins: Object.fromEntries(
      [...files].flatMap(([name, text]) => {
        const found = /^margins\/[^/]+\.csv$/.test(name);
        return found ? [[basename(name, ".csv"), readCsv(text)]] : [];
      }),
    ),
    others: others === undefined ? [] : othersIn(others),
  };
}

function othersIn(csv: string): AnalysisPlan["others"] {
  const { rows, lines } = readCsv(csv);
  return readOthers(rows, lines);
}
