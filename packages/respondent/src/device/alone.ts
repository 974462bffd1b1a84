const lockName = "tiltas storage";
const patienceMilliseconds = 3000;

/** Runs work that writes; never while another tab removes the database. Without locks in the browser it just runs. */
export async function besidesOthers<T>(work: () => Promise<T>): Promise<T> {
  const locks = globalThis.navigator?.locks;
  if (locks === undefined) return work();
  const signal = AbortSignal.timeout(patienceMilliseconds);
  let isRunning = false;
  const run = () => {
    isRunning = true;
    return work();
  };
  try {
    return await locks.request(lockName, { mode: "shared", signal }, run);
  } catch (error) {
    // A tab that sleeps with the lock in its hand must not keep this one from saving.
    if (isRunning) throw error;
    return work();
  }
}

/** Runs work that removes the database, unless another tab is writing at this moment. @returns whether it ran */
export async function whenNobodyWrites(work: () => Promise<void>): Promise<boolean> {
  const locks = globalThis.navigator?.locks;
  if (locks === undefined) return work().then(() => true);
  return locks.request(lockName, { ifAvailable: true }, async (lock) => {
    if (lock === null) return false;
    await work();
    return true;
  });
}
