import { type Column, type Dataset, missingReasons, type Roster } from "@tiltas/analysis/dataset";
import type { NumberedRow } from "./make-microdata.ts";
import type { MakeMicrodata } from "./task.ts";

/** Reasons that say something of the person; that routing or an older version left a question out, the codebook says. */
const told = new Set(["refused", "dont-know", "no-answer", "not-reached"]);

/** A line for each person, a column for each variable; empty where nothing was answered. */
export function* dataLines({ columns }: Dataset, people: readonly NumberedRow[]): Generator<string> {
  yield lineOf(["person", ...columns.keys()]);
  const all = [...columns.values()];
  for (const { number, row } of people) yield lineOf([number, ...all.map((column) => valueIn(column, row))]);
}

/** A line for each member of a list that people gave, such as their children, in the order in which they gave them. */
export function* listLines(roster: Roster, people: readonly NumberedRow[]): Generator<string> {
  yield lineOf(["person", "member", ...roster.columns.keys()]);
  const all = [...roster.columns.values()];
  for (const { number, members } of withMembers(roster, people))
    for (const [at, member] of members.entries())
      yield lineOf([number, String(at + 1), ...all.map((column) => valueIn(column, member))]);
}

/** Why a cell is empty, a line for each that was asked; of members of a list with their place in it. */
export function* missingLines(dataset: Dataset, people: readonly NumberedRow[]): Generator<string> {
  yield lineOf(["person", "variable", "reason", "member"]);
  const all = [...dataset.columns];
  for (const { number, row } of people)
    for (const [name, column] of all) {
      const reason = reasonIn(column, row);
      if (told.has(reason)) yield lineOf([number, name, reason, ""]);
    }
  for (const [list, roster] of dataset.rosters ?? [])
    for (const { number, members } of withMembers(roster, people))
      for (const [at, member] of members.entries())
        for (const [name, column] of roster.columns) {
          const reason = reasonIn(column, member);
          if (told.has(reason)) yield lineOf([number, `${list}.${name}`, reason, String(at + 1)]);
        }
}

const reasonIn = ({ missing }: Column, row: number) => missingReasons[missing[row] ?? 0] ?? "answered";

/** People in their order with the rows of their members. */
function* withMembers(
  { owner }: Roster,
  people: readonly NumberedRow[],
): Generator<{ readonly number: string; readonly members: readonly number[] }> {
  const members = new Map<number, number[]>();
  for (const [member, row] of owner.entries()) {
    const own = members.get(row);
    if (own) own.push(member);
    else members.set(row, [member]);
  }
  for (const { number, row } of people) {
    const own = members.get(row);
    if (own) yield { number, members: own };
  }
}

/** A line for each code of a variable, or for the variable where it is a number. */
export function* codebookLines({ columns, rosters }: Dataset): Generator<string> {
  yield lineOf([
    "variable",
    "item",
    "kind",
    "label_lt",
    "label_en",
    "code",
    "code_label_lt",
    "code_label_en",
  ]);
  yield* variableLines(columns, "");
  for (const [list, roster] of rosters ?? []) yield* variableLines(roster.columns, `${list}.`);
}

function* variableLines(columns: Dataset["columns"], list: string): Generator<string> {
  for (const { variable } of columns.values()) {
    const { name, item, kind, labels, codes } = variable;
    const own = [`${list}${name}`, item, kind, labels.lt ?? "", labels.en ?? ""];
    if (codes.length === 0) yield lineOf([...own, "", "", ""]);
    for (const { code, labels: words } of codes)
      yield lineOf([...own, String(code), words.lt ?? "", words.en ?? ""]);
  }
}

export function readMe(
  { id, wave, holder, purpose, expires, software }: MakeMicrodata,
  rows: number,
): string {
  return `Tiltas microdata, export ${id}
Wave: ${wave}. Respondents: ${rows}. Made by Tiltas ${software}.
Holder: ${holder}
Purpose: ${purpose}
Delete on: ${expires}

These are answers of people. Names, addresses and contacts are not in them, but a rare combination of answers can still
point to somebody: they stay personal data. Do not give them on, do not publish tables of your own from them, and do not
try to find anybody. If the register says that somebody has withdrawn, delete this file and fetch a new one.

The number of a person is good in this file only: another export has other numbers and another order.
data.csv      a line for each respondent; codes as in codebook.csv, empty where there is no answer
list-….csv    a line for each member of a list that people gave, such as their children; the person as in data.csv
missing.csv   why a cell of somebody who was asked is empty; cells that are in neither were not asked
codebook.csv  variables, their questions and codes
`;
}

function valueIn({ variable, values }: Column, row: number): string {
  const value = values[row] ?? Number.NaN;
  if (variable.kind === "code") return String(variable.codes[value]?.code ?? "");
  return Number.isNaN(value) ? "" : String(value);
}

/** Safe in a spreadsheet: what would be a formula is a text. */
function lineOf(fields: readonly string[]): string {
  return `${fields.map(quoted).join(",")}\r\n`;
}

function quoted(field: string): string {
  const safe = /^[=+@\t\r]/.test(field) || /^-(?!\d+(\.\d+)?$)/.test(field) ? `'${field}` : field;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
