import { sumsByCode } from "../../numerics/index.ts";
import { diagnose } from "../diagnostics.ts";
import type { Margins } from "../margins.ts";
import type { DesignColumns } from "./design-columns.ts";
import type { JoinedMargin } from "./joined-margin.ts";
import { publicCells } from "./public-cells.ts";
import type { Text } from "./weighting-plan.ts";
import { dimensionNames, joinedBecause } from "./words.ts";

/** Margins before and after, and what an analyst asks of weights; all of it public totals or sums over everybody. */
export interface WeightingSheet {
  readonly total: number;
  readonly margins: readonly {
    readonly name: Text;
    readonly source: string;
    readonly date: string;
    readonly confidence: string;
    readonly cells: readonly {
      readonly label: Text;
      /** People counted, scaled to the total. */
      readonly population: number;
      /** People that the respondents stood for before, those without a category aside. */
      readonly before: number;
      readonly after: number;
      /** Why categories stand together. */
      readonly note: Text | null;
    }[];
  }[];
  /** 1 + CV² of the weights. */
  readonly designEffect: number;
  readonly effectiveRespondents: number;
  /** Weights over their mean, at 0, 5, 25, 50, 75, 95 and 100 per cent. */
  readonly quantiles: readonly number[];
  /** "raking", "raking-trimmed", "calibration" or "post-stratification". */
  readonly method: string;
  readonly notes: readonly Text[];
}

/** What weights did, margin by margin. @param base, weights by row of those inside the population */
export function weightingSheet(
  { total }: Margins,
  margins: readonly JoinedMargin[],
  columns: DesignColumns,
  base: Float64Array,
  weights: Float64Array,
  about: Pick<WeightingSheet, "method" | "notes">,
): WeightingSheet {
  const { designEffect, effectiveRespondents } = diagnose(weights);
  return {
    total,
    margins: margins.map((joined) => ({
      name: nameOf(joined),
      source: joined.margin.sources.join("; "),
      date: joined.margin.referenceDate,
      confidence: joined.margin.confidences.join(", "),
      cells: cellsOf(joined, columns, total, base, weights),
    })),
    designEffect,
    effectiveRespondents,
    quantiles: quantilesOverMean(weights),
    ...about,
  };
}

export function nameOf({ margin: { dimensions } }: Pick<JoinedMargin, "margin">): Text {
  return inBoth((language) => dimensions.map((dimension) => dimensionNames[dimension][language]).join(" × "));
}

function cellsOf(
  joined: JoinedMargin,
  columns: DesignColumns,
  total: number,
  base: Float64Array,
  weights: Float64Array,
): WeightingSheet["margins"][number]["cells"] {
  const { counted, parts, rule } = joined;
  const [before, after] = [base, weights].map((list) => {
    const sums = sumsByCode(counted.cells, counted.counts.length, list);
    const known = sums.reduce((sum, one) => sum + one, 0);
    return sums.map((one) => (one / known) * total);
  }) as [Float64Array, Float64Array];
  return publicCells(joined.respondents).map((cells) => {
    const sum = (list: Float64Array) => cells.reduce((all, cell) => all + list[cell]!, 0);
    const members = cells.flatMap((cell) => parts[cell]!);
    const isJoined = cells.some((cell) => parts[cell]!.length > 1);
    return {
      label: inBoth((language) => members.map((cell) => labelOf(joined, cell, columns, language)).join(", ")),
      population: sum(counted.counts),
      before: sum(before),
      after: sum(after),
      note: isJoined && rule ? joinedBecause(rule.respondents) : null,
    };
  });
}

function labelOf(
  { margin }: JoinedMargin,
  cell: number,
  columns: DesignColumns,
  language: "lt" | "en",
): string {
  return margin.cells[cell]!.codes.map((code, i) => {
    const { codes } = columns.get(margin.dimensions[i]!)!.variable;
    const { labels } = codes.find((one) => String(one.code) === code) ?? {};
    return labels?.[language] ?? labels?.en ?? code;
  }).join(" × ");
}

const shares = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1];

/** Ordered weights over their mean, those at which so large a share of the respondents lies at or below. */
function quantilesOverMean(weights: Float64Array): number[] {
  const sorted = weights.filter((weight) => weight > 0).toSorted();
  const mean = sorted.reduce((sum, weight) => sum + weight, 0) / sorted.length;
  return shares.map((share) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]! / mean);
}

export function inBoth(say: (language: "lt" | "en") => string): Text {
  return { lt: say("lt"), en: say("en") };
}
