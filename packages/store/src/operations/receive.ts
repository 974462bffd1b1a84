import { and, eq, type Placeholder, sql } from "drizzle-orm";
import type { NewResponse, Received } from "../port/index.ts";
import type { DataTables } from "../tables/index.ts";
import { spendCode } from "./codes.ts";
import { type DataContext, type Operation, preparedFor, rowsOf } from "./operation.ts";
import { rowHashOf } from "./row-hash.ts";

/**
 * Keeps a response once. Same identity and hash: already stored. Same identity, other hash: a conflict, and the kept row
 * stays as it is; so is any revision under another wave than the response has. What was withdrawn never comes back. In the same write its personal code is spent and its parent looked
 * up; what is the matter with them is added to the findings.
 */
export function* receive(context: DataContext, response: NewResponse): Operation<Received> {
  const [stored] = yield* rowsOf(preparedFor(context, prepareInsert).execute({ ...rowOf(response) }));
  if (!stored) return yield* receivedBefore(context, response);
  const { sequence } = stored;
  if (stored.isWithdrawn) {
    yield* rowsOf(preparedFor(context, prepareDelete).execute({ sequence }));
    return { outcome: "withdrawn", sequence };
  }
  if (stored.elsewhere !== null) {
    yield* rowsOf(preparedFor(context, prepareDelete).execute({ sequence }));
    return { outcome: "conflict", sequence: Number(stored.elsewhere) };
  }
  const findings = yield* furtherFindings(context, response, Boolean(stored.hasParent));
  if (findings.length > 0) yield* addFindings(context, { sequence, response, findings });
  return { outcome: "stored", sequence };
}

function* receivedBefore(context: DataContext, response: NewResponse): Operation<Received> {
  const kept = yield* findReceived(context, response);
  if (!kept) throw new Error("A response was neither stored nor found; nothing was acknowledged.");
  const isTheSame = kept.hash === response.hash && kept.wave === response.wave;
  return { outcome: isTheSame ? "already-stored" : "conflict", sequence: kept.sequence };
}

interface Finding {
  readonly path: string;
  readonly reason: string;
}

/** What only the write itself can know. The first revision spends the code; those that follow it do not spend it again. */
function* furtherFindings(
  context: DataContext,
  { revision, parent, wave, spends, receivedAt }: NewResponse,
  hasParent: boolean,
): Operation<readonly Finding[]> {
  const namesEarlier = parent !== null && parent < revision;
  const lost = namesEarlier && !hasParent ? [{ path: "/parent", reason: "parent-unknown" }] : [];
  if (spends === undefined || hasParent) return lost;
  const day = receivedAt.toISOString().slice(0, 10);
  const became = yield* spendCode(context, { wave, code: spends, day });
  return became === "spent" ? lost : [...lost, { path: "/code", reason: became }];
}

function* addFindings(
  { db, tables: { responses } }: DataContext,
  more: { sequence: number; response: NewResponse; findings: readonly Finding[] },
): Operation<void> {
  const findings = JSON.stringify([...JSON.parse(more.response.findings), ...more.findings]);
  const rowHash = rowHashOf({ ...more.response, findings });
  yield* rowsOf(db.update(responses).set({ findings, rowHash }).where(eq(responses.sequence, more.sequence)));
}

/** What is kept under one identity. */
export function* findReceived(
  context: DataContext,
  { responseId, revision }: Pick<NewResponse, "responseId" | "revision">,
): Operation<{ sequence: number; hash: string; wave: string } | undefined> {
  const [kept] = yield* rowsOf(preparedFor(context, prepareFind).execute({ responseId, revision }));
  return kept;
}

/** As it is kept: with the hash of the row, from this one place. */
function rowOf(response: NewResponse): NewResponse {
  return { changes: null, receipt: null, ...response, rowHash: rowHashOf(response) };
}

/** What comes with the response; sequence and study are added by the database. */
const given = [
  "wave",
  "responseId",
  "revision",
  "parent",
  "instrument",
  "consent",
  "answers",
  "hash",
  "language",
  "mode",
  "channel",
  "municipality",
  "findings",
  "receivedAt",
  "changes",
  "receipt",
  "rowHash",
] as const satisfies readonly (keyof NewResponse & keyof DataTables["responses"]["_"]["columns"])[];
type Given = (typeof given)[number];

/** What is looked up compares with the row itself: with bound values SQLite would compile the statement anew for every response. */
function prepareInsert({ db, tables: { responses, waves, withdrawals } }: DataContext) {
  const study = sql`(select ${waves.study} from ${waves} where ${waves.id} = ${sql.placeholder("wave")})`;
  const values = Object.fromEntries(given.map((name) => [name, sql.placeholder(name)])) as Record<
    Given,
    Placeholder
  >;
  return db
    .insert(responses)
    .values({ ...values, study })
    .onConflictDoNothing()
    .returning({
      sequence: responses.sequence,
      isWithdrawn: sql<unknown>`exists (select 1 from ${withdrawals} gone where gone.response_id = ${responses}.response_id)`,
      hasParent: sql<unknown>`exists (select 1 from ${responses} earlier where earlier.response_id = ${responses}.response_id and earlier.revision = ${responses}.parent)`,
      /** First row of the response in another wave; null: there is none. */
      elsewhere: sql<unknown>`(select min(other.sequence) from ${responses} other where other.response_id = ${responses}.response_id and other.wave <> ${responses}.wave)`,
    })
    .prepare("tiltas_receive");
}

function prepareDelete({ db, tables: { responses } }: DataContext) {
  return db
    .delete(responses)
    .where(eq(responses.sequence, sql.placeholder("sequence")))
    .prepare("tiltas_forget_received");
}

function prepareFind({ db, tables: { responses } }: DataContext) {
  return db
    .select({ sequence: responses.sequence, hash: responses.hash, wave: responses.wave })
    .from(responses)
    .where(
      and(
        eq(responses.responseId, sql.placeholder("responseId")),
        eq(responses.revision, sql.placeholder("revision")),
      ),
    )
    .prepare("tiltas_find_received");
}
