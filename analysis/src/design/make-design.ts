import { checkedWeights, weightsFromFractions } from "./base-weights.ts";
import type { Codes } from "./codes.ts";
import type { Design } from "./design.ts";
import { DesignError } from "./design-error.ts";
import { areFractions, type Fractions, fractionsByStratum, fractionsByUnit } from "./fractions.ts";
import { makeSelection, type UnequalProbabilities } from "./make-selection.ts";
import { type CodedStage, codeStages } from "./make-stages.ts";
import type { Stage } from "./stage.ts";

/**
 * What is known of how each row was drawn; every list has one entry per row, in the order of the dataset.
 * Where a sample was drawn in stages, give one list per stage, the first stage first.
 */
export interface DesignInput {
  /** How many people a respondent stands for. Left out: computed from `fpc` as the product of N/n over the stages. */
  readonly weights?: ArrayLike<number>;
  /** Stratum codes; left out: one stratum. At later stages they lie within the units of the stage before. */
  readonly strata?: Codes | readonly Codes[];
  /** Codes of sampled units by stage; left out: every row is a unit of its own. */
  readonly clusters?: Codes | readonly Codes[];
  /**
   * By stage: population size of the row's stratum in units of that stage, or sampling fractions when all are at
   * most 1; with `unequalProbabilities` the probability with which the row's unit was drawn.
   */
  readonly fpc?: ArrayLike<number> | readonly ArrayLike<number>[];
  /** What to do in a stratum with one unit; "fail" when left out. */
  readonly singlePsu?: Design["singlePsu"];
  /** true: `singlePsu` ("adjust", "average") also where only a domain leaves a single unit in a stratum. */
  readonly adjustDomainLonely?: boolean;
  /** true: cluster codes start again in every stratum, so equal codes in two strata are two units. */
  readonly nest?: boolean;
  /** How units with unequal probabilities were drawn without replacement; `fpc` then holds these probabilities. */
  readonly unequalProbabilities?: UnequalProbabilities;
}

/**
 * Turns codes of strata and clusters into a checked design.
 *
 * @throws DesignError weights negative, missing or all zero; lists of different lengths; a unit in two strata
 *   without `nest`; population sizes that vary within a stratum or are smaller than its sample
 */
export function makeDesign(input: DesignInput): Design {
  const columns = {
    strata: byStage(input.strata),
    clusters: byStage(input.clusters),
    fpc: byStage(input.fpc),
  };
  const rows = rowsOf(input.weights, columns);
  const coded = codeStages(rows, columns.strata, columns.clusters, input.nest ?? false);
  refuseTooManySizes(columns.fpc, coded, input.weights === undefined);
  const fractional = areFractions(columns.fpc);
  const fractionsOf = input.unequalProbabilities ? fractionsByUnit : fractionsByStratum;
  const fractions = coded.map((stage, i) => {
    const numbers = columns.fpc[i];
    return numbers && fractionsOf(numbers, stage, fractional);
  });
  const [first, ...later] = coded.map((stage, i) => stageOf(stage, fractions[i]));
  if (!first) throw new RangeError("A design has at least one stage.");
  const selection =
    input.unequalProbabilities && makeSelection(input.unequalProbabilities, first, later.length);
  return {
    kind: "linearised",
    rows,
    weights: input.weights ? checkedWeights(input.weights) : weightsFromFractions(coded, fractions),
    stages: [first, ...later],
    singlePsu: input.singlePsu ?? "fail",
    adjustDomainLonely: input.adjustDomainLonely ?? false,
    ...(selection ? { selection } : {}),
    adjustments: [],
  };
}

/** One list stands for the first stage alone. */
function byStage<Value extends string | number>(
  given: ArrayLike<Value> | readonly ArrayLike<Value>[] | undefined,
): readonly ArrayLike<Value>[] {
  if (given === undefined) return [];
  const several = (one: typeof given): one is readonly ArrayLike<Value>[] =>
    Array.isArray(one) && one.every((part) => typeof part === "object");
  return several(given) ? given : [given];
}

interface Columns {
  readonly strata: readonly Codes[];
  readonly clusters: readonly Codes[];
  readonly fpc: readonly ArrayLike<number>[];
}

function rowsOf(weights: ArrayLike<number> | undefined, columns: Columns): number {
  const source = weights ?? columns.fpc[0];
  if (!source)
    throw new DesignError(
      "The design has neither weights nor population sizes. Give a weight per row; 1 for everyone if none is known.",
    );
  for (const [name, lists] of Object.entries(columns) as [string, readonly ArrayLike<unknown>[]][])
    for (const list of lists)
      if (list.length !== source.length)
        throw new DesignError(
          `The design gives ${source.length} rows but ${name} has ${list.length}. Give one entry per row.`,
        );
  return source.length;
}

function refuseTooManySizes(
  fpc: readonly ArrayLike<number>[],
  coded: readonly CodedStage[],
  forWeights: boolean,
): void {
  if (fpc.length > coded.length)
    throw new DesignError(
      `The design names population sizes (fpc) for ${fpc.length} stages but clusters for ${coded.length}. Name the clusters of every stage that has sizes.`,
    );
  if (forWeights && fpc.length < coded.length)
    throw new DesignError(
      `Weights follow from population sizes only when every stage has them; ${coded.length} stages are named and ${fpc.length} with sizes (fpc). Name the others, or give weights.`,
    );
}

function stageOf({ units, strata, sampled }: CodedStage, fractions: Fractions | undefined): Stage {
  return {
    units: units.codes,
    unitCount: units.labels.length || units.codes.length,
    strata: strata.codes,
    stratumCount: sampled.length,
    sampled,
    fpc: fractions
      ? fractions.byStratum.map((fraction) => 1 - fraction)
      : new Float64Array(sampled.length).fill(1),
    ...(fractions?.byUnit ? { probabilities: fractions.byUnit } : {}),
  };
}
