const firstWaitSeconds = 1;
const longestWaitSeconds = 300;

/**
 * How long to wait before the next attempt: 1 s, 2 s, 4 s … up to 5 minutes, each ± 50 %,
 * so that many phones do not come back at the same moment. Never sooner than the server asked for.
 *
 * @param failures  attempts that failed so far, 1 or more
 * @param random    a number from 0 (included) to 1 (excluded)
 * @returns         milliseconds
 */
export function backOff(failures: number, random: number, afterSeconds = 0): number {
  const doubling = Math.min(firstWaitSeconds * 2 ** (failures - 1), longestWaitSeconds);
  const jittered = doubling * (0.5 + random);
  return Math.round(1000 * Math.max(jittered, Math.min(afterSeconds, longestWaitSeconds)));
}
