import { type Gone, ledgerLines, removalsFile } from "../ledger/index.ts";
import { openTransactions, type Place } from "../open/index.ts";
import { type DataContext, type Operation, removeEnvelopes, removeResponses } from "../operations/index.ts";

const pageSize = 500;

/** Takes out again what the ledger of removals names, after an older copy of the data was put back; the file is written anew. */
export async function removeAgain(place: Place): Promise<void> {
  const { transact, compact, close } = openTransactions(place);
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
    await compact();
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
