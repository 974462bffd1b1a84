/** A row of a pasted list that can become a case. */
export interface ListedCase {
  readonly number: string;
  readonly municipality: string | null;
  readonly language: string | null;
}

export type CaseObjection = "number" | "place" | "language" | "twice" | "columns" | "known";

export interface CheckedList {
  readonly cases: readonly ListedCase[];
  /** Lines are counted from one, as a spreadsheet counts them. */
  readonly wrong: readonly { readonly line: number; readonly what: CaseObjection }[];
}

/** What a list is checked against. */
export interface ListChecks {
  /** Municipalities the person works in: code and name. */
  readonly places: readonly { readonly value: string; readonly label: string }[];
  /** The place of rows that name none. */
  readonly ownPlace: string | null;
  readonly languages: readonly string[];
  /** Cases that are in the wave: the municipality's code (or null), a slash, the number. */
  readonly known: ReadonlySet<string>;
}

export const caseIdentity = ({ municipality, number }: Pick<ListedCase, "municipality" | "number">) =>
  `${municipality}/${number}`;

/** Reads rows of `number; municipality; language`, separated by tab, semicolon or comma; a head line is passed over. */
export function checkList(text: string, checks: ListChecks): CheckedList {
  const cases: ListedCase[] = [];
  const wrong: { line: number; what: CaseObjection }[] = [];
  const seen = new Set<string>();
  for (const [at, row] of text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .entries()) {
    const cells = cellsOf(row);
    if (cells.every((cell) => cell === "") || (at === 0 && isHead(cells))) continue;
    const read = readCase(cells, checks);
    const what = typeof read === "string" ? read : repeated(read, seen, checks.known);
    if (what !== undefined) wrong.push({ line: at + 1, what });
    else if (typeof read !== "string") cases.push(read);
    if (typeof read !== "string") seen.add(caseIdentity(read));
  }
  return { cases, wrong };
}

function cellsOf(row: string): string[] {
  const separator = row.includes("\t") ? "\t" : row.includes(";") ? ";" : ",";
  return row.split(separator).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, "$1")
      .trim(),
  );
}

const isHead = ([first = ""]: readonly string[]) => /^(case|number|no|nr|numeris|atvejis)\.?$/i.test(first);

function readCase(cells: readonly string[], checks: ListChecks): ListedCase | CaseObjection {
  const [number = "", place = "", language = "", ...more] = cells;
  if (more.some((cell) => cell !== "")) return "columns";
  if (!/^[\p{L}\d-]{1,20}$/u.test(number)) return "number";
  const municipality = place === "" ? checks.ownPlace : codeOf(place, checks.places);
  if (municipality === undefined) return "place";
  if (language !== "" && !checks.languages.includes(language)) return "language";
  return { number, municipality, language: language === "" ? null : language };
}

/** By code or by name. */
function codeOf(place: string, places: ListChecks["places"]): string | undefined {
  const asked = place.toLocaleLowerCase();
  return places.find(({ value, label }) => value === asked || label.toLocaleLowerCase() === asked)?.value;
}

function repeated(
  one: ListedCase,
  seen: ReadonlySet<string>,
  known: ReadonlySet<string>,
): CaseObjection | undefined {
  if (seen.has(caseIdentity(one))) return "twice";
  return known.has(caseIdentity(one)) ? "known" : undefined;
}
