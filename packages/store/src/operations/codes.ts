import { and, asc, count, desc, eq, isNull } from "drizzle-orm";
import type { CodeCount, CodeRecord, NewCodes } from "../port/index.ts";
import { type DataContext, type Operation, rowsOf } from "./operation.ts";
import { studyOf } from "./studies.ts";

/** Rows in one statement: SQLite takes 32,766 values. */
const atOnce = 500;

export function* issueCodes(context: DataContext, issued: NewCodes): Operation<void> {
  const { db, tables } = context;
  const { wave, channel, issuedOn, codes } = issued;
  const study = yield* studyOf(context, wave);
  for (let from = 0; from < codes.length; from += atOnce) {
    const rows = codes
      .slice(from, from + atOnce)
      .map((code) => ({ code, study, wave, channel, issuedOn, spentOn: null }));
    yield* rowsOf(db.insert(tables.codes).values(rows));
  }
}

export function* findCode({ db, tables }: DataContext, code: string): Operation<CodeRecord | undefined> {
  const [row] = yield* rowsOf(db.select().from(tables.codes).where(eq(tables.codes.code, code)));
  return row && { wave: row.wave, channel: row.channel, spent: row.spentOn !== null };
}

/** Spends a code within a write: of two at once exactly one finds it fresh. `day`: YYYY-MM-DD (UTC). */
export function* spendCode(
  { db, tables: { codes } }: DataContext,
  { wave, code, day }: { wave: string; code: string; day: string },
): Operation<"spent" | "code-spent" | "code-unknown"> {
  const ofWave = and(eq(codes.code, code), eq(codes.wave, wave));
  const [spent] = yield* rowsOf(
    db
      .update(codes)
      .set({ spentOn: day })
      .where(and(ofWave, isNull(codes.spentOn)))
      .returning({ code: codes.code }),
  );
  if (spent) return "spent";
  const [known] = yield* rowsOf(db.select({ code: codes.code }).from(codes).where(ofWave));
  return known ? "code-spent" : "code-unknown";
}

export function* countCodes(
  { db, tables: { codes } }: DataContext,
  wave: string,
): Operation<readonly CodeCount[]> {
  const { channel, issuedOn } = codes;
  return yield* rowsOf(
    db
      .select({ channel, issuedOn, issued: count(), spent: count(codes.spentOn) })
      .from(codes)
      .where(eq(codes.wave, wave))
      .groupBy(channel, issuedOn)
      .orderBy(desc(issuedOn), asc(channel)),
  );
}
