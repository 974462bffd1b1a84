import { type Instrument, itemWithRole } from "@tiltas/instrument/definition";
import { type Answers, compileConditions, offeringsIn } from "@tiltas/instrument/plan";
import type { Variable } from "./dataset.ts";
import { chancesIn, type GrowingChances } from "./growing-chances.ts";
import type { GrowingColumn } from "./growing-column.ts";
import type { GrowingRoster } from "./growing-roster.ts";
import { partsAskedIn } from "./parts-asked.ts";
import { appenderOf, type CellAppender, isRecord } from "./read-answers.ts";

/** What grows while responses are read: a cell in every column, a row per member in every list, a chance per draw. */
export interface Growing {
  readonly columns: readonly GrowingColumn[];
  readonly rosters: readonly GrowingRoster[];
  readonly chances: GrowingChances;
}

/** Reads one response's answers (JSON text). @returns false, and appends nothing, for who was screened out */
export type ResponseReader = (answers: string, growing: Growing) => boolean;

/** The reader for responses that pin this version. */
export function readerOf(
  instrument: Instrument,
  variables: readonly Variable[],
  rosters: ReadonlyMap<string, readonly Variable[]>,
): ResponseReader {
  const append = appenderOf(instrument, variables, offeringsIn(instrument));
  const plan = compileConditions(instrument);
  const lists = [...rosters].map(([name, own]) => listReader(instrument, name, own));
  const chancesOf = chancesIn(instrument);
  const entrance = entranceOf(instrument);
  return (text, { columns, rosters: growing, chances }) => {
    const answers = parseAnswers(text);
    const asked = plan.asked(answers);
    if (entrance !== undefined && !asked.has(entrance)) return false;
    append(answers, asked, columns);
    chances.append(chancesOf(answers));
    lists.forEach((read, i) => {
      const roster = growing[i];
      if (roster) read(answers, asked, roster);
    });
    return true;
  };
}

/** The item that everyone who belongs to the study is asked: where they live. */
function entranceOf(instrument: Instrument): string | undefined {
  const item = itemWithRole(instrument, "actual-municipality") ?? itemWithRole(instrument, "municipality");
  return item?.name;
}

function parseAnswers(text: string): Answers {
  const answers: unknown = JSON.parse(text);
  return isRecord(answers) ? answers : {};
}

type ListReader = (answers: Answers, asked: ReadonlySet<string>, roster: GrowingRoster) => void;

/** The members of one list; none where this version does not have it, routing skips it, or it was left empty. */
function listReader(instrument: Instrument, name: string, variables: readonly Variable[]): ListReader {
  const item = instrument.items.find((one) => one.name === name && one.kind === "roster");
  const parts = item?.parts ?? [];
  const append: CellAppender = appenderOf({ items: parts }, variables);
  const askedOf = partsAskedIn(instrument, name, parts);
  return (answers, asked, roster) => {
    const members = answers[name];
    const given = item && asked.has(name) && Array.isArray(members) ? members.filter(isRecord) : [];
    roster.respondent(given.length, (member) => {
      const entry = given[member] ?? {};
      append(entry, askedOf(answers, entry, member), roster.columns);
    });
  };
}
