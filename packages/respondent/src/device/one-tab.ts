const patienceMilliseconds = 1500;

/**
 * Holds an interview for this tab alone, so that two tabs never write over each other's answers.
 *
 * @param takeOver  take it from the tab that has it; that tab's `onLost` is then called
 * @returns         true when this tab has it (or the browser has no locks), false when another tab keeps it
 */
export async function holdAlone(wave: string, takeOver: boolean, onLost: () => void): Promise<boolean> {
  if (!("locks" in navigator)) return true;
  const options: LockOptions = takeOver
    ? { steal: true }
    : { signal: AbortSignal.timeout(patienceMilliseconds) };
  return new Promise((resolve) => {
    let isHeld = false;
    const held = navigator.locks.request(`tiltas wave ${wave}`, options, () => {
      isHeld = true;
      resolve(true);
      return new Promise<never>(() => undefined);
    });
    held.catch(() => {
      if (isHeld) onLost();
      resolve(false);
    });
  });
}
