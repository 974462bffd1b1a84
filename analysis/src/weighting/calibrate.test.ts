import { describe, expect, test } from "vitest";
import { calibrate } from "./calibrate.ts";
import { aMarginOver, weightOf } from "./example-margins.ts";
import { rake } from "./rake.ts";

const sexes = ["f", "m", "f", "m", "m", "f"];
const ages = ["young", "old", "old", "young", "old", "young"];
const once = new Float64Array(6).fill(1);
const sex = aMarginOver("sex", sexes, { f: 50, m: 50 });
const age = aMarginOver("age", ages, { young: 60, old: 40 });
const children = { name: "children", values: Float64Array.of(0, 2, 1, 3, 0, 2), total: 150 };

const totalOf = (weights: Float64Array) =>
  weights.reduce((sum, weight, row) => sum + weight * (children.values[row] ?? 0), 0);

describe("calibration", () => {
  test.each(["linear", "raking", "logit"] as const)(
    "%s: meets counts and the total of a number together",
    (distance) => {
      const bounds = distance === "logit" ? { bounds: { lower: 0.3, upper: 3 } } : {};
      const base = new Float64Array(6).fill(100 / 6);
      const { weights } = calibrate(
        base,
        { margins: [sex, age], numeric: [children] },
        { distance, ...bounds },
      );
      expect(weightOf(weights, sexes, "f")).toBeCloseTo(50, 7);
      expect(weightOf(weights, ages, "young")).toBeCloseTo(60, 7);
      expect(totalOf(weights)).toBeCloseTo(150, 7);
    },
  );

  test("with the raking distance gives the weights of raking", () => {
    const raked = rake(once, [sex, age]).weights;
    const { weights } = calibrate(once, { margins: [sex, age] }, { distance: "raking" });
    expect([...weights]).toEqual([...raked].map((weight) => expect.closeTo(weight, 7)));
  });

  test("keeps its bounds, and says which total they make impossible", () => {
    const base = new Float64Array(6).fill(100 / 6);
    const { factors } = calibrate(base, { margins: [sex, age] }, { bounds: { lower: 0.7, upper: 1.3 } });
    expect(factors.lower).toBeGreaterThanOrEqual(0.7);
    expect(factors.upper).toBeLessThanOrEqual(1.3);
    expect(() => calibrate(base, { margins: [sex, age] }, { bounds: { lower: 0.99, upper: 1.01 } })).toThrow(
      /did not meet its totals in 100 rounds; "\w+" of "\w+" lacks .* Weights may change by factors between 0.99 and 1.01 only: widen these bounds/,
    );
    expect(() => calibrate(base, { margins: [sex] }, { bounds: { lower: 1.1, upper: 2 } })).toThrow(
      /do not enclose 1/,
    );
    expect(() => calibrate(base, { margins: [sex] }, { distance: "logit" })).toThrow(
      /needs a lower and an upper bound/,
    );
  });

  test("a total that follows from others is refused by its column and theirs", () => {
    const twin = aMarginOver("gender", sexes, { f: 50, m: 50 });
    expect(() => calibrate(once, { margins: [sex, twin] })).toThrow(
      /The total of "m" of "gender" cannot be met beside the others: among the respondents it follows from .*"m" of "sex"/,
    );
  });

  test("a total that no respondents can have is refused by its name", () => {
    expect(() => calibrate(once, { margins: [sex], numeric: [{ ...children, total: 15_000 }] })).toThrow(
      'The population total 15000 of "children" means 150.000 per person, but all respondents lie between 0 and 3. Check its units and universe.',
    );
  });

  test("a missing number and weights that turn negative are refused with the remedy", () => {
    const holed = { ...children, values: Float64Array.of(0, Number.NaN, 1, 3, 0, 2) };
    expect(() => calibrate(once, { margins: [sex], numeric: [holed] })).toThrow(
      /Row 2 has no number in "children"/,
    );
    const base = new Float64Array(6).fill(100 / 6);
    const far = { margins: [sex], numeric: [{ ...children, total: 280 }] };
    expect(() => calibrate(base, far)).toThrow(
      /makes \d weights negative. Choose the raking distance, or set a lower bound/,
    );
    const kept = calibrate(base, far, { negativeWeights: "keep" });
    expect(kept.notes).toEqual([expect.stringMatching(/Negative weights: \d/)]);
    expect(totalOf(kept.weights)).toBeCloseTo(280, 7);
  });
});
