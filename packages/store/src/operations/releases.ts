import { and, count, desc, eq, gt, gte, lt, max, or } from "drizzle-orm";
import type { NewRelease, ReleaseRecord } from "../port/index.ts";
import type { DataTables } from "../tables/index.ts";
import { type DataContext, type Operation, rowsOf } from "./operation.ts";

/** Freezes a candidate, of which nothing may have become outdated meanwhile. */
export function* keepRelease(
  { db, tables }: DataContext,
  release: NewRelease,
): Operation<"kept" | "not-ready" | "number-taken"> {
  const { candidates, releases } = tables;
  const isReady = and(
    eq(candidates.id, release.candidate),
    eq(candidates.wave, release.wave),
    eq(candidates.state, "ready"),
  );
  const [candidate] = yield* rowsOf(db.select().from(candidates).where(isReady));
  if (!candidate) return "not-ready";
  const [last] = yield* rowsOf(
    db
      .select({ number: max(releases.number) })
      .from(releases)
      .where(eq(releases.wave, release.wave)),
  );
  if (release.number !== (last?.number ?? 0) + 1) return "number-taken";
  const { study } = candidate;
  const lastSequence = candidate.lastSequence ?? 0;
  const released = { state: "released" as const, release: release.number };
  const kept = yield* rowsOf(
    db.update(candidates).set(released).where(isReady).returning({ id: candidates.id }),
  );
  if (kept.length === 0) return "not-ready";
  const { signedBy, changed, digests, sheets, ...row } = release;
  const texts = {
    signedBy: JSON.stringify(signedBy),
    changed: JSON.stringify(changed),
    digests: JSON.stringify(digests),
    sheets: JSON.stringify(sheets),
  };
  yield* rowsOf(db.insert(releases).values({ ...row, ...texts, study, lastSequence, withdrawnSince: 0 }));
  return "kept";
}

export function* listReleases(
  { db, tables: { releases } }: DataContext,
  wave: string,
): Operation<readonly ReleaseRecord[]> {
  const rows = yield* rowsOf(
    db.select().from(releases).where(eq(releases.wave, wave)).orderBy(desc(releases.number)),
  );
  return rows.map(recordOf);
}

export function* changedSince(
  { db, tables }: DataContext,
  { wave, number }: { wave: string; number: number },
): Operation<number | undefined> {
  const { releases, responses, reviews, setAsides } = tables;
  const [frozen] = yield* rowsOf(
    db
      .select()
      .from(releases)
      .where(and(eq(releases.wave, wave), eq(releases.number, number))),
  );
  if (!frozen) return undefined;
  const { releasedAt, lastSequence, withdrawnSince } = frozen;
  const counted = { count: count() };
  const [came] = yield* rowsOf(
    db
      .select(counted)
      .from(responses)
      .where(and(eq(responses.wave, wave), gt(responses.sequence, lastSequence))),
  );
  const [decided] = yield* rowsOf(
    db
      .select(counted)
      .from(reviews)
      .where(and(eq(reviews.wave, wave), gte(reviews.at, releasedAt))),
  );
  const since = or(gte(setAsides.at, releasedAt), gte(setAsides.liftedAt, releasedAt));
  const periods = yield* rowsOf(
    db
      .select()
      .from(setAsides)
      .where(and(eq(setAsides.wave, wave), since)),
  );
  let changed = withdrawnSince + Number(came?.count ?? 0) + Number(decided?.count ?? 0);
  for (const { channel, from, until } of periods) {
    const inPeriod = and(gte(responses.receivedAt, from), lt(responses.receivedAt, until));
    const ofChannel = channel === null ? undefined : eq(responses.channel, channel);
    const [held] = yield* rowsOf(
      db
        .select(counted)
        .from(responses)
        .where(and(eq(responses.wave, wave), inPeriod, ofChannel)),
    );
    changed += Number(held?.count ?? 0);
  }
  return changed;
}

function recordOf({
  study: _study,
  lastSequence: _last,
  signedBy,
  changed,
  digests,
  sheets,
  ...row
}: DataTables["releases"]["$inferSelect"]): ReleaseRecord {
  return {
    ...row,
    signedBy: JSON.parse(signedBy),
    changed: JSON.parse(changed),
    digests: JSON.parse(digests),
    sheets: JSON.parse(sheets),
  };
}
