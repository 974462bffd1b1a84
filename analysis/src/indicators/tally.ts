import type { Dataset } from "../dataset/dataset.ts";
import type { IndicatorDefinition } from "./definition.ts";
import { answersTo } from "./estimate-priority.ts";
import { type Channels, chosenChannels, type People, reachOf } from "./estimate-reach.ts";
import { membersOf } from "./estimate-roster.ts";
import { waitingTimes } from "./estimate-time.ts";
import { totalsOf } from "./estimate-totals.ts";
import { partsOfIndex } from "./index-parts.ts";
import { type ScoredEstimand, scoreIndicator } from "./scores.ts";

/** Who stands behind a figure, by respondent: what disclosure control protects. */
export interface Tally {
  /** Counted in the base: 1, or for a list the members that count; 0 for who does not count. */
  readonly base: Float64Array;
  /** Of these with the trait; null where the figure is no share. */
  readonly numerator: Float64Array | null;
}

/** The tallies of an indicator and of its parts, in the order in which they are estimated. */
export function talliesOf(indicator: IndicatorDefinition, people: People): Tally[] {
  const { dataset } = people;
  const { estimand } = indicator;
  const scored = (of: ScoredEstimand) => ofScores(indicator, of, dataset);
  switch (estimand.type) {
    case "roster-ratio": {
      const { numerator, denominator } = membersOf(indicator, estimand, dataset);
      return [{ base: zeroForNone(denominator), numerator: zeroForNone(numerator) }];
    }
    case "time-to-event":
      return [counted(waitingTimes(indicator, estimand, dataset).times)];
    case "priority":
      return ofPriority(estimand.needs.map((need) => answersTo(need, indicator, dataset).importance));
    case "reach": {
      const chosen = chosenChannels(indicator, estimand, people);
      const channels: Channels[] = [chosen, ...chosen.map((channel) => [channel])];
      return channels.map((some) => scored(reachOf(some)));
    }
    case "index":
      return [estimand, ...partsOfIndex(estimand).map((part) => part.estimand)].map(scored);
    case "ratio":
      if (!("totalOf" in estimand)) return [scored(estimand)];
      return [ofTotals(totalsOf(indicator, estimand, dataset))];
    default:
      return [scored(estimand)];
  }
}

function ofScores(indicator: IndicatorDefinition, estimand: ScoredEstimand, dataset: Dataset): Tally {
  const { values } = scoreIndicator(indicator, estimand, dataset);
  const isShare = estimand.type === "proportion" || estimand.type === "ratio";
  return { ...counted(values), numerator: isShare ? zeroForNone(values) : null };
}

/** Who answered about any need; then of each need who answered about it. */
function ofPriority(importance: readonly Float64Array[]): Tally[] {
  const each = importance.map(counted);
  const anyNeed = Float64Array.from(importance[0] ?? [], (_, row) =>
    each.some(({ base }) => base[row] === 1) ? 1 : 0,
  );
  return [{ base: anyNeed, numerator: null }, ...each];
}

function ofTotals({ numerator, denominator }: ReturnType<typeof totalsOf>): Tally {
  return counted(numerator.map((over, row) => over + denominator[row]!));
}

function counted(values: Float64Array): Tally {
  return { base: values.map((value) => (Number.isNaN(value) ? 0 : 1)), numerator: null };
}

function zeroForNone(values: Float64Array): Float64Array {
  return values.map((value) => (Number.isNaN(value) ? 0 : value));
}
