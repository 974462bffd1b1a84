import { join } from "node:path";
import {
  contextOf,
  inOneTransaction,
  openForWriting,
  openPool,
  poolContext,
  runNow,
  transactLater,
} from "../dialects/index.ts";
import { type Gone, ledgerLines } from "../ledger/index.ts";
import { type Place, removalsFile } from "../open/index.ts";
import { type DataContext, type Operation, removeEnvelopes, removeResponses } from "../operations/index.ts";
import { postgresData, sqliteData } from "../tables/index.ts";

const pageSize = 500;

/** Takes out again what the ledger of removals names, after an older copy of the data was put back. */
export async function removeAgain(place: Place): Promise<void> {
  const { transact, close } = openTransactions(place);
  try {
    let page: Gone[] = [];
    for await (const line of ledgerLines<Gone>(removalsFile(place.folder))) {
      page.push(line);
      if (page.length < pageSize) continue;
      const full = page;
      await transact((context) => removePage(context, full));
      page = [];
    }
    await transact((context) => removePage(context, page));
  } finally {
    await close();
  }
}

function* removePage(context: DataContext, page: readonly Gone[]): Operation<void> {
  const ids = (apart: boolean) =>
    page.filter(({ quarantined = false }) => quarantined === apart).map(({ responseId }) => responseId);
  yield* removeResponses(context, ids(false));
  yield* removeEnvelopes(context, ids(true));
}

interface Transactions {
  transact(operation: (context: DataContext) => Operation<void>): Promise<void>;
  close(): Promise<void>;
}

function openTransactions({ folder, url }: Place): Transactions {
  if (url !== undefined) {
    const pool = openPool(url, 1);
    const context = poolContext(pool, postgresData);
    return { transact: (operation) => transactLater(context, operation), close: () => pool.end() };
  }
  const client = openForWriting(join(folder, "data.sqlite"));
  const context = contextOf(client, sqliteData);
  return {
    transact: async (operation) => inOneTransaction(client, () => runNow(operation(context))),
    close: async () => void client.close(),
  };
}
