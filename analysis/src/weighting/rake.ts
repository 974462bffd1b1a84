import type { DesignRole } from "@tiltas/instrument/definition";
import type { Column } from "../dataset/dataset.ts";
import { diagnose, type WeightDiagnostics } from "./diagnostics.ts";
import type { Margins } from "./margins.ts";
import { type PlacedMargin, placeMargin } from "./placed-margin.ts";

export interface RakeInput {
  /** Weights before raking, one per respondent; left out: 1 for everyone. */
  readonly base?: Float64Array;
  /** The dimension columns (kind "code") by role; every dimension of the margins must be here. */
  readonly columns: ReadonlyMap<DesignRole, Column>;
  readonly margins: Margins;
  /** Stops when every margin is met to this relative gap; 1e-10 when left out. */
  readonly tolerance?: number;
  /** 500 when left out. */
  readonly maximumIterations?: number;
}

export interface Raked {
  readonly weights: Float64Array;
  readonly diagnostics: RakeDiagnostics;
  /** Sentences for the person who weights. */
  readonly notes: readonly string[];
}

export interface RakeDiagnostics extends WeightDiagnostics {
  readonly iterations: number;
  /** Every margin is met to a relative gap below 1e-6. */
  readonly converged: boolean;
  /** Largest |weighted count − margin| / margin, and respondents without a category, by margin. */
  readonly margins: readonly {
    readonly margin: string;
    readonly gap: number;
    readonly withoutCategory: number;
  }[];
}

const convergedBelow = 1e-6;

/**
 * Rakes weights to margins by iterative proportional fitting, margin after margin in file order.
 *
 * Respondents without a category in a margin's dimension keep their weight in that step (factor 1), and the others are
 * fitted to the margin less these respondents' weight spread in proportion to it: as if the missing category were
 * imputed from the margin. Their number is in the diagnostics and in the notes.
 *
 * @throws MarginsError when respondents have a category the margin lacks, or a margin has a category nobody has
 * @source Deming & Stephan (1940), Annals of Mathematical Statistics 11(4); Deville, Särndal & Sautory (1993), JASA 88
 * @agrees R survey::rake and survey::calibrate(calfun = "raking"), tests/reference
 */
export function rake(input: RakeInput): Raked {
  const { margins, tolerance = 1e-10, maximumIterations = 500 } = input;
  const rows = input.base?.length ?? input.columns.values().next().value?.values.length ?? 0;
  const base = input.base ?? new Float64Array(rows).fill(1);
  const placed = margins.margins.map((margin) => placeMargin(margin, margins.total, base, input.columns));
  const weights = scaledTo(margins.total, base);
  let iterations = 0;
  let gaps = placed.map((margin) => gapOf(margin, weights));
  while (Math.max(...gaps) > tolerance && iterations < maximumIterations) {
    for (const margin of placed) fit(margin, weights);
    gaps = placed.map((margin) => gapOf(margin, weights));
    iterations++;
  }
  const diagnostics: RakeDiagnostics = {
    ...diagnose(weights),
    iterations,
    converged: gaps.every((gap) => gap < convergedBelow),
    margins: placed.map(({ id, withoutCategory }, i) => ({ margin: id, gap: gaps[i] ?? 0, withoutCategory })),
  };
  return { weights, diagnostics, notes: [...margins.notes, ...notesOn(diagnostics)] };
}

function scaledTo(total: number, weights: Float64Array): Float64Array {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return weights.map((weight) => (weight / sum) * total);
}

/** Multiplies each cell's weights so that the margin is met; the heart of iterative proportional fitting. */
function fit(margin: PlacedMargin, weights: Float64Array): void {
  const { cellOfRow, shares, total } = margin;
  const { known, unknown } = weightsByCell(margin, weights);
  const factors = known.map((weight, cell) => (shares[cell]! * (total - unknown)) / weight);
  for (let row = 0; row < weights.length; row++) {
    const cell = cellOfRow[row]!;
    if (cell >= 0) weights[row]! *= factors[cell]!;
  }
}

function gapOf(margin: PlacedMargin, weights: Float64Array): number {
  const { known, unknown } = weightsByCell(margin, weights);
  return known.reduce((largest, weight, cell) => {
    const share = margin.shares[cell]!;
    return Math.max(largest, Math.abs((weight + unknown * share) / (share * margin.total) - 1));
  }, 0);
}

function weightsByCell({ cellOfRow, shares }: PlacedMargin, weights: Float64Array) {
  const known = new Float64Array(shares.length);
  let unknown = 0;
  for (let row = 0; row < weights.length; row++) {
    const cell = cellOfRow[row]!;
    if (cell < 0) unknown += weights[row]!;
    else known[cell]! += weights[row]!;
  }
  return { known, unknown };
}

function notesOn({ converged, iterations, margins, extreme }: RakeDiagnostics): string[] {
  const notes: string[] = [];
  if (!converged)
    notes.push(
      `Raking did not meet all margins after ${iterations} rounds; the largest gap is in "${margins.toSorted((a, b) => b.gap - a.gap)[0]?.margin}". Merge small categories of that margin.`,
    );
  for (const { margin, withoutCategory } of margins)
    if (withoutCategory > 0)
      notes.push(
        `Respondents without a category in the margin "${margin}": ${withoutCategory}; they count in it in proportion to the margin.`,
      );
  if (extreme.respondents > 0)
    notes.push(
      `Respondents with more than five times the mean weight: ${extreme.respondents}; together they carry ${(extreme.shareOfTotal * 100).toFixed(1)} % of the total.`,
    );
  return notes;
}
