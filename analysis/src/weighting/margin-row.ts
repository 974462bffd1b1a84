import type { Code, DesignRole, InstrumentManifest } from "@tiltas/instrument/definition";
import { type Confidence, confidences, dimensions, MarginsError } from "./margins.ts";

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

/** @throws MarginsError naming the line, what is wrong with it, and the remedy */
export function readMarginRow(fields: Fields, line: number, options: ReadMarginsOptions): MarginRow {
  for (const column of required)
    if (fields[column] === undefined)
      throw new MarginsError(
        `The margins file has no column "${column}". Add it; the file needs the columns ${required.join(", ")}.`,
      );
  const margin = fields.margin?.trim() ?? "";
  if (margin === "")
    throw new MarginsError(
      `Line ${line} of the margins names no margin. Write the margin it belongs to in the first column.`,
    );
  return {
    line,
    margin,
    cell: readCell(fields.cell ?? "", line, margin, options.codes),
    count: readCount(fields.count ?? "", line),
    factor: readFactor(fields, line, options.population),
    referenceDate: readDate(fields.reference_date ?? "", line),
    source: fields.source ?? "",
    confidence: readConfidence(fields.confidence ?? "", line, options.allowDemonstration),
    gapConfirmed: fields.gap_confirmed?.trim() === "yes",
  };
}

function readCell(
  text: string,
  line: number,
  margin: string,
  codes: ReadMarginsOptions["codes"],
): MarginRow["cell"] {
  if (margin === "total") {
    if (text.trim() !== "")
      throw new MarginsError(
        `Line ${line} declares the total but names the cell "${text}". Leave the cell of the total empty.`,
      );
    return [];
  }
  const cell = text.split(";").map((pair) => readPair(pair.trim(), line, codes));
  const repeated = cell.find(
    ({ dimension }, i) => cell.findIndex((other) => other.dimension === dimension) !== i,
  );
  if (repeated)
    throw new MarginsError(
      `Line ${line} of the margins names ${repeated.dimension} twice in one cell. Write one row per category.`,
    );
  return cell;
}

function readPair(pair: string, line: number, codes: ReadMarginsOptions["codes"]): MarginRow["cell"][number] {
  const at = pair.indexOf("=");
  const [name, code] = [pair.slice(0, Math.max(at, 0)), pair.slice(at + 1)];
  if (at < 1 || code === "")
    throw new MarginsError(
      `Line ${line} of the margins has the cell "${pair}". Write it as dimension=code, several joined by ";".`,
    );
  const dimension = dimensions.find((known) => known === name);
  if (!dimension)
    throw new MarginsError(
      `Line ${line} of the margins uses the dimension "${name}", which no item of the instrument has as its role. Use one of ${dimensions.join(", ")}.`,
    );
  const possible = codes?.[dimension]?.map(String);
  if (possible && !possible.includes(code))
    throw new MarginsError(
      `Line ${line} of the margins counts ${dimension}=${code}, a category nobody can have: the instrument has no such code. Use one of its codes, or remove the row.`,
    );
  return { dimension, code };
}

function readCount(text: string, line: number): number {
  if (!/^\d+$/.test(text.trim()) || Number(text) === 0)
    throw new MarginsError(
      `Line ${line} of the margins has the count "${text}". Counts are whole numbers above zero: correct it, or merge the category with a neighbour.`,
    );
  return Number(text);
}

function readFactor(fields: Fields, line: number, population: ReadMarginsOptions["population"]): number {
  if ("unit" in population)
    throw new MarginsError(
      "The instrument asks organisations, and margins count people. Give the wave no margins; every organisation then counts once.",
    );
  const { minimumAge, euCitizens, residence } = population;
  const expected = { ages: `${minimumAge}+`, eu_citizens: euCitizens, residence };
  const different = Object.entries(expected).filter(([column, value]) => fields[column]?.trim() !== value);
  const stated = fields.universe_factor?.trim() ?? "";
  const factor = stated === "" ? 1 : Number(stated);
  if (!(factor > 0) || !Number.isFinite(factor))
    throw new MarginsError(
      `Line ${line} of the margins has the universe factor "${stated}". Write a number above zero, or leave it empty.`,
    );
  if (different.length > 0 && stated === "") {
    const what = different
      .map(([column, value]) => `${column} "${fields[column]}" instead of "${value}"`)
      .join(" and ");
    throw new MarginsError(
      `Line ${line} of the margins counts other people than the instrument asks: ${what}. Use counts of the right universe, or state the factor that converts them in a column universe_factor.`,
    );
  }
  return factor;
}

function readDate(text: string, line: number): string {
  const date = text.trim();
  const time = new Date(`${date}T00:00:00Z`);
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(date) ||
    Number.isNaN(time.getTime()) ||
    time.toISOString().slice(0, 10) !== date
  )
    throw new MarginsError(
      `Line ${line} of the margins has the reference date "${text}". Write a day as YYYY-MM-DD.`,
    );
  return date;
}

function readConfidence(text: string, line: number, allowDemonstration: boolean): Confidence {
  const confidence = confidences.find((known) => known === text.trim());
  if (!confidence)
    throw new MarginsError(
      `Line ${line} of the margins has the confidence "${text}". Use one of ${confidences.join(", ")}.`,
    );
  if (!allowDemonstration && (confidence === "memory" || confidence === "invented"))
    throw new MarginsError(
      `Line ${line} of the margins has the confidence "${confidence}", which serves demonstrations only. Replace the count by one from a source before weighting real answers.`,
    );
  return confidence;
}
