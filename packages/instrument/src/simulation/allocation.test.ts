import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Code } from "../definition/index.ts";
import { allocate } from "./allocation.ts";

const none = new Map<Code, number>();
const total = (counts: ReadonlyMap<Code, number>) =>
  [...counts.values()].reduce((sum, count) => sum + count, 0);

describe("respondents by municipality", () => {
  test("follow the square root of the population", () => {
    const sizes = new Map([
      ["a", 100],
      ["b", 400],
      ["c", 900],
    ]);
    expect([...allocate(600, sizes, { floor: 0, small: none })]).toEqual([
      ["a", 100],
      ["b", 200],
      ["c", 300],
    ]);
  });

  test("reach the floor, at the cost of the larger", () => {
    const sizes = new Map([
      ["a", 1],
      ["b", 400],
      ["c", 900],
    ]);
    expect(Object.fromEntries(allocate(124, sizes, { floor: 24, small: none }))).toEqual({
      a: 24,
      b: 40,
      c: 60,
    });
  });

  test("keep the small ones exactly as small as asked", () => {
    const sizes = new Map([
      ["a", 1000],
      ["b", 400],
      ["c", 900],
    ]);
    expect(allocate(500, sizes, { floor: 24, small: new Map([["a", 7]]) }).get("a")).toBe(7);
  });

  test("always add up, whatever the sizes", () => {
    const sizes = fc.dictionary(fc.string({ minLength: 1 }), fc.integer({ min: 1, max: 1e6 }), {
      minKeys: 1,
    });
    fc.assert(
      fc.property(sizes, fc.nat(5000), fc.nat(40), (record, respondents, floor) => {
        const entries = Object.entries(record);
        const small = new Map<Code, number>(entries.slice(0, 2).map(([code], i) => [code, 7 + 5 * i]));
        const counts = allocate(respondents, new Map(entries), { floor, small });
        expect(total(counts)).toBe(respondents);
        expect([...counts.values()].every((count) => Number.isInteger(count) && count >= 0)).toBe(true);
      }),
      { seed: 5 },
    );
  });
});
