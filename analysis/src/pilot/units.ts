import { variablesOf } from "@tiltas/instrument/codebook";
import {
  type Code,
  type Instrument,
  type Item,
  isFilled,
  type Localized,
} from "@tiltas/instrument/definition";

/** What gets a verdict: an item, or one statement of a grid (`item.row`). */
export interface PilotUnit {
  readonly name: string;
  readonly item: string;
  readonly page: string;
  readonly kind: Item["kind"];
  readonly labels: Localized;
  /** Codes or numbers have an order that means more or less of something. */
  readonly ordered: boolean;
  readonly reversed: boolean;
  readonly sensitive: boolean;
  /** Asks for a fact about the person by which results are broken down: uniform answers are no fault. */
  readonly factual: boolean;
  /** Substantive codes in the order shown; empty for numbers and own words. */
  readonly codes: readonly Code[];
  /** Variables of the dataset: one, every option of a multiple choice, none of own words. */
  readonly variables: readonly string[];
  /** Words to read for the whole item, by language. */
  readonly words: Readonly<Record<string, number>>;
}

/** Everything that respondents answer, in questionnaire order; not what only explains an empty item, is filled in or drawn. */
export function unitsOf(instrument: Instrument): PilotUnit[] {
  const variables = Map.groupBy(variablesOf(instrument), ({ item }) => item);
  return instrument.items
    .filter((item) => item.kind !== "calculated" && item.measure.role !== "missing-reason" && !isFilled(item))
    .flatMap((item) => {
      const own = variables.get(item.name) ?? [];
      const whole = unitOf(item, instrument.manifest.languages);
      if (item.kind !== "matrix") return [{ ...whole, variables: own.map(({ name }) => name) }];
      return own.map(({ name, labels }) => ({ ...whole, name, labels, variables: [name] }));
    });
}

function unitOf(item: Item, languages: readonly string[]): Omit<PilotUnit, "variables"> {
  const { measure, kind } = item;
  const substantive = item.choices.filter(({ missing }) => missing === undefined);
  return {
    name: item.name,
    item: item.name,
    page: item.page,
    kind,
    labels: item.titles,
    ordered: kind === "rating" || kind === "number" || (kind !== "multiple" && isScaled(measure.level)),
    reversed: measure.reversed ?? false,
    sensitive: measure.dataClass === "sensitive" || measure.dataClass === "special-category",
    factual: kind === "number" || (measure.role !== undefined && measure.role !== "screener"),
    codes: substantive.map(({ code }) => code),
    words: Object.fromEntries(languages.map((language) => [language, wordsToRead(item, language)])),
  };
}

function isScaled(level: Item["measure"]["level"]): boolean {
  return level === "ordinal" || level === "interval" || level === "ratio";
}

/** In a long list people read about so many options. */
const mostOptionsRead = 10;

function wordsToRead(item: Item, language: string): number {
  const texts = [
    item.titles,
    ...item.rows.map(({ labels }) => labels),
    ...item.choices.slice(0, mostOptionsRead).map(({ labels }) => labels),
    ...(item.parts ?? []).map(({ titles }) => titles),
  ];
  return texts.reduce((sum, text) => sum + wordsOf(inLanguage(text, language)), 0);
}

/** A text in one language, else in another that it has. */
export function inLanguage(text: Localized, language: string): string {
  return text[language] ?? text.default ?? text.en ?? Object.values(text)[0] ?? "";
}

function wordsOf(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’\-–][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}
