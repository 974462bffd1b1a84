import { and, asc, between, eq, gt, inArray, lte, not, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { ResponseHead } from "../port/index.ts";
import { type DataContext, type Operation, rowsOf } from "./operation.ts";

/** The same page as `pageOfWave`, without the texts. */
export function* headsPage(
  { db, tables }: DataContext,
  page: { wave: string; after: number; until: number; size: number },
): Operation<ResponseHead[]> {
  const { responses } = tables;
  const newer = alias(responses, "newer");
  const replaced = db
    .select({ one: sql`1` })
    .from(newer)
    .where(
      and(
        eq(newer.responseId, responses.responseId),
        gt(newer.revision, responses.revision),
        lte(newer.sequence, page.until),
      ),
    );
  const { sequence, responseId, revision, instrument, hash } = responses;
  const { language, mode, channel, changes, findings, receivedAt } = responses;
  return yield* rowsOf(
    db
      .select({
        ...{ sequence, responseId, revision, instrument, hash },
        ...{ language, mode, channel, changes, findings, receivedAt },
      })
      .from(responses)
      .where(
        and(
          eq(responses.wave, page.wave),
          gt(sequence, page.after),
          lte(sequence, page.until),
          not(sql`exists ${replaced}`),
        ),
      )
      .orderBy(asc(sequence))
      .limit(page.size),
  );
}

/** Answers by place in server order; who withdrew meanwhile is not among them. */
export function* answersAt(
  { db, tables: { responses } }: DataContext,
  sequences: readonly number[],
): Operation<readonly { readonly responseId: string; readonly answers: string }[]> {
  const { responseId, answers, sequence } = responses;
  const wanted = new Set(sequences);
  const ordered = sequences.toSorted((a, b) => a - b);
  const [first = 0, last = 0] = [ordered[0], ordered.at(-1)];
  const isDense = last - first < 2 * wanted.size;
  const found = yield* rowsOf(
    db
      .select({ sequence, responseId, answers })
      .from(responses)
      .where(isDense ? between(sequence, first, last) : inArray(sequence, [...wanted])),
  );
  return found.filter((row) => wanted.has(row.sequence));
}
