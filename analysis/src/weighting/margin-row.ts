import type { Code, DesignRole, InstrumentManifest } from "@tiltas/instrument/definition";
import { type Confidence, confidences, dimensions } from "./margins.ts";
import { MarginsError, type MarginsProblem, type Sentence } from "./margins-problem.ts";
import * as words from "./margins-words.ts";

export interface ReadMarginsOptions {
  /** The instrument's universe; every row must count the same people. */
  readonly population: InstrumentManifest["population"];
  /** True for synthetic studies only: counts from memory or invented are then taken. */
  readonly allowDemonstration: boolean;
  /** Codes a respondent can have, by dimension; a category outside the list is refused. */
  readonly codes?: Partial<Record<DesignRole, readonly Code[]>>;
  /** Line of the file of each row, for what is said of it; left out: one line per row, the header first. */
  readonly lines?: readonly number[] | undefined;
}

/** One checked row of a margins file. */
export interface MarginRow {
  readonly line: number;
  readonly margin: string;
  readonly cell: readonly { readonly dimension: DesignRole; readonly code: string }[];
  readonly count: number;
  /** What the count was multiplied by to reach the instrument's universe; 1 when it counts the same people. */
  readonly factor: number;
  readonly referenceDate: string;
  readonly source: string;
  readonly confidence: Confidence;
  /** Somebody confirmed that the margin of this row is to be scaled however far it is from the total. */
  readonly gapConfirmed: boolean;
}

type Fields = Readonly<Record<string, string>>;
type Universe = Extract<InstrumentManifest["population"], { readonly minimumAge: number }>;
/** Notes what is wrong with a row; the row is then of no use. */
type ObjectTo = (sentence: Sentence) => undefined;

const required = [
  "margin",
  "cell",
  "count",
  "reference_date",
  "ages",
  "eu_citizens",
  "residence",
  "definition",
  "source",
  "confidence",
];

/**
 * Rows that can be used; whatever is wrong with the others is added to `problems`, several things of one row too.
 *
 * @throws MarginsError where no row can be read: columns are absent, or the instrument asks no people
 */
export function readMarginRows(
  rows: readonly Fields[],
  options: ReadMarginsOptions,
  problems: MarginsProblem[],
): MarginRow[] {
  const { population, lines } = options;
  if ("unit" in population) throw new MarginsError([{ line: null, sentence: words.organisations }]);
  const [first] = rows;
  const absent = required.filter((column) => first !== undefined && first[column] === undefined);
  if (absent.length > 0)
    throw new MarginsError(
      absent.map((column) => ({ line: null, sentence: words.noColumn(column, required) })),
    );
  return rows.flatMap((fields, i) => {
    const line = lines?.[i] ?? i + 2;
    const objectTo: ObjectTo = (sentence) => void problems.push({ line, sentence });
    return readMarginRow(fields, line, { ...options, population }, objectTo) ?? [];
  });
}

function readMarginRow(
  fields: Fields,
  line: number,
  { population, codes, allowDemonstration }: ReadMarginsOptions & { readonly population: Universe },
  objectTo: ObjectTo,
): MarginRow | undefined {
  const margin = fields.margin?.trim() || objectTo(words.noMargin);
  const cell = margin === undefined ? undefined : readCell(fields.cell ?? "", margin, codes, objectTo);
  const count = readCount(fields.count ?? "", objectTo);
  const factor = readFactor(fields, population, objectTo);
  const referenceDate = readDate(fields.reference_date ?? "", objectTo);
  const confidence = readConfidence(fields.confidence ?? "", allowDemonstration, objectTo);
  if (margin === undefined || !cell || !count || !factor || !referenceDate || !confidence) return undefined;
  const gapConfirmed = fields.gap_confirmed?.trim() === "yes";
  const source = fields.source ?? "";
  return { line, margin, cell, count, factor, referenceDate, source, confidence, gapConfirmed };
}

function readCell(
  text: string,
  margin: string,
  codes: ReadMarginsOptions["codes"],
  objectTo: ObjectTo,
): MarginRow["cell"] | undefined {
  if (margin === "total") return text.trim() === "" ? [] : objectTo(words.totalWithCell(text));
  const pairs = text.split(";").map((pair) => readPair(pair.trim(), codes, objectTo));
  const cell = pairs.filter((pair) => pair !== undefined);
  if (cell.length < pairs.length) return undefined;
  const repeated = cell.find(
    ({ dimension }, i) => cell.findIndex((other) => other.dimension === dimension) !== i,
  );
  return repeated ? objectTo(words.twiceInCell(repeated.dimension)) : cell;
}

function readPair(
  pair: string,
  codes: ReadMarginsOptions["codes"],
  objectTo: ObjectTo,
): MarginRow["cell"][number] | undefined {
  const at = pair.indexOf("=");
  const [name, code] = [pair.slice(0, Math.max(at, 0)), pair.slice(at + 1)];
  if (at < 1 || code === "") return objectTo(words.cellUnreadable(pair));
  const dimension = dimensions.find((known) => known === name);
  if (!dimension) return objectTo(words.dimensionUnknown(name, dimensions));
  const possible = codes?.[dimension]?.map(String);
  if (possible && !possible.includes(code)) return objectTo(words.codeUnknown(dimension, code));
  return { dimension, code };
}

function readCount(text: string, objectTo: ObjectTo): number | undefined {
  if (!/^\d+$/.test(text.trim()) || Number(text) === 0) return objectTo(words.countUnreadable(text));
  return Number(text);
}

function readFactor(
  fields: Fields,
  { minimumAge, euCitizens, residence }: Universe,
  objectTo: ObjectTo,
): number | undefined {
  const expected = { ages: `${minimumAge}+`, eu_citizens: euCitizens, residence };
  const stated = fields.universe_factor?.trim() ?? "";
  const factor = stated === "" ? 1 : Number(stated);
  if (!(factor > 0) || !Number.isFinite(factor)) return objectTo(words.factorUnreadable(stated));
  const different = Object.entries(expected)
    .filter(([column, value]) => fields[column]?.trim() !== value)
    .map(([column, value]) => ({ column, given: fields[column] ?? "", expected: value }));
  return different.length > 0 && stated === "" ? objectTo(words.otherPeople(different)) : factor;
}

function readDate(text: string, objectTo: ObjectTo): string | undefined {
  const date = text.trim();
  const time = new Date(`${date}T00:00:00Z`);
  const isDay =
    /^\d{4}-\d{2}-\d{2}$/.test(date) &&
    !Number.isNaN(time.getTime()) &&
    time.toISOString().slice(0, 10) === date;
  return isDay ? date : objectTo(words.dateUnreadable(text));
}

function readConfidence(
  text: string,
  allowDemonstration: boolean,
  objectTo: ObjectTo,
): Confidence | undefined {
  const confidence = confidences.find((known) => known === text.trim());
  if (!confidence) return objectTo(words.confidenceUnknown(text, confidences));
  const isInvented = confidence === "memory" || confidence === "invented";
  return isInvented && !allowDemonstration ? objectTo(words.demonstrationOnly(confidence)) : confidence;
}
