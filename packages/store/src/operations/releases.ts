import { and, countDistinct, desc, eq, gt, gte, inArray, lt, max, ne, or, type SQL } from "drizzle-orm";
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

/** Of the wave, and of the wave before it that the release speaks of as well. */
export function* changedSince(
  context: DataContext,
  { wave, number }: { wave: string; number: number },
): Operation<number | undefined> {
  const { db, tables } = context;
  const { releases, candidates, responses } = tables;
  const [frozen] = yield* rowsOf(
    db
      .select({
        releasedAt: releases.releasedAt,
        lastSequence: releases.lastSequence,
        withdrawnSince: releases.withdrawnSince,
        previousWave: candidates.previousWave,
      })
      .from(releases)
      .leftJoin(candidates, eq(candidates.id, releases.candidate))
      .where(and(eq(releases.wave, wave), eq(releases.number, number))),
  );
  if (!frozen) return undefined;
  const waves = frozen.previousWave === null ? [wave] : [wave, frozen.previousWave];
  const changed = or(
    gt(responses.sequence, frozen.lastSequence),
    decidedSince(context, waves, frozen.releasedAt),
    ...(yield* setAsideSince(context, waves, frozen.releasedAt)),
  );
  const [people] = yield* rowsOf(
    db
      .select({ count: countDistinct(responses.responseId) })
      .from(responses)
      .where(and(inArray(responses.wave, waves), changed)),
  );
  return frozen.withdrawnSince + Number(people?.count ?? 0);
}

/** Approving what nobody objected to changes nothing. */
function decidedSince(
  { db, tables: { responses, reviews } }: DataContext,
  waves: readonly string[],
  since: Date,
): SQL | undefined {
  const decided = and(inArray(reviews.wave, [...waves]), gte(reviews.at, since));
  const about = (more?: SQL) =>
    inArray(
      responses.responseId,
      db.select({ id: reviews.responseId }).from(reviews).where(and(decided, more)),
    );
  return or(and(ne(responses.findings, "[]"), about()), about(eq(reviews.state, "rejected")));
}

/** Everybody in periods that were set aside, or taken back, since. */
function* setAsideSince(
  { db, tables: { responses, setAsides } }: DataContext,
  waves: readonly string[],
  moment: Date,
): Operation<readonly (SQL | undefined)[]> {
  const since = or(gte(setAsides.at, moment), gte(setAsides.liftedAt, moment));
  const periods = yield* rowsOf(
    db
      .select()
      .from(setAsides)
      .where(and(inArray(setAsides.wave, [...waves]), since)),
  );
  return periods.map(({ wave, channel, from, until }) =>
    and(
      eq(responses.wave, wave),
      gte(responses.receivedAt, from),
      lt(responses.receivedAt, until),
      channel === null ? undefined : eq(responses.channel, channel),
    ),
  );
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
