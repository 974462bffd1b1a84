/** Does what concerns the same thing one after the other, each beginning when the one before has ended, however it did. */
export function inTurn(): <Result>(of: string, work: () => Promise<Result>) => Promise<Result> {
  const last = new Map<string, Promise<unknown>>();
  return async (of, work) => {
    const before = last.get(of) ?? Promise.resolve();
    const own = before.then(work, work);
    last.set(of, own);
    try {
      return await own;
    } finally {
      if (last.get(of) === own) last.delete(of);
    }
  };
}
