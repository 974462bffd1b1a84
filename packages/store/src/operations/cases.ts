import { and, asc, eq, inArray, isNull, or } from "drizzle-orm";
import type { CaseRecord } from "../port/index.ts";
import type { DataTables } from "../tables/index.ts";
import { type DataContext, type Operation, rowsOf } from "./operation.ts";
import { studyOf } from "./studies.ts";

/** Rows in one statement: SQLite takes 32,766 values. */
const atOnce = 500;

export function* addCases(
  context: DataContext,
  { wave, cases: added }: { wave: string; cases: readonly CaseRecord[] },
): Operation<readonly string[]> {
  const { db, tables } = context;
  const study = yield* studyOf(context, wave);
  const known = new Set((yield* listCases(context, wave)).map(identity));
  const twice = added.filter((one) => known.has(identity(one))).map(({ number }) => number);
  if (twice.length > 0) return twice;
  for (let from = 0; from < added.length; from += atOnce) {
    const rows = added.slice(from, from + atOnce).map((one) => ({ ...one, study, wave }));
    yield* rowsOf(db.insert(tables.cases).values(rows));
  }
  return [];
}

const identity = ({ municipality, number }: CaseRecord) => `${municipality}/${number}`;

export function* listCases(
  { db, tables: { cases } }: DataContext,
  wave: string,
): Operation<readonly CaseRecord[]> {
  return yield* rowsOf(
    db.select(shown(cases)).from(cases).where(eq(cases.wave, wave)).orderBy(asc(cases.number), asc(cases.id)),
  );
}

export interface WorkOf {
  readonly id: string;
  readonly wave: string;
  readonly municipality: string | null;
}

export function* casesOfDevice(
  { db, tables: { cases } }: DataContext,
  device: WorkOf,
): Operation<readonly CaseRecord[]> {
  return yield* rowsOf(
    db
      .select(shown(cases))
      .from(cases)
      .where(worksOn(cases, device))
      .orderBy(asc(cases.number), asc(cases.id)),
  );
}

/** Its own cases, and those of its municipality that belong to no tablet. */
export function worksOn(cases: DataTables["cases"], { id, wave, municipality }: WorkOf) {
  const near =
    municipality === null
      ? isNull(cases.device)
      : and(isNull(cases.device), eq(cases.municipality, municipality));
  return and(eq(cases.wave, wave), or(eq(cases.device, id), near));
}

export function* assignCases(
  { db, tables: { cases } }: DataContext,
  { wave, cases: ids, device }: { wave: string; cases: readonly string[]; device: string | null },
): Operation<void> {
  yield* rowsOf(
    db
      .update(cases)
      .set({ device })
      .where(and(eq(cases.wave, wave), inArray(cases.id, [...ids]))),
  );
}

function shown({ id, wave, number, municipality, language, device, disposition }: DataTables["cases"]) {
  return { id, wave, number, municipality, language, device, disposition };
}
