import { readPolicies } from "../disclosure/index.ts";
import { readLattice } from "../lattice/index.ts";
import { readOthers } from "../release/index.ts";
import { type MarginsFile, WeightingPlan } from "../weighting/index.ts";
import type { AnalysisPlan } from "./input.ts";

/** A file of an analysis plan that is missing or not understood. */
export class PlanFileError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "PlanFileError";
  }
}

/**
 * Reads an analysis plan from its files, by their path inside its folder: `lattice.json`, `weighting.json`,
 * `policies.json`, figures of others in `others.csv`, margins of other sources in `margins/NAME.csv`.
 *
 * @param readCsv rows with the header row as keys, and the lines they stand in
 * @throws PlanFileError naming the file
 */
export function readPlanFiles(
  files: ReadonlyMap<string, string>,
  readCsv: (csv: string) => MarginsFile,
): AnalysisPlan {
  const others = files.get("others.csv");
  return {
    lattice: part(files, "lattice.json", readLattice),
    weighting: part(files, "weighting.json", (json) => WeightingPlan.parse(json)),
    policies: part(files, "policies.json", readPolicies),
    otherMargins: Object.fromEntries(
      [...files].flatMap(([name, text]) => {
        const [, source] = /^margins\/([^/]+)\.csv$/.exec(name) ?? [];
        return source === undefined ? [] : [[source, understood(name, () => readCsv(text))]];
      }),
    ),
    others: others === undefined ? [] : understood("others.csv", () => othersIn(readCsv(others))),
  };
}

const othersIn = ({ rows, lines }: MarginsFile) => readOthers(rows, lines);

function part<Part>(files: ReadonlyMap<string, string>, name: string, read: (json: unknown) => Part): Part {
  const text = files.get(name);
  if (text === undefined)
    throw new PlanFileError(`The analysis plan has no ${name}. Add it, or take the standard plan.`);
  return understood(name, () => read(JSON.parse(text)));
}

function understood<Part>(name: string, read: () => Part): Part {
  try {
    return read();
  } catch (error) {
    const why = error instanceof Error ? firstIssueOf(error) : "it cannot be read";
    throw new PlanFileError(`${name} of the analysis plan is not understood: ${why}`);
  }
}

/** The first place that a schema objects to, rather than all of them as JSON. */
function firstIssueOf(error: Error): string {
  if (!("issues" in error) || !Array.isArray(error.issues)) return error.message;
  const [issue] = error.issues as { readonly path: readonly PropertyKey[]; readonly message: string }[];
  return issue ? `${issue.path.join(".")}: ${issue.message}` : error.message;
}
