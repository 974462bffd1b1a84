import { benjaminiHochberg } from "../numerics/index.ts";
import { type ItemAnswers, regressionDif, testInvariance } from "../psychometrics/index.ts";
import { type Figure, known, type Unknown, unknown } from "./figure.ts";
import type { PilotInput, PilotScale } from "./input.ts";
import type { People } from "./people.ts";
import { completeWithin, scaleAnswers, withoutItems } from "./scale-answers.ts";

/** Whether an item works in one language as it does in the most frequent one, among people of equal score. */
export interface LanguageDif {
  readonly scale: string;
  readonly unit: string;
  readonly language: string;
  readonly reference: string;
  /** Gain in Nagelkerke's R². */
  readonly effect: Figure;
  /** Adjusted over all tests of the pilot (Benjamini–Hochberg). */
  readonly pValue: number | null;
}

interface Tested extends LanguageDif {
  readonly raw: number;
}

/** DIF by language, item by item; who answers an item otherwise leaves the score that others are matched on. */
export function difByLanguage(input: PilotInput, people: People): LanguageDif[] {
  const tested = input.scales.flatMap((scale) => {
    const answers = scaleAnswers(scale, people);
    return people.languages.slice(1).flatMap((_, i) => difOfScale(scale, answers, i + 1, input, people));
  });
  const adjusted = benjaminiHochberg(tested.map(({ raw }) => raw));
  return tested.map(({ raw: _, ...result }, i) => ({
    ...result,
    pValue: Number.isNaN(adjusted[i]!) ? null : adjusted[i]!,
  }));
}

function difOfScale(
  { id }: PilotScale,
  answers: ItemAnswers,
  language: number,
  { thresholds }: PilotInput,
  people: People,
): Tested[] {
  const pair = Uint8Array.from(people.language, (own) => (own === 0 || own === language ? 1 : 0));
  const complete = completeWithin(
    { ...answers, values: [...answers.values, Float64Array.from(people.language)] },
    pair,
  );
  const focal = (complete.values.at(-1) ?? new Float64Array()).map((own) => (own === language ? 1 : 0));
  const items: ItemAnswers = { names: answers.names, values: complete.values.slice(0, -1) };
  const groups = [focal.filter((own) => own === 0).length, focal.filter((own) => own === 1).length];
  const needs = thresholds.comparisonRespondents;
  const named = { scale: id, language: people.languages[language]!, reference: people.languages[0]! };
  const fewest = Math.min(...groups);
  const without = (figure: Unknown) =>
    items.names.map((unit) => ({ ...named, unit, effect: figure, pValue: null, raw: Number.NaN }));
  if (items.names.length < 3) return without(unknown("too-few-items", fewest));
  if (fewest < needs) return without(unknown("too-few", fewest, needs));
  return purified(items, focal, thresholds.difModerate).map((result) => ({
    ...named,
    ...result,
    pValue: null,
  }));
}

type Result = { readonly unit: string; readonly effect: Figure; readonly raw: number };

/** Takes out of the matching score, one by one, the item that differs most. */
function purified(items: ItemAnswers, focal: Float64Array, limit: number): Result[] {
  const aside = new Set<string>();
  for (;;) {
    const results = items.names.map((unit) => resultOf(unit, items, focal, aside));
    const worst = results
      .filter(
        ({ unit, effect, raw }) => !aside.has(unit) && effect.known && effect.value >= limit && raw < 0.01,
      )
      .toSorted((a, b) => numberIn(b.effect) - numberIn(a.effect))[0];
    if (worst === undefined || items.names.length - aside.size <= 2) return results;
    aside.add(worst.unit);
  }
}

function resultOf(unit: string, items: ItemAnswers, focal: Float64Array, aside: ReadonlySet<string>): Result {
  const item = items.values[items.names.indexOf(unit)]!;
  const rest = withoutItems(items, new Set([...aside, unit])).values;
  const score = item.map((_, row) => rest.reduce((sum, column) => sum + column[row]!, 0));
  const found = regressionDif({ item, focal, score });
  if (!found.estimable) return { unit, effect: unknown(found.reason, item.length), raw: Number.NaN };
  return {
    unit,
    effect: known(Math.max(0, found.nagelkerke[2] - found.nagelkerke[0]), item.length),
    raw: found.total.pValue,
  };
}

function numberIn(figure: Figure): number {
  return figure.known ? figure.value : 0;
}

/** Whether a scale measures the same in several languages; a screening, whose cut-offs are disputed. */
export interface LanguageInvariance {
  readonly scale: string;
  readonly languages: readonly string[];
  /** Loss of CFI and gain of RMSEA when loadings are held equal, then intercepts too. */
  readonly metricCfi: Figure;
  readonly metricRmsea: Figure;
  readonly scalarCfi: Figure;
  readonly scalarRmsea: Figure;
}

export function invarianceByLanguage(input: PilotInput, people: People): LanguageInvariance[] {
  return input.scales.map((scale) => {
    const answers = scaleAnswers(scale, people);
    const complete = Array.from(people.language.keys()).filter((row) =>
      answers.values.every((column) => !Number.isNaN(column[row]!)),
    );
    const sizes = people.languages.map(
      (_, place) => complete.filter((row) => people.language[row] === place).length,
    );
    const needs = input.thresholds.comparisonRespondents;
    const places = [...sizes.keys()].filter((place) => sizes[place]! >= needs);
    const languages = places.map((place) => people.languages[place]!);
    const named = { scale: scale.id, languages };
    const second = sizes.toSorted((a, b) => b - a)[1] ?? 0;
    if (languages.length < 2) return { ...named, ...allUnknown(unknown("too-few", second, needs)) };
    const of = people.language.map((own) => places.indexOf(own));
    const found = testInvariance(answers, [{ name: scale.id, items: answers.names }], {
      groups: { of, names: languages },
    });
    if (!found.estimable) return { ...named, ...allUnknown(unknown(found.reason, complete.length)) };
    const n = found.configural.fit.respondents;
    const { metricAgainstConfigural: metric, scalarAgainstMetric: scalar } = found;
    return {
      ...named,
      metricCfi: known(-metric.cfi, n),
      metricRmsea: known(metric.rmsea, n),
      scalarCfi: known(-scalar.cfi, n),
      scalarRmsea: known(scalar.rmsea, n),
    };
  });
}

function allUnknown(figure: Unknown) {
  return { metricCfi: figure, metricRmsea: figure, scalarCfi: figure, scalarRmsea: figure };
}
