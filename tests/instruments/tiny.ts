import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { InstrumentFiles } from "@tiltas/instrument/definition";

/** A tiny instrument: one feature, and what is left out filled in with the ordinary. */
export interface TinyInstrument {
  readonly name: string;
  /** What it shows, in words. */
  readonly feature: string;
  readonly files: InstrumentFiles;
  /** surveyjs only: the items that are read. */
  readonly items: readonly ExpectedItem[];
  /** invalid only: where the reader objects, in order, and words of the objection. */
  readonly findings: readonly { readonly path: string; readonly says: string }[];
}

/** An item in short: what the file leaves out is not looked at. */
export interface ExpectedItem {
  readonly name: string;
  readonly kind: string;
  readonly codes?: readonly (string | number)[];
  readonly missing?: Readonly<Record<string, string>>;
  readonly rows?: readonly (string | number)[];
  readonly parts?: readonly ExpectedItem[];
  readonly conditions?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly valueName?: string;
}

interface TinyFile {
  readonly feature: string;
  readonly questionnaire: unknown;
  /** By item name: what differs from an ordinary measure; null leaves the item without one. */
  readonly measures?: Readonly<Record<string, object | null>>;
  readonly findings?: TinyInstrument["findings"];
  readonly items?: TinyInstrument["items"];
}

export function validInstruments(): TinyInstrument[] {
  return instrumentsIn("valid");
}

export function invalidInstruments(): TinyInstrument[] {
  return instrumentsIn("invalid");
}

/** What any SurveyJS tool may write, and the items it is read into. */
export function surveyjsInstruments(): TinyInstrument[] {
  return instrumentsIn("surveyjs");
}

function instrumentsIn(folder: string): TinyInstrument[] {
  const path = join(import.meta.dirname, folder);
  return readdirSync(path)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => readTiny(join(path, file)));
}

function readTiny(path: string): TinyInstrument {
  const {
    feature,
    questionnaire,
    measures = {},
    findings = [],
    items: expected = [],
  }: TinyFile = JSON.parse(readFileSync(path, "utf8"));
  const name = basename(path, ".json");
  const names = [...new Set([...namesIn(questionnaire), ...Object.keys(measures)])].filter(
    (item) => measures[item] !== null,
  );
  const items = Object.fromEntries(names.map((item) => [item, { ...ordinaryMeasure, ...measures[item] }]));
  return {
    name,
    feature,
    findings,
    items: expected,
    files: { manifest: manifestOf(name), questionnaire, measures: { items } },
  };
}

const ordinaryMeasure = {
  concept: "something small",
  domain: "belonging",
  level: "nominal",
  purpose: "a test",
  dataClass: "ordinary",
};

function manifestOf(name: string): object {
  return {
    id: `tiny-${name}`,
    version: "1.0.0",
    title: { lt: "Mažytis", en: "Tiny" },
    languages: ["lt", "en"],
    universe: { lt: "Niekas", en: "Nobody" },
    population: { minimumAge: 18, euCitizens: "out", residence: "permit" },
    licence: "MIT",
  };
}

/** Names of the items that stand on pages and in panels. */
function namesIn(element: unknown): string[] {
  if (typeof element !== "object" || element === null) return [];
  const inside = [Reflect.get(element, "pages"), Reflect.get(element, "elements")]
    .filter((list) => Array.isArray(list))
    .flat();
  if (inside.length > 0) return inside.flatMap(namesIn);
  const [name, type] = [Reflect.get(element, "name"), Reflect.get(element, "type")];
  return typeof name === "string" && itemTypes.includes(type) ? [name] : [];
}

const itemTypes = [
  "radiogroup",
  "dropdown",
  "checkbox",
  "matrix",
  "rating",
  "text",
  "comment",
  "paneldynamic",
];
