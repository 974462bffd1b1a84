import { and, eq, type Placeholder, sql } from "drizzle-orm";
import type { NewResponse, Received } from "../port/index.ts";
import type { DataTables } from "../tables/index.ts";
import { type DataContext, type Operation, preparedFor, rowsOf } from "./operation.ts";

/** Keeps a response once. Same identity and hash: already stored. Same identity, other hash: a conflict, and the kept row stays as it is. */
export function* receive(context: DataContext, response: NewResponse): Operation<Received> {
  const { insert, find } = preparedFor(context, prepareReceive);
  const [stored] = yield* rowsOf(insert.execute({ ...response }));
  if (stored) return { outcome: "stored", sequence: stored.sequence };
  const { responseId, revision, hash } = response;
  const [kept] = yield* rowsOf(find.execute({ responseId, revision }));
  if (!kept) throw new Error("A response was neither stored nor found; nothing was acknowledged.");
  return { outcome: kept.hash === hash ? "already-stored" : "conflict", sequence: kept.sequence };
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
] as const satisfies readonly (keyof NewResponse & keyof DataTables["responses"]["_"]["columns"])[];
type Given = (typeof given)[number];

function prepareReceive({ db, tables: { responses, waves } }: DataContext) {
  const study = sql`(select ${waves.study} from ${waves} where ${waves.id} = ${sql.placeholder("wave")})`;
  const values = Object.fromEntries(given.map((name) => [name, sql.placeholder(name)])) as Record<
    Given,
    Placeholder
  >;
  const insert = db
    .insert(responses)
    .values({ ...values, study })
    .onConflictDoNothing()
    .returning({ sequence: responses.sequence })
    .prepare("tiltas_receive");
  const find = db
    .select({ sequence: responses.sequence, hash: responses.hash })
    .from(responses)
    .where(
      and(
        eq(responses.responseId, sql.placeholder("responseId")),
        eq(responses.revision, sql.placeholder("revision")),
      ),
    )
    .prepare("tiltas_find_received");
  return { insert, find };
}
