import { desc, eq } from "drizzle-orm";
import type { ReportRecord } from "../port/index.ts";
import { type DataContext, type Operation, rowsOf } from "./operation.ts";

export function* saveReport({ db, tables }: DataContext, report: ReportRecord): Operation<void> {
  const { reports } = tables;
  yield* rowsOf(db.insert(reports).values(report).onConflictDoUpdate({ target: reports.id, set: report }));
}

export function* findReport({ db, tables }: DataContext, id: string): Operation<ReportRecord | undefined> {
  const [report] = yield* rowsOf(db.select().from(tables.reports).where(eq(tables.reports.id, id)));
  return report;
}

/** Newest first. */
export function* listReports({ db, tables }: DataContext, wave: string): Operation<readonly ReportRecord[]> {
  const { reports } = tables;
  return yield* rowsOf(
    db
      .select()
      .from(reports)
      .where(eq(reports.wave, wave))
      .orderBy(desc(reports.requestedAt), desc(reports.id)),
  );
}
