import { expect, test } from "vitest";
import { codeLimits, createWrongTries, networkOf } from "./wrong-tries.ts";

const minute = 60_000;

function tries(limits = codeLimits) {
  const clock = { now: Date.parse("2026-11-22T09:00:00Z") };
  const counted = createWrongTries(limits, () => new Date(clock.now));
  const isEvaluated = (source: Parameters<typeof counted.begin>[0]) => {
    try {
      counted.begin(source);
      return true;
    } catch {
      return false;
    }
  };
  return { clock, counted, isEvaluated };
}

test("10,000 wrong codes from 1,000 addresses in 15 minutes: at most 900 are evaluated, and every right one of a tablet is", () => {
  const storm = tries();
  const evaluated = evaluatedIn(storm, () => storm.counted.begin({ device: "tablet" })());
  expect(evaluated).toBeLessThanOrEqual(900);
  expect(evaluated).toBeGreaterThan(500);
});

test("control: without the limit over all, the same storm has thousands evaluated", () => {
  const inAll = { most: Number.POSITIVE_INFINITY, within: minute };
  expect(evaluatedIn(tries({ ...codeLimits, inAll }))).toBeGreaterThan(4_000);
});

/** Wrong codes of a storm that are looked up; between them somebody else asks. */
function evaluatedIn({ clock, isEvaluated }: ReturnType<typeof tries>, between = () => {}): number {
  let evaluated = 0;
  for (let n = 0; n < 10_000; n++) {
    clock.now += (15 * minute) / 10_000;
    if (isEvaluated({ address: `10.${(n % 1_000) >> 8}.${(n % 1_000) & 255}.7` })) evaluated += 1;
    if (n % 100 === 0) between();
  }
  return evaluated;
}

test("five wrong codes from a network; after fifteen minutes it may try again", () => {
  const { clock, isEvaluated } = tries();
  const outcomes = Array.from({ length: 6 }, (_, n) => isEvaluated({ address: `192.0.2.${n}` }));
  expect(outcomes).toEqual([true, true, true, true, true, false]);
  expect(isEvaluated({ address: "198.51.100.1" })).toBe(true);
  clock.now += 15 * minute;
  expect(isEvaluated({ address: "192.0.2.9" })).toBe(true);
});

test("right codes are not counted, however many come from one office", () => {
  const { counted } = tries();
  for (let n = 0; n < 200; n++) counted.begin({ address: "192.0.2.1" })();
});

test("codes sent all at once count before any of them is looked up", () => {
  const { isEvaluated } = tries();
  expect(
    Array.from({ length: 100 }, () => isEvaluated({ address: "192.0.2.1" })).filter(Boolean),
  ).toHaveLength(5);
});

test("a tablet has five wrong codes of its own", () => {
  const { isEvaluated } = tries();
  const outcomes = Array.from({ length: 6 }, () => isEvaluated({ device: "tablet" }));
  expect(outcomes).toEqual([true, true, true, true, true, false]);
  expect(isEvaluated({ device: "another" })).toBe(true);
});

test.each([
  ["192.0.2.17", "192.0.2"],
  ["::ffff:192.0.2.17", "192.0.2"],
  ["2001:db8:42:1::9", "2001:db8:42"],
  ["2001:DB8:42:ffff:1:2:3:4", "2001:db8:42"],
  ["2001:db8::1", "2001:db8:0"],
  ["::1", "0:0:0"],
])("the network of %s is %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});
