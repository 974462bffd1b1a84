import {
  compareFigures,
  compareTables,
  composeFigures,
  type FiguresFound,
  type Sensitivity,
  type WorkingComparisons,
  withoutRefusedClaims,
} from "../comparison/index.ts";
import { checkIndicators, IndicatorError } from "../indicators/index.ts";
import { type WeighedPeople, type WorkingTables, workingTables } from "../lattice/index.ts";
import { type WeighedWave, weighWave } from "../weighting/index.ts";
import { comparabilityOf } from "./comparability.ts";
import type { Both, ChainInput, ChainWave, DatasetRead } from "./input.ts";
import { isHeadline } from "./sensitivity.ts";

/** Link one: responses become columns. @throws IndicatorError naming an indicator that does not fit the questionnaire */
export async function readWaves({ wave, previous, indicators }: ChainInput): Promise<Both<DatasetRead>> {
  const [finding] = checkIndicators(indicators.set, wave.instruments[0]!);
  if (finding) throw new IndicatorError(`${finding.path}: ${finding.message}`);
  return { wave: await wave.data(), previous: previous && (await previous.data()) };
}

/** Link two: columns become weights and a design. @throws MarginsError, WeightingError naming the place and the remedy */
export function weighWaves(input: ChainInput, read: Both<DatasetRead>): Both<WeighedWave> {
  return {
    wave: weigh(input, input.wave, read.wave),
    previous: input.previous && read.previous && weigh(input, input.previous, read.previous),
  };
}

function weigh(
  { plan, study }: ChainInput,
  { margins, wave, instruments }: ChainWave,
  { dataset }: DatasetRead,
): WeighedWave {
  return weighWave({
    dataset,
    instrument: instruments[0]!,
    plan: plan.weighting,
    margins,
    otherMargins: plan.otherMargins,
    sample: wave.sample,
    synthetic: study.synthetic,
  });
}

/** Estimates of a wave and of the one before it over the same lattice. */
export interface WorkedTables {
  readonly tables: WorkingTables;
  readonly previous: WorkingTables | null;
}

/** With what was found of their figures while scores were in memory. */
export interface Estimated extends WorkedTables {
  readonly found: Both<FiguresFound>;
}

/** Link three: estimates of everything in all cells of the lattice. Not released: nobody but the next link sees them. */
export function estimateWaves(
  input: ChainInput,
  read: Both<DatasetRead>,
  weighed: Both<WeighedWave>,
): Estimated {
  const { wave, previous, plan } = input;
  const before =
    previous && read.previous && weighed.previous && peopleOf(previous, read.previous, weighed.previous);
  const own = peopleOf(wave, read.wave, weighed.wave);
  const composing = composeFigures(plan.lattice);
  const comparing = compareFigures({
    lattice: plan.lattice,
    dataset: own.dataset,
    claimsCountry: weighed.wave.refusals.length === 0,
    otherWeights: weighed.wave.alternatives,
    isHeadline: ({ indicator, measure }) => measure.part === null && isHeadline(indicator),
  });
  const tablesOf = (one: ChainWave, given: TablesInput, { refusals }: WeighedWave) =>
    withoutRefusedClaims(workingTables({ ...common(input, one), ...given }), refusals);
  return {
    tables: tablesOf(
      wave,
      { ...own, onScored: comparing.onScored, ...(before ? { previous: before } : {}) },
      weighed.wave,
    ),
    previous:
      previous &&
      before &&
      tablesOf(previous, { ...before, onScored: composing.onScored }, weighed.previous!),
    found: { wave: comparing.found(), previous: before && composing.found() },
  };
}

type TablesInput = Omit<Parameters<typeof workingTables>[0], "wave" | "lattice" | "indicators">;

const common = ({ plan, indicators }: ChainInput, { wave }: ChainWave) => ({
  wave: wave.id,
  lattice: plan.lattice,
  indicators: indicators.set.indicators,
});

const peopleOf = (
  { instruments }: ChainWave,
  { dataset }: DatasetRead,
  { design, inside }: WeighedWave,
): WeighedPeople => ({ dataset, design, inside, instrument: instruments[0]! });

/** All that is known of figures before disclosure control: never written anywhere but into files marked "not released". */
export interface Worked extends WorkedTables {
  readonly comparisons: WorkingComparisons;
  readonly sensitivity: readonly Sensitivity[];
}

/** What estimates say beside each other: change since the wave before, places, headline figures under other weights. */
export function compareWaves(
  input: ChainInput,
  read: Both<DatasetRead>,
  { tables, previous, found }: Estimated,
): Worked {
  const before = previous &&
    found.previous &&
    input.previous && {
      working: previous,
      found: found.previous,
      hasKnownChances: hasKnownChances(input, input.previous),
      comparability: comparabilityOf(input, read),
    };
  const comparisons = compareTables({
    working: tables,
    found: found.wave,
    hasKnownChances: hasKnownChances(input, input.wave),
    indicators: input.indicators.set.indicators,
    ...(before ? { previous: before } : {}),
  });
  return { tables, previous, comparisons, sensitivity: found.wave.sensitivity };
}

const hasKnownChances = ({ plan }: ChainInput, { wave }: ChainWave): boolean =>
  plan.weighting.samples[wave.sample].probability;
