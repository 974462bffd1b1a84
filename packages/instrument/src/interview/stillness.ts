/** What is replaced while survey-core checks answers, so that a check is a function of its inputs. */
type Surroundings = Pick<typeof globalThis, "Date" | "setTimeout" | "setInterval" | "fetch"> & {
  console: Pick<Console, "warn" | "error">;
};

/**
 * Does `work` with the clock standing at `now`, without network, timers or words on the console; restores all of it
 * whatever happens.
 */
export function inStillness<Result>(now: Date, work: () => Result): Result {
  const { Date: clock, setTimeout, setInterval, fetch } = globalThis;
  const { warn, error } = console;
  const before: Surroundings = { Date: clock, setTimeout, setInterval, fetch, console: { warn, error } };
  const silence = () => {};
  try {
    Object.assign(globalThis, {
      Date: stoppedClock(clock, now.getTime()),
      setTimeout: () => 0,
      setInterval: () => 0,
      fetch: () => new Promise(silence),
    });
    Object.assign(console, { warn: silence, error: silence });
    return work();
  } finally {
    Object.assign(console, before.console);
    Object.assign(globalThis, { Date: clock, setTimeout, setInterval, fetch });
  }
}

/** Date, except that now is always the same moment. */
function stoppedClock(clock: DateConstructor, now: number): DateConstructor {
  return new Proxy(clock, {
    construct: (target, words, maker) => Reflect.construct(target, words.length === 0 ? [now] : words, maker),
    apply: () => new clock(now).toString(),
    get: (target, key) => (key === "now" ? () => now : Reflect.get(target, key)),
  });
}
