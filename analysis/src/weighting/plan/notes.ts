import { type Instrument, itemWithRole } from "@tiltas/instrument/definition";
import { diagnose } from "../diagnostics.ts";
import type { JoinedMargin } from "./joined-margin.ts";
import type { MetTotals } from "./met-totals.ts";
import type { Outside } from "./outside.ts";
import type { Text, WeightingPlan } from "./weighting-plan.ts";
import { nameOf } from "./weighting-sheet.ts";
import * as words from "./words.ts";

/** What a person who reads weights has to know of how the margins were met. */
export function notesOnTotals(
  plan: WeightingPlan,
  instrument: Instrument,
  margins: readonly JoinedMargin[],
  { weighted, boundsPassed }: MetTotals,
): Text[] {
  const byPlace = margins.some(({ margin }) => margin.dimensions.includes("municipality"));
  const asksBoth = itemWithRole(instrument, "actual-municipality") !== undefined;
  const days = [...new Set(margins.map(({ margin }) => margin.referenceDate))].toSorted();
  const { extreme } = diagnose(weighted.weights);
  return [
    ...(weighted.converged ? [] : [words.notConverged]),
    ...(byPlace && asksBoth ? [words.declaredAndLived] : []),
    ...margins.flatMap((joined) => notesOnMargin(joined)),
    ...(days.length > 1 ? [words.differentDays(days)] : []),
    ...(boundsPassed && plan.trimming ? [words.boundsPassed(plan.trimming.upper)] : []),
    ...(extreme.respondents > 0 ? [words.extremeWeights(extreme.shareOfTotal)] : []),
  ];
}

function notesOnMargin(joined: JoinedMargin): Text[] {
  const name = nameOf(joined);
  const { gap, factors = [] } = joined.margin;
  const without = joined.counted.cells.reduce((count, cell) => count + (cell < 0 ? 1 : 0), 0);
  return [
    ...(Math.abs(gap) > 5e-4 ? [words.scaledAway(name, gap)] : []),
    ...(factors.length > 0 ? [words.otherUniverse(name, factors)] : []),
    ...(joined.rule ? [words.cellsJoined(name, joined.rule.respondents)] : []),
    ...(without > 0 ? [words.withoutCategory(name, without)] : []),
  ];
}

/** What has to be known of who stands outside. */
export function notesOnPeople({ groups }: Outside): Text[] {
  return [...groups.map(({ code, label, respondents }) => words.outsidePopulation(label, code, respondents))];
}
