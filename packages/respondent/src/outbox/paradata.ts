import { ParadataBatch } from "@tiltas/contract/paradata";

/** Where paradata lie until they leave; see device. */
export interface ParadataShelf {
  /** Ids of responses that are delivered and whose paradata are still here. */
  paradataDue(): Promise<readonly string[]>;
  paradata(responseId: string): Promise<readonly { readonly batch: unknown }[]>;
  dropParadata(responseId: string): Promise<void>;
}

const patienceMilliseconds = 4000;

/**
 * Sends the paradata of responses that have arrived, each batch once. Never throws and never holds up an answer.
 *
 * @param isLastChance  on a personal device nothing waits for a second attempt: everything leaves the device first,
 *                      which is what is waited for, and is sent from memory once
 */
export async function sendParadata(
  shelf: ParadataShelf,
  fetchNow: typeof fetch,
  isLastChance: boolean,
): Promise<void> {
  try {
    for (const responseId of await shelf.paradataDue()) {
      const batches = await shelf.paradata(responseId);
      if (isLastChance) await shelf.dropParadata(responseId);
      const sending = Promise.all(batches.map(({ batch }) => isSettled(batch, fetchNow)));
      if (!isLastChance && (await sending).every(Boolean)) await shelf.dropParadata(responseId);
    }
  } catch {
    // Without paradata every answer is still complete.
  }
}

/** True when the server has the batch, or will never want it. */
async function isSettled(batch: unknown, fetchNow: typeof fetch): Promise<boolean> {
  const { data } = ParadataBatch.safeParse(batch);
  if (data === undefined) return true;
  try {
    const { status } = await fetchNow("/api/paradata", {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify(data),
      redirect: "error",
      cache: "no-store",
      signal: AbortSignal.timeout(patienceMilliseconds),
    });
    return status < 300 || (status >= 400 && status < 500 && status !== 429);
  } catch {
    return false;
  }
}
