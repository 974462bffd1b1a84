import { inArray } from "drizzle-orm";
import { type DataContext, type Operation, rowsOf } from "./operation.ts";

/** Deletes responses, all their revisions, and what reviewers said of them. */
export function* removeResponses(
  { db, tables: { responses, reviews } }: DataContext,
  responseIds: readonly string[],
): Operation<void> {
  if (responseIds.length === 0) return;
  yield* rowsOf(db.delete(reviews).where(inArray(reviews.responseId, [...responseIds])));
  yield* rowsOf(db.delete(responses).where(inArray(responses.responseId, [...responseIds])));
}

/** Deletes envelopes that were kept apart. */
export function* removeEnvelopes(
  { db, tables: { quarantine } }: DataContext,
  responseIds: readonly string[],
): Operation<void> {
  if (responseIds.length === 0) return;
  yield* rowsOf(db.delete(quarantine).where(inArray(quarantine.responseId, [...responseIds])));
}
