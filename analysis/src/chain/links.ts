import type { WorkingTables } from "../lattice/index.ts";
import { workingTables } from "../lattice/index.ts";
import { type WeighedWave, weighWave } from "../weighting/index.ts";
import type { ChainInput, ChainWave, DatasetRead } from "./input.ts";

/** Something of the wave, and the same of the wave before it. */
export interface Both<One> {
  readonly wave: One;
  readonly previous: One | null;
}

/** Link one: responses become columns. */
export async function readWaves({ wave, previous }: ChainInput): Promise<Both<DatasetRead>> {
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

/** Link three: estimates of everything in all cells of the lattice. Not released: nobody but the next link sees them. */
export function estimateWaves(
  input: ChainInput,
  read: Both<DatasetRead>,
  weighed: Both<WeighedWave>,
): WorkingTables {
  const { wave, plan, indicators, previous } = input;
  const people = (of: ChainWave, { dataset }: DatasetRead, { design, inside }: WeighedWave) => ({
    dataset,
    design,
    inside,
    instrument: of.instruments[0]!,
  });
  return workingTables({
    ...people(wave, read.wave, weighed.wave),
    wave: wave.wave.id,
    lattice: plan.lattice,
    indicators: indicators.set.indicators,
    ...(previous && read.previous && weighed.previous
      ? { previous: people(previous, read.previous, weighed.previous) }
      : {}),
  });
}
