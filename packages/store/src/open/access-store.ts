import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { contextOf, inOneTransaction, migrateSqlite, openForWriting, runNow } from "../dialects/index.ts";
import type { AccessContext, Operation } from "../operations/index.ts";
import * as operations from "../operations/index.ts";
import type { AccessStore } from "../port/index.ts";
import { sqliteAccess } from "../tables/index.ts";
import type { Place } from "./place.ts";
import { openPostgresAccess } from "./postgres-store.ts";

/** Runs an operation in one transaction. */
export type Run = <Result>(operation: (context: AccessContext) => Operation<Result>) => Promise<Result>;

/** Opens staff, invitations and sessions: a file of their own beside the answers, or tables of their own in PostgreSQL. */
export async function openAccessStore({ folder, url }: Place): Promise<AccessStore> {
  if (url !== undefined) return makeAccessStore(await openPostgresAccess(url));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const client = openForWriting(join(folder, "access.sqlite"));
  migrateSqlite(client, "access");
  const context = contextOf(client, sqliteAccess);
  const run: Run = async (operation) => inOneTransaction(client, () => runNow(operation(context)));
  return makeAccessStore({ run, close: async () => void client.close() });
}

function makeAccessStore({ run, close }: { run: Run; close: () => Promise<void> }): AccessStore {
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
      run((context) => operations.extendSession(context, { tokenHash, idleUntil })),
    endSession: (tokenHash) => run((context) => operations.endSession(context, tokenHash)),
    close,
  };
}
