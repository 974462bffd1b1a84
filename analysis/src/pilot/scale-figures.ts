import {
  analyseOneFactor,
  cronbachAlpha,
  type FactorFit,
  type ItemAnswers,
  type NotEstimable,
  omega,
  ordinalAlpha,
  samplingAdequacy,
  sphericityTest,
} from "../psychometrics/index.ts";
import { floorAndCeiling } from "../quality/index.ts";
import { type Figure, known, shareFigure, unknown } from "./figure.ts";
import type { PilotInput, PilotScale } from "./input.ts";
import { itemRestFigures } from "./item-rest.ts";
import { type People, withinLanguage } from "./people.ts";
import { completeWithin, scaleAnswers, scaleScores } from "./scale-answers.ts";

/** How one scale works in one language. */
export interface ScaleFigures {
  readonly scale: string;
  /** Absent: all languages together. */
  readonly language?: string;
  readonly items: readonly string[];
  readonly respondents: number;
  /** Of two items: their correlation stepped up (Spearman–Brown), since alpha is not for two. */
  readonly alpha: Figure;
  readonly ordinalAlpha: Figure;
  readonly omega: Figure;
  readonly samplingAdequacy: Figure;
  /** p of Bartlett's test. */
  readonly sphericity: Figure;
  readonly cfi: Figure;
  readonly rmsea: Figure;
  readonly srmr: Figure;
  readonly floor: Figure;
  readonly ceiling: Figure;
  readonly itemRest: ReadonlyMap<string, Figure>;
}

export function scaleFigures(input: PilotInput, people: People): ScaleFigures[] {
  return input.scales.flatMap((scale) => {
    const answers = scaleAnswers(scale, people);
    return [undefined, ...people.languages.keys()].map((place) => {
      const language = place === undefined ? undefined : people.languages[place];
      const complete = completeWithin(answers, withinLanguage(people, place));
      return {
        scale: scale.id,
        ...(language === undefined ? {} : { language }),
        ...figuresOf(scale, complete, input),
      };
    });
  });
}

type Figures = Omit<ScaleFigures, "scale" | "language">;

function figuresOf(scale: PilotScale, answers: ItemAnswers, { thresholds }: PilotInput): Figures {
  const respondents = answers.values[0]?.length ?? 0;
  const whole = { items: answers.names, respondents };
  const ends = endFigures(scale, answers, thresholds.processRespondents);
  const needs = thresholds.reliabilityRespondents;
  if (answers.names.length < 2) return { ...whole, ...ends, ...none(unknown("too-few-items", respondents)) };
  if (respondents < needs) return { ...whole, ...ends, ...none(unknown("too-few", respondents, needs)) };
  return {
    ...whole,
    ...ends,
    ...consistencyFigures(answers, respondents),
    ...structureFigures(answers, respondents),
    itemRest: itemRestFigures(answers),
  };
}

function none(figure: Figure) {
  const fields = [
    "alpha",
    "ordinalAlpha",
    "omega",
    "samplingAdequacy",
    "sphericity",
    "cfi",
    "rmsea",
    "srmr",
  ] as const;
  return {
    ...(Object.fromEntries(fields.map((field) => [field, figure])) as Record<
      (typeof fields)[number],
      Figure
    >),
    itemRest: new Map<string, Figure>(),
  };
}

function endFigures(scale: PilotScale, answers: ItemAnswers, needs: number) {
  const ends = floorAndCeiling(scaleScores(scale, answers), 1e-9, 1 - 1e-9);
  return {
    floor: shareFigure(ends?.floor ?? null, needs),
    ceiling: shareFigure(ends?.ceiling ?? null, needs),
  };
}

function consistencyFigures(answers: ItemAnswers, n: number) {
  const alpha = cronbachAlpha(answers, "listwise");
  const ordinal = ordinalAlpha(answers);
  const omegas = omega(answers);
  return {
    alpha: figureOf(alpha, n, (found) =>
      answers.names.length === 2
        ? known(found.standardised, n)
        : known(found.raw, n, found.raw - 1.96 * found.standardError, found.raw + 1.96 * found.standardError),
    ),
    ordinalAlpha: figureOf(ordinal, n, (found) => known(found.alpha, n)),
    omega: figureOf(omegas, n, (found) => known(found.total, n)),
  };
}

function structureFigures(answers: ItemAnswers, n: number) {
  const kmo = samplingAdequacy(answers);
  const bartlett = sphericityTest(answers);
  const factor = analyseOneFactor(answers);
  const fit = (pick: (fit: FactorFit) => number) =>
    figureOf(factor, n, (found) =>
      found.fit.df === 0 ? unknown("not-identified", n) : known(pick(found.fit), n),
    );
  return {
    samplingAdequacy: figureOf(kmo, n, (found) => known(found.overall, n)),
    sphericity: figureOf(bartlett, n, (found) => known(found.pValue, n)),
    cfi: fit(({ cfi }) => cfi),
    rmsea: fit(({ rmsea }) => rmsea.value),
    srmr: fit(({ srmr }) => srmr),
  };
}

/** The figure of a statistic, or why there is none. */
export function figureOf<Result extends { readonly estimable: true }>(
  result: Result | NotEstimable,
  n: number,
  figure: (result: Result) => Figure,
): Figure {
  return result.estimable ? figure(result) : unknown(result.reason, n);
}
