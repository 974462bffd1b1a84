/** Runs work while no other tab of this application delivers; browsers without locks just run it. */
export function deliveringAlone<T>(work: () => Promise<T>): Promise<T> {
  const locks = globalThis.navigator?.locks;
  return locks === undefined ? work() : locks.request("tiltas delivery", work);
}
