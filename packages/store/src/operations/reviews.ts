import { and, asc, count, eq, gt, inArray, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { NewReview, ReviewableResponse, ReviewQuery, ReviewState } from "../port/index.ts";
import type { DataTables } from "../tables/index.ts";
import { type DataContext, type Operation, rowsOf } from "./operation.ts";

/** Adds a decision about the newest revision; one about an older revision is refused, because nobody saw the newer one. */
export function* review(
  { db, tables }: DataContext,
  { responseId, revision, ...decision }: NewReview,
): Operation<"kept" | "unknown" | "superseded"> {
  const { responses, reviews } = tables;
  const { study, wave } = responses;
  const revisions = yield* rowsOf(
    db
      .select({ study, wave, revision: responses.revision })
      .from(responses)
      .where(eq(responses.responseId, responseId))
      .orderBy(asc(responses.revision)),
  );
  const newest = revisions.at(-1);
  if (!newest) return "unknown";
  if (newest.revision !== revision) return "superseded";
  yield* rowsOf(db.insert(reviews).values({ ...decision, ...newest, responseId }));
  return "kept";
}

export function* reviewsOf(
  { db, tables: { reviews } }: DataContext,
  { wave, responses }: { wave: string; responses?: readonly string[] | undefined },
): Operation<readonly NewReview[]> {
  if (responses?.length === 0) return [];
  const { responseId, revision, state, reason, by, at } = reviews;
  const ofThem = responses && inArray(responseId, [...responses]);
  return yield* rowsOf(
    db
      .select({ responseId, revision, state, reason, by, at })
      .from(reviews)
      .where(and(eq(reviews.wave, wave), ofThem))
      .orderBy(asc(reviews.sequence)),
  );
}

/** No pass over the wave: those with issues and those decided about are few and have indexes of their own. */
export function* countStates(
  context: DataContext,
  { wave, all }: { wave: string; all: number },
): Operation<Readonly<Record<ReviewState, number>>> {
  const { db, tables } = context;
  const { responses } = tables;
  const state = stateOf(tables);
  const rows = yield* rowsOf(
    db
      .select({ state, count: count() })
      .from(responses)
      .where(and(eq(responses.wave, wave), isNewest(context), isOutOfTheOrdinary(tables, wave)))
      .groupBy(state),
  );
  const counts = { received: 0, "has-issues": 0, approved: 0, rejected: 0 };
  for (const row of rows) counts[row.state] = Number(row.count);
  const { "has-issues": issues, approved, rejected } = counts;
  return { ...counts, received: all - issues - approved - rejected };
}

/** Named responses are looked up by their names, however many others the wave has. */
export function* responsesToReview(
  context: DataContext,
  { wave, state, only, after, size }: ReviewQuery,
): Operation<readonly ReviewableResponse[]> {
  if (only?.length === 0) return [];
  const { db, tables } = context;
  const { sequence, responseId, revision, findings, language, mode, channel, receivedAt } = tables.responses;
  const own = stateOf(tables);
  const asked = db
    .select({ sequence, responseId, revision, state: own, findings, language, mode, channel, receivedAt })
    .from(tables.responses)
    .where(
      and(
        eq(tables.responses.wave, wave),
        gt(sequence, after),
        only && isAmong(tables, sql`${inArray(responseId, [...only])}`),
        isNewest(context),
        state && sql`${own} = ${state}`,
        state === "approved" || state === "rejected"
          ? isAmong(tables, isDecidedAbout(tables, wave))
          : undefined,
        state === "has-issues" ? hasIssues(tables) : undefined,
      ),
    );
  if (only === undefined) return yield* rowsOf(asked.orderBy(asc(sequence)).limit(size));
  const named = yield* rowsOf(asked);
  return named.toSorted((a, b) => a.sequence - b.sequence).slice(0, size);
}

/** Looked up by name first: SQLite would read the whole wave, and compare each response with the names. */
function isAmong({ responses }: DataTables, named: SQL): SQL {
  const { sequence } = responses;
  return sql`${sequence} in (select ${sequence} from ${responses} where ${named})`;
}

/** Written out, because an index over a part of the rows serves only those who ask for that part in its own words. */
function hasIssues({ responses }: DataTables): SQL {
  return sql`${responses.findings} <> '[]'`;
}

function isDecidedAbout({ responses, reviews }: DataTables, wave: string): SQL {
  return sql`${responses.responseId} in (select ${reviews.responseId} from ${reviews} where ${reviews.wave} = ${wave})`;
}

function isOutOfTheOrdinary(tables: DataTables, wave: string): SQL {
  const { responses } = tables;
  const { sequence } = responses;
  const withIssues = sql`select ${sequence} from ${responses} where ${responses.wave} = ${wave} and ${hasIssues(tables)}`;
  const decided = sql`select ${sequence} from ${responses} where ${isDecidedAbout(tables, wave)}`;
  return sql`${sequence} in (${withIssues} union ${decided})`;
}

/** What the last person decided about this very revision, else what follows from the findings. */
function stateOf({ responses, reviews }: DataTables): SQL<ReviewState> {
  const own = sql`${reviews.wave} = ${responses.wave} and ${reviews.responseId} = ${responses.responseId} and ${reviews.revision} = ${responses.revision}`;
  const last = sql`(select ${reviews.state} from ${reviews} where ${own} order by ${reviews.sequence} desc limit 1)`;
  return sql<ReviewState>`case when ${last} in ('approved', 'rejected') then ${last} when ${responses.findings} = '[]' then 'received' else 'has-issues' end`;
}

function isNewest({ db, tables: { responses } }: DataContext): SQL {
  const newer = alias(responses, "newer");
  const replaced = db
    .select({ one: sql`1` })
    .from(newer)
    .where(and(eq(newer.responseId, responses.responseId), gt(newer.revision, responses.revision)));
  return sql`not exists ${replaced}`;
}
