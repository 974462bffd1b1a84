import { nearDuplicates } from "../quality/index.ts";
import { type ArmFigures, armFigures } from "./arm-figures.ts";
import { codedAnswers } from "./coded-answers.ts";
import { difByLanguage, invarianceByLanguage, type LanguageDif, type LanguageInvariance } from "./dif.ts";
import {
  coderAgreement,
  type NoteFigures,
  noteFigures,
  type RatingFigures,
  ratingFigures,
  scaleRelevance,
} from "./expert-figures.ts";
import { type Figure, known, unknown } from "./figure.ts";
import type { PilotInput } from "./input.ts";
import { type Interviewers, interviewerFigures } from "./interviewer-figures.ts";
import { type ItemFigures, itemFigures } from "./item-figures.ts";
import { type BurdenFigures, burdenFigures, type PageFigures, pageFigures } from "./page-figures.ts";
import type { People } from "./people.ts";
import { type RespondentFlags, respondentFlags } from "./respondent-flags.ts";
import { type RetestFigures, retestFigures } from "./retest-figures.ts";
import { type ScaleFigures, scaleFigures } from "./scale-figures.ts";
import { readTimes } from "./times.ts";

/** All numbers of a pilot; verdicts rest on them. */
export interface PilotFigures {
  readonly items: readonly ItemFigures[];
  readonly scales: readonly ScaleFigures[];
  readonly dif: readonly LanguageDif[];
  readonly invariance: readonly LanguageInvariance[];
  readonly pages: readonly PageFigures[];
  readonly burden: readonly BurdenFigures[];
  readonly interviewers: Interviewers;
  readonly arms: readonly ArmFigures[];
  readonly retest: readonly RetestFigures[];
  readonly notes: readonly NoteFigures[];
  readonly ratings: readonly RatingFigures[];
  readonly coders: Figure;
  /** S-CVI/Ave. */
  readonly relevance: Figure;
  readonly respondents: RespondentFlags;
  /** Pairs of nearly equal responses. */
  readonly duplicatePairs: Figure;
}

export function pilotFigures(input: PilotInput, people: People): PilotFigures {
  const times = input.times ? readTimes(input.times, people) : undefined;
  const { duplicateMatch, duplicateVariables } = input.thresholds;
  const found = nearDuplicates(codedAnswers(people), duplicateMatch, duplicateVariables);
  const duplicates = found.estimable ? found : undefined;
  return {
    items: itemFigures(input, people, times),
    scales: scaleFigures(input, people),
    dif: difByLanguage(input, people),
    invariance: invarianceByLanguage(input, people),
    pages: pageFigures(input, people, times),
    burden: burdenFigures(input, people, times),
    interviewers: interviewerFigures(input, people, times, duplicates),
    arms: armFigures(input, people),
    retest: retestFigures(input, people),
    notes: noteFigures(input, people.units),
    ratings: ratingFigures(input, people.units),
    coders: coderAgreement(input),
    relevance: scaleRelevance(input),
    respondents: respondentFlags(input, people, times, duplicates),
    duplicatePairs: found.estimable ? known(found.pairs, people.count) : unknown(found.reason, people.count),
  };
}
