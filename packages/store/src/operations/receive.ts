import { and, eq, type Placeholder, sql } from "drizzle-orm";
import type { NewResponse, Received } from "../port/index.ts";
import type { DataTables } from "../tables/index.ts";
import { type DataContext, type Operation, preparedFor, rowsOf } from "./operation.ts";
import { rowHashOf } from "./row-hash.ts";

/** Keeps a response once. Same identity and hash: already stored. Same identity, other hash: a conflict, and the kept row stays as it is. */
export function* receive(context: DataContext, response: NewResponse): Operation<Received> {
  const [stored] = yield* rowsOf(preparedFor(context, prepareInsert).execute({ ...rowOf(response) }));
  if (stored) return { outcome: "stored", sequence: stored.sequence };
  const kept = yield* findReceived(context, response);
  if (!kept) throw new Error("A response was neither stored nor found; nothing was acknowledged.");
  return { outcome: kept.hash === response.hash ? "already-stored" : "conflict", sequence: kept.sequence };
}

/** What is kept under one identity. */
export function* findReceived(
  context: DataContext,
  { responseId, revision }: Pick<NewResponse, "responseId" | "revision">,
): Operation<{ sequence: number; hash: string } | undefined> {
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

function prepareInsert({ db, tables: { responses, waves } }: DataContext) {
  const study = sql`(select ${waves.study} from ${waves} where ${waves.id} = ${sql.placeholder("wave")})`;
  const values = Object.fromEntries(given.map((name) => [name, sql.placeholder(name)])) as Record<
    Given,
    Placeholder
  >;
  return db
    .insert(responses)
    .values({ ...values, study })
    .onConflictDoNothing()
    .returning({ sequence: responses.sequence })
    .prepare("tiltas_receive");
}

function prepareFind({ db, tables: { responses } }: DataContext) {
  return db
    .select({ sequence: responses.sequence, hash: responses.hash })
    .from(responses)
    .where(
      and(
        eq(responses.responseId, sql.placeholder("responseId")),
        eq(responses.revision, sql.placeholder("revision")),
      ),
    )
    .prepare("tiltas_find_received");
}
