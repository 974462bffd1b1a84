import { buildDataset, type Dataset, missingReasons } from "../dataset/index.ts";
import { type BreakOff, breakOffByPage, type Emptiness, type PageState } from "../quality/index.ts";
import type { PilotInput } from "./input.ts";
import { type PilotUnit, unitsOf } from "./units.ts";

/** Respondents as columns, one entry each, in the order of their responses. */
export interface People {
  readonly count: number;
  readonly ids: readonly string[];
  readonly rowOf: ReadonlyMap<string, number>;
  /** Languages in use, the most frequent first. */
  readonly languages: readonly string[];
  /** By respondent: place in `languages`. */
  readonly language: Int32Array;
  readonly modes: readonly string[];
  readonly mode: Int32Array;
  readonly units: readonly PilotUnit[];
  readonly dataset: Dataset;
  readonly pages: readonly string[];
  readonly breakOff: BreakOff;
}

export async function readPeople({ instrument, responses }: PilotInput): Promise<People> {
  const dataset = await buildDataset(
    [instrument],
    responses.map((response) => ({
      ...response,
      revision: 1,
      hash: "",
      instrument: instrument.digest,
      leftOut: null,
    })),
  );
  const ids = responses.map(({ responseId }) => responseId);
  const languages = coded(responses.map(({ language }) => language));
  const modes = coded(responses.map(({ mode }) => mode));
  const units = unitsOf(instrument);
  const pages = instrument.pages
    .map(({ name }) => name)
    .filter((name) => units.some((unit) => unit.page === name && unit.variables.length > 0));
  return {
    count: dataset.rows,
    ids,
    rowOf: new Map(ids.map((id, row) => [id, row])),
    languages: languages.names,
    language: languages.codes,
    modes: modes.names,
    mode: modes.codes,
    units,
    dataset,
    pages,
    breakOff: breakOffByPage(pages.map((page) => pageStates(page, units, dataset))),
  };
}

/** Names by how often they occur, and their places. */
export function coded(values: readonly string[]): {
  readonly names: readonly string[];
  readonly codes: Int32Array;
} {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const names = [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([name]) => name);
  const place = new Map(names.map((name, i) => [name, i]));
  return { names, codes: Int32Array.from(values, (value) => place.get(value) ?? -1) };
}

/** 1 for respondents of a language; everyone when left out. */
export function withinLanguage(people: People, language: number | undefined): Uint8Array {
  return Uint8Array.from({ length: people.count }, (_, row) =>
    language === undefined || people.language[row] === language ? 1 : 0,
  );
}

/**
 * Numbers of a unit, NaN missing: a number itself, numeric codes as they are, other codes by their place. A multiple
 * choice has none.
 */
export function valuesOf({ units: _, dataset, count }: People, unit: PilotUnit): Float64Array {
  const [first] = unit.variables;
  const column = first === undefined ? undefined : dataset.columns.get(first);
  if (!column || unit.kind === "multiple") return new Float64Array(count).fill(Number.NaN);
  if (column.variable.kind === "number") return Float64Array.from(column.values);
  const codes = column.variable.codes.map(({ code }) => code);
  const numeric = codes.every((code) => typeof code === "number");
  return Float64Array.from(column.values, (place) =>
    place < 0 ? Number.NaN : numeric ? Number(codes[place]) : place,
  );
}

/** Why cells of a unit are empty. Somebody who came to the end has reached everything. */
export function emptinessOf({ dataset, breakOff, count }: People, unit: PilotUnit): Emptiness[] {
  const column = dataset.columns.get(unit.variables[0] ?? "");
  return Array.from({ length: count }, (_, row) => {
    const why = missingReasons[column?.missing[row] ?? 4] ?? "not-asked";
    if (why === "not-reached") return breakOff.leftAt[row] === -1 ? "no-answer" : "spared";
    return why === "not-asked" || why === "not-in-version" ? "spared" : why;
  });
}

function pageStates(page: string, units: readonly PilotUnit[], { rows, columns }: Dataset): PageState[] {
  const own = units
    .filter((unit) => unit.page === page)
    .flatMap(({ variables }) => columns.get(variables[0] ?? "") ?? []);
  return Array.from({ length: rows }, (_, row) => {
    const reasons = own.map(({ missing }) => missingReasons[missing[row]!]!);
    if (reasons.some((why) => why === "answered" || why === "refused" || why === "dont-know"))
      return "answered";
    if (reasons.includes("no-answer")) return "left-empty";
    return reasons.includes("not-reached") ? "unreached" : "not-asked";
  });
}
