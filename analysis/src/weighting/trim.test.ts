import { describe, expect, test } from "vitest";
import { aMarginOver, weightOf } from "./example-margins.ts";
import { trim } from "./trim.ts";
import { trimAndRake } from "./trim-and-rake.ts";

const sum = (weights: Float64Array) => weights.reduce((all, weight) => all + weight, 0);

describe("trimming", () => {
  test("spreads the excess equally over the weights inside, which may then pass the bound", () => {
    const { weights, trimmed } = trim(Float64Array.of(1, 3.9, 9), { upper: 4 });
    expect([...weights]).toEqual([3.5, 6.4, 4]);
    expect(trimmed).toBe(1);
  });

  test("strict: repeats until every weight is inside, and the sum stays", () => {
    const { weights, rounds } = trim(Float64Array.of(1, 3.9, 9, 1, 1, 1), { upper: 4, strict: true });
    expect(Math.max(...weights)).toBeLessThanOrEqual(4);
    expect(sum(weights)).toBeCloseTo(16.9, 12);
    expect(rounds).toBeGreaterThan(1);
  });

  test("a lower bound lifts small weights at the cost of the others", () => {
    expect([...trim(Float64Array.of(0, 4, 5), { lower: 1 }).weights]).toEqual([1, 3.5, 4.5]);
  });

  test("weights inside stay as they are", () => {
    const weights = Float64Array.of(1, 2);
    expect(trim(weights, { lower: 0.5, upper: 3 })).toMatchObject({ weights, trimmed: 0, notes: [] });
  });

  test("bounds that no weights of this sum keep are refused", () => {
    expect(() => trim(Float64Array.of(5, 5, 8), { upper: 5, strict: true })).toThrow(/The mean weight is 6/);
    expect(() => trim(Float64Array.of(5, 5), { lower: 4, upper: 3 })).toThrow(/lower bound 4 is above/);
  });
});

describe("trimming and raking in turn", () => {
  const sexes = ["f", "f", "f", "f", "f", "f", "f", "m", "m", "m"];
  const base = Float64Array.of(1, 1, 1, 1, 1, 1, 12, 1, 1, 1);
  const margin = aMarginOver("sex", sexes, { f: 60, m: 40 });

  test("goes on until bounds and margins hold together", () => {
    const { weights, converged, largest, rounds } = trimAndRake(base, [margin], { bounds: { upper: 2 } });
    expect(converged).toBe(true);
    expect(rounds).toBeGreaterThan(1);
    expect(largest).toBeLessThanOrEqual(2 * (1 + 1e-6));
    expect(weightOf(weights, sexes, "m")).toBeCloseTo(40, 7);
  });

  test("says which category asks for weights that the bounds forbid", () => {
    const { converged, notes } = trimAndRake(base, [margin], { bounds: { upper: 1.1 }, maximumRounds: 20 });
    expect(converged).toBe(false);
    expect(notes.at(-1)).toMatch(
      /After 20 rounds 3 weights are still outside the bounds while the margins are met; most of all those of "m" of "sex"/,
    );
  });
});
