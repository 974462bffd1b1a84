import { type ReleasedTables, shownCount, shownCounts, shownShare } from "../disclosure/index.ts";
import type { Lattice } from "../lattice/index.ts";
import type { ReleaseFile, WeightingSheet } from "../release/index.ts";
import type { WeighedWave } from "../weighting/index.ts";
import { alikeDomains } from "./alike.ts";
import { comparabilityOf } from "./comparability.ts";
import { describeIndicators, describeQuestions, labelMeasures } from "./described.ts";
import type { Both, ChainInput, DatasetRead } from "./input.ts";
import type { Worked } from "./links.ts";
import { qualitySheet } from "./quality-sheet.ts";
import { shownShifts } from "./sensitivity.ts";

/** All that the links before have found out, but the figures themselves. */
export interface Found {
  readonly read: Both<DatasetRead>;
  readonly weighed: WeighedWave;
  readonly worked: Worked;
}

/** What every output of one circle of readers reads: released figures, and what has to be said beside them. */
export function releaseFile(
  input: ChainInput,
  { read, weighed, worked }: Found,
  released: ReleasedTables,
): ReleaseFile {
  const { study, wave, previous, plan, indicators } = input;
  const instrument = wave.instruments[0]!;
  const { policy } = released;
  const { tables, sensitivity } = worked;
  const sampling = plan.weighting.samples[wave.wave.sample];
  const ladder = tables.ladder.map(({ municipality, group, stands }) => ({ municipality, group, stands }));
  const quality = qualitySheet(read.wave.dataset, instrument, policy.precision.showFrom, weighed.inside);
  return {
    format: "tiltas-release/1",
    policy: policy.id,
    study,
    wave: {
      ...wave.wave,
      respondents: shownCount(weighed.inside.length, policy),
      universe: instrument.manifest.universe,
    },
    previous: previous && { id: previous.wave.id, title: previous.wave.title },
    lattice: releasedLattice(plan.lattice, released),
    indicators: describeIndicators(indicators.set, instrument, comparabilityOf(input, read)),
    questions: describeQuestions(indicators.set, instrument),
    measures: labelMeasures(tables.measures, indicators.set),
    crossings: released.crossings,
    comparisons: released.comparisons,
    correlations: released.correlations,
    alike: sampling.probability ? alikeDomains(released, ladder) : [],
    thresholds: thresholdsOf(policy),
    sampling,
    ladder,
    weighting: weighed.sheet && roundedSheet(weighed.sheet, policy.interval.least / weighed.inside.length),
    sensitivity: shownShifts(sensitivity, released),
    quality: {
      ...quality,
      counts: shownCounts(quality.counts, tables.measures, released),
      items: quality.items.map((one) => ({ ...one, nonresponse: shownShare(one.nonresponse, policy) })),
      breakOff: quality.breakOff.map((one) => ({ ...one, share: shownShare(one.share, policy) })),
    },
    others: plan.others,
    notes: weighed.notes,
  };
}

function thresholdsOf({ precision, rounding }: ReleasedTables["policy"]): ReleaseFile["thresholds"] {
  const { showFrom, effectiveFrom, fewBelow, withholdAboveNonresponse } = precision;
  return { showFrom, effectiveFrom, fewBelow, withholdAboveNonresponse, countsIn: rounding?.counts ?? null };
}

/** The lattice as readers meet it: dimensions that the instrument does not ask about are not in it. */
function releasedLattice(lattice: Lattice, { crossings }: ReleasedTables): Lattice {
  const met = new Set(crossings.flatMap(({ crossing }) => crossing));
  return {
    ...lattice,
    dimensions: lattice.dimensions.filter(({ id }) => met.has(id)),
    pairs: lattice.pairs.filter((pair) => pair.every((id) => met.has(id))),
  };
}

/**
 * Six decimals: the last bit of a sum never shows. What stood before says how many answered, of tables that hide it,
 * too: so it is told in steps.
 *
 * @param grain  share of all respondents that a step is worth
 */
function roundedSheet(sheet: WeightingSheet, grain: number): WeightingSheet {
  const round = (value: number) => Math.round(value * 1e6) / 1e6 + 0;
  const step = sheet.total * grain;
  return {
    ...sheet,
    total: round(sheet.total),
    margins: sheet.margins.map((margin) => ({
      ...margin,
      cells: margin.cells.map((cell) => ({
        ...cell,
        population: round(cell.population),
        before: round(Math.round(cell.before / step) * step),
        after: round(cell.after),
      })),
    })),
    designEffect: round(sheet.designEffect),
    effectiveRespondents: round(sheet.effectiveRespondents),
    quantiles: sheet.quantiles.map(round),
  };
}
