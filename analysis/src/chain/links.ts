import {
  compareTables,
  type Sensitivity,
  sensitivityOf,
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

/** Estimates of a wave and of the one before it over the same lattice, and what can be said of them together. */
export interface Estimated {
  readonly tables: WorkingTables;
  readonly previous: WorkingTables | null;
}

/** Link three: estimates of everything in all cells of the lattice. Not released: nobody but the next link sees them. */
export function estimateWaves(
  input: ChainInput,
  read: Both<DatasetRead>,
  weighed: Both<WeighedWave>,
): Estimated {
  const { wave, previous } = input;
  const before =
    previous && read.previous && weighed.previous && peopleOf(previous, read.previous, weighed.previous);
  const own = peopleOf(wave, read.wave, weighed.wave);
  return {
    tables: withoutRefusedClaims(
      workingTables({ ...common(input, wave), ...own, ...(before ? { previous: before } : {}) }),
      weighed.wave.refusals,
    ),
    previous:
      previous &&
      before &&
      withoutRefusedClaims(
        workingTables({ ...common(input, previous), ...before }),
        weighed.previous?.refusals ?? [],
      ),
  };
}

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
export interface Worked extends Estimated {
  readonly comparisons: WorkingComparisons;
  readonly sensitivity: readonly Sensitivity[];
}

/** What estimates say beside each other: change since the wave before, places, headline figures under other weights. */
export function compareWaves(
  input: ChainInput,
  read: Both<DatasetRead>,
  weighed: Both<WeighedWave>,
  estimated: Estimated,
): Worked {
  const { tables } = estimated;
  const indicators = input.indicators.set.indicators;
  const people = peopleOf(input.wave, read.wave, weighed.wave);
  return {
    ...estimated,
    comparisons: compareTables({
      ...people,
      working: tables,
      indicators,
      hasKnownChances: hasKnownChances(input, input.wave),
      ...waveBefore(input, read, weighed, estimated),
    }),
    sensitivity: sensitivityOf(people, tables, indicators.filter(isHeadline), weighed.wave.alternatives),
  };
}

function waveBefore(
  input: ChainInput,
  read: Both<DatasetRead>,
  weighed: Both<WeighedWave>,
  { previous: working }: Estimated,
) {
  const { previous } = input;
  if (!previous || !read.previous || !weighed.previous || !working) return {};
  const people = peopleOf(previous, read.previous, weighed.previous);
  return {
    previous: {
      working,
      people,
      hasKnownChances: hasKnownChances(input, previous),
      comparability: comparabilityOf(input, read),
    },
  };
}

const hasKnownChances = ({ plan }: ChainInput, { wave }: ChainWave): boolean =>
  plan.weighting.samples[wave.sample].probability;
