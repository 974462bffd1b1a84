import { describe, expect, test } from "vitest";
import { compareTrees } from "./compare-trees.ts";

const rules = { allowed: () => ({ relative: 1e-8, absolute: 1e-12 }), isCompared: () => true };
const paths = (expected: unknown, got: unknown) =>
  compareTrees(expected, got, rules).differences.map(({ path }) => path);

describe("an answer beside R's", () => {
  test("what ours leaves out is wrong, what it has beyond is not looked at", () => {
    expect(paths({ df: 3, n: 4 }, { df: 3, more: 1 })).toEqual(["/n"]);
  });

  test("rows are found by name, whatever their order", () => {
    const expected = [
      { name: "a", estimate: 1 },
      { name: "b", estimate: 2 },
    ];
    expect(paths({ rows: expected }, { rows: expected.toReversed() })).toEqual([]);
  });

  test("rows with other names are compared place by place, names too", () => {
    expect(paths({ rows: [{ name: "a", estimate: 1 }] }, { rows: [{ name: "b", estimate: 1 }] })).toEqual([
      "/rows/0/name",
    ]);
  });

  test("R's NaN and NA are our null or nothing, never a number", () => {
    expect(paths({ se: "NaN", low: null }, { se: null })).toEqual([]);
    expect(paths({ se: "NaN" }, { se: 0.1 })).toEqual(["/se"]);
    expect(paths({ se: 0.1 }, { se: null })).toEqual(["/se"]);
  });

  test("a value of a newer R counts as well", () => {
    const newer = (path: string) => (path === "/se" ? 2 : undefined);
    expect(compareTrees({ se: 1 }, { se: 2 }, { ...rules, newer }).differences).toEqual([]);
  });

  test("a list of one is its value", () => {
    expect(paths({ a: [1], b: 2 }, { a: 1, b: [2] })).toEqual([]);
  });
});
