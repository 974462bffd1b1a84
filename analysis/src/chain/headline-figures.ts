import { firstLook, type Policy } from "../disclosure/index.ts";
import type { IndicatorDefinition } from "../indicators/index.ts";
import { type WorkingCell, workingTables } from "../lattice/index.ts";
import { weighWave } from "../weighting/index.ts";
import type { ChainInput } from "./input.ts";
import { isHeadline } from "./sensitivity.ts";

/** An indicator of the country for those who decide about the data; not released, and too coarse to tell of one person. */
export interface HeadlineFigure {
  readonly id: string;
  readonly label: IndicatorDefinition["label"];
  readonly unit: IndicatorDefinition["unit"];
  /** Null where it may not be shown or cannot be estimated. */
  readonly value: number | null;
  readonly respondents: number;
}

/**
 * The way a release goes, as far as headline figures of the country: without its domains, comparisons and outputs. The
 * wave before is not looked at.
 *
 * @throws MarginsError, WeightingError, IndicatorError in sentences
 */
export async function headlineFigures({
  wave,
  plan,
  study,
  ...input
}: ChainInput): Promise<HeadlineFigure[]> {
  const { dataset } = await wave.data();
  const instrument = wave.instruments[0]!;
  const { design, inside } = weighWave({
    ...{ dataset, instrument, margins: wave.margins },
    plan: { ...plan.weighting, alternatives: [] },
    sample: wave.wave.sample,
    synthetic: study.synthetic,
  });
  const indicators = input.indicators.set.indicators.filter(isHeadline);
  const { measures, crossings } = workingTables({
    ...{ dataset, instrument, design, inside, indicators },
    wave: wave.wave.id,
    lattice: { ...plan.lattice, dimensions: [], pairs: [] },
  });
  const policy = plan.policies.get("ministry") ?? [...plan.policies.values()][0]!;
  return indicators.map((indicator) => {
    const at = measures.findIndex(({ id }) => id === indicator.id);
    const cell = crossings[0]?.cells[at]?.[0];
    const isShown = cell && firstLook(cell, measures[at]!, policy) === "shown";
    return { ...named(indicator), ...(isShown ? coarse(cell, indicator, policy) : nothing) };
  });
}

const named = ({ id, label, unit }: IndicatorDefinition) => ({ id, label, unit });
const nothing = { value: null, respondents: 0 };

/** By unit: the finest step in which a figure is told, and how far apart two answers can be at most. */
const grains: Readonly<Record<IndicatorDefinition["unit"], { step: number; range?: number }>> = {
  percent: { step: 0.01, range: 1 },
  "score-0-10": { step: 0.1, range: 10 },
  "index-0-1": { step: 0.01, range: 1 },
  "index-0-100": { step: 1, range: 100 },
  points: { step: 1 },
  number: { step: 0.1 },
  days: { step: 1 },
};

/** In steps no finer than what as many people as a cell must hold move together: one more or less does not show. */
function coarse({ estimate }: WorkingCell, { unit }: IndicatorDefinition, { protect }: Policy) {
  const { value, respondents, standardError } = estimate;
  if (value === null) return nothing;
  const { step: finest, range } = grains[unit];
  const moved = range === undefined ? (standardError ?? 0) : (range * protect.below) / respondents;
  const step = finest * roundStep(Math.max(1, moved / finest));
  return { value: Number((Math.round(value / step) * step).toPrecision(12)), respondents };
}

/** The next of 1, 2, 5, 10, 20, 50 … */
function roundStep(least: number): number {
  const ten = 10 ** Math.floor(Math.log10(least));
  return ten * ([1, 2, 5].find((one) => one * ten >= least) ?? 10);
}
