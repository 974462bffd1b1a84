import type { DesignRole } from "@tiltas/instrument/definition";
import type { Column } from "../dataset/dataset.ts";
import { diagnose, type WeightDiagnostics } from "./diagnostics.ts";
import type { Margins } from "./margins.ts";
import { placeMargin } from "./placed-margin.ts";
import { type Raked, type RakeOptions, rake } from "./rake.ts";
import type { Weighted } from "./weighted.ts";

export interface WeighInput {
  /** Weights before raking, one per respondent; left out: 1 for everyone. */
  readonly base?: Float64Array;
  /** The dimension columns (kind "code") by role; every dimension of the margins must be here. */
  readonly columns: ReadonlyMap<DesignRole, Column>;
  readonly margins: Margins;
  readonly options?: Pick<RakeOptions, "tolerance" | "maximumIterations" | "standardErrors">;
}

export interface Weighed extends Weighted {
  readonly diagnostics: RakeDiagnostics;
}

export interface RakeDiagnostics extends WeightDiagnostics, Pick<Raked, "iterations" | "margins"> {
  /** Every margin is met to a relative gap below 1e-6. */
  readonly converged: boolean;
}

const convergedBelow = 1e-6;

/**
 * Rakes the respondents of a wave to the margins of its file (`rake` says how, and what of missing categories).
 *
 * @throws MarginsError when respondents have a category the margin lacks, or a margin has a category nobody has
 */
export function weighToMargins({ base: given, columns, margins, options }: WeighInput): Weighed {
  const rows = given?.length ?? columns.values().next().value?.values.length ?? 0;
  const base = given ?? new Float64Array(rows).fill(1);
  const placed = margins.margins.map((margin) => placeMargin(margin, base, columns));
  const raked = rake(base, placed, { ...options, total: margins.total, confirmed: true });
  const diagnostics: RakeDiagnostics = {
    ...diagnose(raked.weights),
    iterations: raked.iterations,
    converged: raked.margins.every(({ gap }) => gap < convergedBelow),
    margins: raked.margins,
  };
  return {
    weights: raked.weights,
    adjustment: raked.adjustment,
    converged: diagnostics.converged,
    diagnostics,
    notes: [...margins.notes.map(({ en }) => en), ...raked.notes, ...notesOn(diagnostics)],
  };
}

function notesOn({ extreme }: WeightDiagnostics): string[] {
  return extreme.respondents > 0
    ? [
        `Respondents with more than five times the mean weight: ${extreme.respondents}; together they carry ${(extreme.shareOfTotal * 100).toFixed(1)} % of the total.`,
      ]
    : [];
}
