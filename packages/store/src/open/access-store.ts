import { mkdirSync } from "node:fs";
import { join } from "node:path";
import {
  contextOf,
  inOneTransaction,
  migrateSqlite,
  openForWriting,
  runNow,
  type SqliteConnection,
} from "../dialects/index.ts";
import type { AccessContext, Operation } from "../operations/index.ts";
import * as operations from "../operations/index.ts";
import type { AccessStore } from "../port/index.ts";
import { sqliteAccess } from "../tables/index.ts";
import type { Place } from "./place.ts";
import { openPostgresAccess } from "./postgres-store.ts";
import { plainly } from "./reading.ts";

/** Runs an operation in one transaction. */
export type Run = <Result>(operation: (context: AccessContext) => Operation<Result>) => Promise<Result>;

/** Opens staff, invitations and sessions: a file of their own beside the answers, or tables of their own in PostgreSQL. */
export async function openAccessStore({ folder, url }: Place): Promise<AccessStore> {
  if (url !== undefined) return openPostgresAccessStore(url);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const client = openForWriting(join(folder, "access.sqlite"));
  migrateSqlite(client, "access");
  const context = contextOf(client, sqliteAccess);
  const transact: Run = async (operation) => inOneTransaction(client, () => runNow(operation(context)));
  const run: Run = (operation) => plainly(transact(operation));
  return makeAccessStore({ run, lightly: unsynced(client, run), close: async () => void client.close() });
}

async function openPostgresAccessStore(url: string): Promise<AccessStore> {
  const { run, close } = await openPostgresAccess(url);
  return makeAccessStore({ run, lightly: run, close });
}

/** For what a power cut may take back: that someone was active a moment ago is not worth a sync of the disk per request. */
function unsynced(client: SqliteConnection, run: Run): Run {
  return (operation) => {
    client.pragma("synchronous = NORMAL");
    const done = run(operation);
    client.pragma("synchronous = FULL");
    return done;
  };
}

interface Ways {
  readonly run: Run;
  /** As `run`, but a crash of the machine may undo it. */
  readonly lightly: Run;
  close(): Promise<void>;
}

function makeAccessStore({ run, lightly, close }: Ways): AccessStore {
  return {
    countPeople: () => run((context) => operations.countPeople(context)),
    listPeople: () => run((context) => operations.listPeople(context)),
    findPerson: (id) => run((context) => operations.findPerson(context, id)),
    findPersonByEmail: (email) => run((context) => operations.findPersonByEmail(context, email)),
    invite: (invitation) => run((context) => operations.invite(context, invitation)),
    findInvitation: (tokenHash) => run((context) => operations.findInvitation(context, tokenHash)),
    acceptInvitation: (claim) => run((context) => operations.acceptInvitation(context, claim)),
    setDisabled: (person, disabled) =>
      run((context) => operations.setDisabled(context, { person, disabled })),
    startSession: (session) => run((context) => operations.startSession(context, session)),
    findSession: (tokenHash, now) => run((context) => operations.findSession(context, { tokenHash, now })),
    extendSession: (tokenHash, idleUntil) =>
      lightly((context) => operations.extendSession(context, { tokenHash, idleUntil })),
    endSession: (tokenHash) => run((context) => operations.endSession(context, tokenHash)),
    listEnded: (at) => run((context) => operations.listEnded(context, at)),
    removeEnded: (named) => run((context) => operations.removeEnded(context, named)),
    close,
  };
}
