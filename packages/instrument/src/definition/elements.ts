import { describe, readChoices } from "./choices.ts";
import type { Choice, Item } from "./item.ts";
import type { JsonObject } from "./json.ts";
import { at, type ElementType } from "./properties.ts";
import type { Findings } from "./refusal.ts";
import { readText } from "./text.ts";

/** What one element type adds to an item beyond name, title and conditions. */
type Content = Pick<Item, "kind" | "choices" | "rows"> &
  Pick<Partial<Item>, "minimum" | "maximum" | "maximumLength">;

/** Where an element is read: its place, the instrument's languages, and where objections go. */
export interface Reading {
  readonly path: string;
  readonly languages: readonly string[];
  readonly findings: Findings;
}

/** Longest own-words answer, in code points, where the questionnaire names no limit. */
const longestText = 20_000;

export const readContent: Readonly<Record<ElementType, (element: JsonObject, reading: Reading) => Content>> =
  {
    radiogroup: (element, reading) => ({ kind: "single", choices: options(element, reading), rows: [] }),
    dropdown: (element, reading) => ({ kind: "single", choices: options(element, reading), rows: [] }),
    checkbox: (element, reading) => ({
      kind: "multiple",
      choices: [...options(element, reading), ...noneOf(element, reading)],
      rows: [],
    }),
    matrix: (element, reading) => ({
      kind: "matrix",
      choices: readChoices(element.columns, reading.languages, at(reading.path, "columns"), reading.findings),
      rows: readChoices(element.rows, reading.languages, at(reading.path, "rows"), reading.findings),
    }),
    rating: readRating,
    text: (element, reading) =>
      element.inputType === "number" ? readNumber(element, reading) : readOwnWords(element, reading),
    comment: readOwnWords,
  };

export function isElementType(type: unknown): type is ElementType {
  return typeof type === "string" && Object.hasOwn(readContent, type);
}

function options(element: JsonObject, { path, languages, findings }: Reading): Choice[] {
  const choices = readChoices(element.choices, languages, at(path, "choices"), findings);
  if (element.type !== "checkbox") return choices;
  return choices.map((choice) => (choice.code === "none" ? { ...choice, exclusive: true } : choice));
}

function noneOf(element: JsonObject, { path, languages, findings }: Reading): Choice[] {
  if (element.showNoneItem !== true) return [];
  if (element.noneText === undefined)
    findings.add(at(path, "noneText"), "Write the words of the none option, in every language.");
  return [
    describe("none", readText(element.noneText ?? "none", languages, at(path, "noneText"), findings), true),
  ];
}

function readRating(element: JsonObject, reading: Reading): Content {
  const { path, languages, findings } = reading;
  const choices =
    element.rateValues === undefined
      ? rungs(element, reading).map((rung) =>
          describe(rung, readText(String(rung), languages, path, findings), false),
        )
      : readChoices(element.rateValues, languages, at(path, "rateValues"), findings);
  const numbers = choices.flatMap(({ code }) => (typeof code === "number" ? [code] : []));
  if (numbers.length === 0) return { kind: "rating", choices, rows: [] };
  return { kind: "rating", choices, rows: [], minimum: Math.min(...numbers), maximum: Math.max(...numbers) };
}

/** survey-core shows no more than 20 rungs that are not written out. */
const mostRungs = 20;

function rungs(element: JsonObject, { path, findings }: Reading): number[] {
  const first = numberAt(element, "rateMin", path, findings) ?? 1;
  const last = numberAt(element, "rateMax", path, findings) ?? 5;
  const step = numberAt(element, "rateStep", path, findings) ?? 1;
  const length = Math.floor((last - first) / step) + 1;
  if (
    ![first, last, step].every(Number.isSafeInteger) ||
    step <= 0 ||
    !(length >= 2 && length <= mostRungs)
  ) {
    findings.add(
      path,
      `A rating has between 2 and ${mostRungs} rungs, in whole steps from rateMin to rateMax; or write rateValues.`,
    );
    return [];
  }
  return Array.from({ length }, (_, i) => first + i * step);
}

function readNumber(element: JsonObject, { path, findings }: Reading): Content {
  const minimum = numberAt(element, "min", path, findings);
  const maximum = numberAt(element, "max", path, findings);
  if (minimum !== undefined && maximum !== undefined && minimum > maximum)
    findings.add(at(path, "min"), "min is above max.");
  return {
    kind: "number",
    choices: [],
    rows: [],
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
  };
}

function readOwnWords(element: JsonObject, { path, findings }: Reading): Content {
  if (element.inputType !== undefined && element.inputType !== "text") {
    findings.add(at(path, "inputType"), 'Only the input types "text" and "number" are known here.');
  }
  const limit = numberAt(element, "maxLength", path, findings);
  const maximumLength = limit !== undefined && limit > 0 ? Math.min(limit, longestText) : longestText;
  return { kind: "text", choices: [], rows: [], maximumLength };
}

function numberAt(
  element: JsonObject,
  property: string,
  path: string,
  findings: Findings,
): number | undefined {
  const value = element[property];
  if (value === undefined) return undefined;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  findings.add(at(path, property), "A number is expected here.");
  return undefined;
}
