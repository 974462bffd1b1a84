/**
 * Does `work` with the clock standing at `now`, without network, timers or words on the console; restores all of it
 * whatever happens. What survey-core puts off until later never comes: it only redraws, and would keep every model
 * alive for as long as checks follow each other without a pause.
 */
export function inStillness<Result>(now: Date, work: () => Result): Result {
  const { Date: clock, setTimeout, setInterval, queueMicrotask, fetch } = globalThis;
  const { warn, error } = console;
  const silence = () => {};
  try {
    Object.assign(globalThis, {
      Date: stoppedClock(clock, now.getTime()),
      setTimeout: () => 0,
      setInterval: () => 0,
      queueMicrotask: silence,
      fetch: () => new Promise(silence),
    });
    Object.assign(console, { warn: silence, error: silence });
    return work();
  } finally {
    Object.assign(console, { warn, error });
    Object.assign(globalThis, { Date: clock, setTimeout, setInterval, queueMicrotask, fetch });
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
