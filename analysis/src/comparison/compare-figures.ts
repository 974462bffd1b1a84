import type { Dataset } from "../dataset/index.ts";
import type { Lattice, ScoredMeasure } from "../lattice/index.ts";
import { compareFigure } from "./compare-figure.ts";
import { type ComparedPeople, comparedPeople } from "./compared-people.ts";
import { type ComposedSums, composedSums } from "./composition.ts";
import { type Counted, countedOf } from "./domain-sums.ts";
import type { ComposedWave } from "./same-composition-change.ts";
import { type OtherWeights, type Sensitivity, shiftsOf } from "./sensitivity.ts";
import type { Untold } from "./verdict.ts";
import type { Correlations } from "./working-comparisons.ts";

export interface CompareFiguresInput {
  readonly lattice: Lattice;
  readonly dataset: Dataset;
  /** False where nothing may be said of the country. */
  readonly claimsCountry: boolean;
  /** The wave under other weights, and the measures whose shift is told. */
  readonly otherWeights: readonly OtherWeights[];
  readonly isHeadline: (scored: ScoredMeasure) => boolean;
}

/** What is found of the measures of a wave while their scores are in memory. */
export interface FiguresFound {
  /** Places against others, by family. */
  readonly families: readonly Untold[][];
  readonly correlations: readonly Correlations[];
  readonly sensitivity: readonly Sensitivity[];
  /** For changes between people of the same composition; undefined without a measure. */
  readonly composed: ComposedWave | undefined;
}

/** Listens to the estimating of a wave (`onScored` of its working tables), so that answers are scored once. */
export interface FigureListener {
  readonly onScored: (scored: ScoredMeasure) => void;
  readonly found: () => FiguresFound;
}

/** Compares the figures of a wave with each other while they are estimated. */
export function compareFigures(input: CompareFiguresInput): FigureListener {
  const [families, correlations]: [Untold[][], Correlations[]] = [[], []];
  const shifts = input.otherWeights.map((): Sensitivity["shifts"][number][] => []);
  const composing = composeFigures(input.lattice);
  return {
    onScored: (scored) => {
      const { people, counted } = composing.counted(scored);
      const space = people.spaceOf(scored.design);
      if (space) {
        const compared = compareFigure(scored, counted, people, space, input.claimsCountry);
        families.push(...compared.families);
        correlations.push(...compared.correlations);
      }
      if (!input.claimsCountry || !input.isHeadline(scored)) return;
      shiftsOf(scored, input.otherWeights, input.dataset).forEach((shift, i) => {
        if (shift !== undefined) shifts[i]!.push({ measure: scored.index, shift });
      });
    },
    found: () => ({
      ...composing.found(),
      families,
      correlations,
      sensitivity: input.otherWeights.flatMap(({ name, weights }, i) =>
        weights ? [{ name, shifts: shifts[i]! }] : [],
      ),
    }),
  };
}

/** Of the wave before, of whom only changes are told: people by what they are, and what they answered. */
export function composeFigures(lattice: Lattice) {
  let people: ComparedPeople | undefined;
  const sums = new Map<string, ComposedSums>();
  const counted = (scored: ScoredMeasure): { people: ComparedPeople; counted: Counted | null } => {
    people ??= comparedPeople(scored.crossings, lattice);
    const { statistic, design, measure } = scored;
    if (statistic.kind !== "ratio") return { people, counted: null };
    const found = countedOf(statistic, design.weights, people.isInside);
    sums.set(measure.id, composedSums(found, people.composed));
    return { people, counted: found };
  };
  return {
    counted,
    onScored: (scored: ScoredMeasure): void => {
      counted(scored);
    },
    found: (): FiguresFound => ({
      families: [],
      correlations: [],
      sensitivity: [],
      composed: people && { composed: people.composed, sums },
    }),
  };
}
