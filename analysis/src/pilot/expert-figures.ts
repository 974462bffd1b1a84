import { cohenKappa } from "../psychometrics/index.ts";
import { averageRelevance, itemRelevance, shareOf } from "../quality/index.ts";
import { type Figure, known, unknown } from "./figure.ts";
import type { InterviewNote, PilotInput } from "./input.ts";
import { type ProblemCode, problemCodes } from "./problem-codes.ts";
import { figureOf } from "./scale-figures.ts";
import type { PilotUnit } from "./units.ts";

/** What cognitive interviews in one language say of one unit; notes on a grid count for each of its statements. */
export interface NoteFigures {
  readonly unit: string;
  /** Absent: all languages together. */
  readonly language?: string;
  /** People interviewed about it. */
  readonly interviews: number;
  /** Share of them with a problem of the severity that counts. */
  readonly problemRate: Figure;
  /** Kinds of these problems, the most frequent first. */
  readonly codes: readonly ProblemCode[];
}

export function noteFigures({ notes, thresholds }: PilotInput, units: readonly PilotUnit[]): NoteFigures[] {
  if (notes === undefined) return [];
  const byItem = Map.groupBy(notes, ({ item }) => item);
  return units.flatMap(({ name, item }) => {
    const own = [...(byItem.get(name) ?? []), ...(item === name ? [] : (byItem.get(item) ?? []))];
    const languages = [...new Set(own.map(({ language }) => language))].sort();
    return [undefined, ...languages].flatMap((language) => {
      const those = language === undefined ? own : own.filter((note) => note.language === language);
      if (those.length === 0) return [];
      return [{ unit: name, ...(language === undefined ? {} : { language }), ...rateOf(those, thresholds) }];
    });
  });
}

function rateOf(notes: readonly InterviewNote[], { problemSeverity, interviews }: PilotInput["thresholds"]) {
  const person = ({ language, respondent }: InterviewNote) => `${language} ${respondent}`;
  const severe = notes.filter(({ severity, code }) => severity >= problemSeverity && code !== "none");
  const people = new Set(notes.map(person)).size;
  const share = shareOf(new Set(severe.map(person)).size, people);
  const counts = [...Map.groupBy(severe, ({ code }) => code)].toSorted(([, a], [, b]) => b.length - a.length);
  return {
    interviews: people,
    problemRate:
      share === null || people < interviews
        ? unknown("too-few", people, interviews)
        : known(share.value, people, share.low, share.high),
    codes: counts.map(([code]) => code),
  };
}

/** How far two coders of the same notes agree. */
export function coderAgreement({ notes, thresholds }: PilotInput): Figure {
  if (notes === undefined) return unknown("no-file");
  const both = notes.filter(({ secondCode }) => secondCode !== undefined);
  if (both.length < thresholds.codedTwice) return unknown("too-few", both.length, thresholds.codedTwice);
  const found = cohenKappa(
    both.map(({ code }) => code),
    both.map(({ secondCode }) => secondCode),
    problemCodes,
  );
  return figureOf(found, both.length, ({ kappa, low, high }) =>
    known(kappa, both.length, low, Math.min(1, high)),
  );
}

export interface RatingFigures {
  readonly unit: string;
  /** I-CVI. */
  readonly relevance: Figure;
  /** Lawshe's content validity ratio. */
  readonly ratio: Figure;
  readonly beyondChance: boolean;
}

export function ratingFigures(
  { ratings, thresholds }: PilotInput,
  units: readonly PilotUnit[],
): RatingFigures[] {
  if (ratings === undefined) return [];
  const byItem = Map.groupBy(ratings, ({ item }) => item);
  return units.flatMap(({ name, item }): RatingFigures[] => {
    const own = byItem.get(name) ?? byItem.get(item);
    if (!own) return [];
    if (own.length < thresholds.raters) {
      const few = unknown("too-few", own.length, thresholds.raters);
      return [{ unit: name, relevance: few, ratio: few, beyondChance: false }];
    }
    const { index, ratio, beyondChance, raters } = itemRelevance(own.map(({ relevance }) => relevance));
    return [{ unit: name, relevance: known(index, raters), ratio: known(ratio, raters), beyondChance }];
  });
}

/** S-CVI/Ave over the items that enough experts rated. */
export function scaleRelevance({ ratings, thresholds }: PilotInput): Figure {
  if (ratings === undefined) return unknown("no-file");
  const rated = [...Map.groupBy(ratings, ({ item }) => item).values()].filter(
    (own) => own.length >= thresholds.raters,
  );
  const most = Math.max(0, ...rated.map((own) => own.length));
  if (rated.length === 0) return unknown("too-few", most, thresholds.raters);
  return known(
    averageRelevance(rated.map((own) => itemRelevance(own.map(({ relevance }) => relevance)))),
    rated.length,
  );
}
