import { answeredIn } from "../estimation/index.ts";
import type { Marks } from "./counted-cells.ts";
import type { IndicatorDefinition } from "./definition.ts";
import { partsOfIndex } from "./index-parts.ts";
import type { People } from "./measured.ts";
import { answersToNeeds, countedIn, type NeedAnswers } from "./need-answers.ts";
import { chosenChannels, reachOf } from "./score-reach.ts";
import { membersOf } from "./score-roster.ts";
import { type WaitingTimes, waitingTimes } from "./score-times.ts";
import { type Totals, totalsOf } from "./score-totals.ts";
import { type ScoredEstimand, scoreIndicator } from "./scores.ts";
import type { ScoredStatistic } from "./statistics.ts";

/** What an indicator is made of: sub-scores of an index, needs of a priority, the channels chosen. */
export interface Part {
  readonly id: string;
  readonly label: Readonly<Record<string, string>>;
}

/** One figure of an indicator by row: what is estimated, and what each respondent counts as. */
export interface ScoredFigure {
  /** null for the indicator itself. */
  readonly part: Part | null;
  readonly statistic: ScoredStatistic;
  readonly marks: Marks;
}

/**
 * Scores the figures of an indicator one after the other: the indicator itself, then its parts.
 *
 * @throws IndicatorError when the indicator names a variable the dataset lacks
 */
export function* scoredFigures(indicator: IndicatorDefinition, people: People): Generator<ScoredFigure> {
  const { estimand } = indicator;
  const { dataset } = people;
  const scored = (part: Part | null, of: ScoredEstimand): ScoredFigure => ({
    part: part && named(part),
    ...scoresAsFigure(indicator, of, people),
  });
  switch (estimand.type) {
    case "time-to-event":
      return yield {
        part: null,
        ...timesAsFigure(waitingTimes(indicator, estimand, dataset), estimand.share),
      };
    case "roster-ratio":
      return yield { part: null, ...membersAsFigure(membersOf(indicator, estimand, dataset)) };
    case "reach": {
      const chosen = chosenChannels(indicator, estimand, people);
      yield scored(null, reachOf(chosen));
      for (const one of chosen) yield scored(one, reachOf([one]));
      return;
    }
    case "priority": {
      const needs = answersToNeeds(indicator, estimand, dataset);
      yield { part: null, ...needsAsFigure(needs) };
      for (const [i, need] of estimand.needs.entries())
        yield { part: named(need), ...needsAsFigure(needs.slice(i, i + 1)) };
      return;
    }
    case "index":
      yield scored(null, estimand);
      for (const part of partsOfIndex(estimand)) yield scored(part, part.estimand);
      return;
    case "ratio":
      if ("totalOf" in estimand)
        return yield { part: null, ...totalsAsFigure(totalsOf(indicator, estimand, dataset)) };
  }
  yield scored(null, estimand);
}

type Scores = Omit<ScoredFigure, "part">;

const named = ({ id, label }: Part): Part => ({ id, label });

/** A ratio whose numerator implies its denominator is the share among the members of its denominator. */
function scoresAsFigure(
  indicator: IndicatorDefinition,
  estimand: ScoredEstimand,
  { dataset }: People,
): Scores {
  const { values, eligible, usable, prorated } = scoreIndicator(indicator, estimand, dataset);
  const isShare = estimand.type === "proportion" || estimand.type === "ratio";
  const base = answeredIn([values]);
  const numerator = isShare ? base.map((_, row) => (values[row] === 1 ? 1 : 0)) : null;
  return {
    statistic:
      estimand.type === "quantile"
        ? { kind: "quantile", values, share: estimand.share }
        : { kind: "ratio", numerator: values, denominator: null },
    marks: { eligible, usable, base, numerator, prorated },
  };
}

function totalsAsFigure({ eligible, numerator, denominator }: Totals): Scores {
  const base = answeredIn([numerator, denominator]);
  return {
    statistic: { kind: "ratio", numerator, denominator },
    marks: { eligible, usable: base, base, numerator: null, prorated: null },
  };
}

/** A share whose base is members of lists, of which each respondent brings the totals. */
function membersAsFigure({ eligible, numerator, denominator }: Totals): Scores {
  return {
    statistic: { kind: "ratio", numerator, denominator },
    marks: {
      eligible,
      usable: answeredIn([numerator, denominator]),
      base: zeroForNone(denominator),
      numerator: zeroForNone(numerator),
      prorated: null,
    },
  };
}

function zeroForNone(values: Float64Array): Float64Array {
  return values.map((value) => (Number.isNaN(value) ? 0 : value));
}

function timesAsFigure({ eligible, times, events }: WaitingTimes, share: number): Scores {
  const base = answeredIn([times]);
  return {
    statistic: { kind: "time-to-event", times, events, share },
    marks: { eligible, usable: base, base, numerator: null, prorated: null },
  };
}

function needsAsFigure(needs: readonly NeedAnswers[]): Scores {
  const marks = { ...countedIn(needs), numerator: null, prorated: null };
  return { statistic: { kind: "priority", needs }, marks };
}
