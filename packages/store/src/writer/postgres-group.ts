import {
  beginTurn,
  clientContext,
  type PostgresClient,
  type PostgresPool,
  runLater,
} from "../dialects/index.ts";
import { type DataContext, operationOf, type Write } from "../operations/index.ts";
import { postgresData } from "../tables/index.ts";
import { failureOf, type Outcome } from "./outcome.ts";

/** A member failed before anything was committed. */
class MemberFailed extends Error {}

/**
 * Commits a group in one transaction on one connection. When this returns, all that succeeded is on disk.
 * Failing members are rare, so the group is first tried whole; only if one fails does each get a savepoint.
 */
export async function commitGroup(pool: PostgresPool, group: readonly Write[]): Promise<Outcome[]> {
  try {
    return await inOneTransaction(pool, (_client, context) => wholeGroup(context, group));
  } catch (error) {
    if (!(error instanceof MemberFailed)) throw error;
    return inOneTransaction(pool, (client, context) => memberByMember(client, context, group));
  }
}

async function wholeGroup(context: DataContext, group: readonly Write[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const write of group) {
    const operation = runLater(operationOf(context, write));
    outcomes.push({ result: await operation.catch(() => Promise.reject(new MemberFailed())) });
  }
  return outcomes;
}

/** Each write under its own savepoint: if it fails, the others do not. */
async function memberByMember(
  client: PostgresClient,
  context: DataContext,
  group: readonly Write[],
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const write of group) {
    await client.query("SAVEPOINT member");
    try {
      outcomes.push({ result: await runLater(operationOf(context, write)) });
    } catch (error) {
      if (failureOf(error).storageFull) throw error;
      await client.query("ROLLBACK TO member");
      outcomes.push({ failure: failureOf(error) });
    }
    await client.query("RELEASE member");
  }
  return outcomes;
}

async function inOneTransaction(
  pool: PostgresPool,
  work: (client: PostgresClient, context: DataContext) => Promise<Outcome[]>,
): Promise<Outcome[]> {
  const client = await pool.connect();
  let usable = false;
  try {
    await client.query(beginTurn);
    const outcomes = await work(client, clientContext(client, postgresData));
    const { command } = await client.query("COMMIT");
    if (command !== "COMMIT") throw new Error("The database undid the group instead of committing it.");
    usable = true;
    return outcomes;
  } catch (error) {
    usable = await client.query("ROLLBACK").then(
      () => true,
      () => false,
    );
    throw error;
  } finally {
    client.release(!usable);
  }
}
