import { describe, expect, test } from "vitest";
import { answersToOneTrait } from "./example-answers.ts";
import { ordinalAlpha, polychoricCorrelation, polychoricMatrix } from "./index.ts";
import { bivariateNormalCdf } from "./polychoric-bivariate-normal.ts";

const answers = answersToOneTrait(600, [0.8, 0.7, 0.7], { cuts: [-1, 0, 1] });

describe("the normal distribution of two variables", () => {
  test("at the means it is a quarter and the angle of the correlation", () => {
    for (const rho of [-0.99999, -0.95, -0.5, 0, 0.3, 0.924, 0.926, 0.999])
      expect(bivariateNormalCdf(0, 0, rho)).toBeCloseTo(0.25 + Math.asin(rho) / (2 * Math.PI), 13);
  });

  test("the four quarters of any cut make one", () => {
    for (const rho of [-0.97, -0.4, 0.6, 0.93, 0.9999])
      for (const [h, k] of [
        [0.3, -1.2],
        [1.5, 1.5001],
        [-2, 0.4],
      ] as const) {
        const quarters =
          bivariateNormalCdf(h, k, rho) +
          bivariateNormalCdf(-h, k, -rho) +
          bivariateNormalCdf(h, -k, -rho) +
          bivariateNormalCdf(-h, -k, rho);
        expect(quarters).toBeCloseTo(1, 12);
      }
  });
});

describe("the correlation behind two ordered items", () => {
  test("is near the one that made them, in two steps and at once", () => {
    for (const method of ["two-step", "ml"] as const) {
      const found = polychoricCorrelation(answers.values[0]!, answers.values[1]!, method);
      if (!found.estimable) throw new Error(found.sentence);
      expect(Math.abs(found.rho - 0.56)).toBeLessThan(3 * found.standardError);
      expect([...found.rowThresholds]).toEqual([...found.rowThresholds].toSorted((a, b) => a - b));
    }
  });

  test("has its sign turned when one item is, and keeps its size", () => {
    const [one, other] = [answers.values[0]!, answers.values[1]!];
    const [as, turned] = [
      polychoricCorrelation(one, other),
      polychoricCorrelation(
        one,
        other.map((code) => 5 - code),
      ),
    ];
    if (as.estimable && turned.estimable) expect(turned.rho).toBeCloseTo(-as.rho, 9);
    expect([as.estimable, turned.estimable]).toEqual([true, true]);
  });

  test("two yes-no items split in halves: the sine of the agreement (Sheppard 1899)", () => {
    // 30 of 40 agree: rho = sin(π/2 · (2 · 0.75 − 1)) = sin(π/4)
    const one = Float64Array.from({ length: 40 }, (_, row) => (row < 20 ? 0 : 1));
    const other = Float64Array.from({ length: 40 }, (_, row) =>
      row < 15 || (row >= 20 && row < 25) ? 0 : 1,
    );
    const found = polychoricCorrelation(one, other);
    if (!found.estimable) throw new Error(found.sentence);
    expect(found.rho).toBeCloseTo(Math.sin(Math.PI / 4), 10);
  });

  test("does not exist for a constant, for a copy and for nobody", () => {
    const one = answers.values[0]!;
    expect(polychoricCorrelation(one, new Float64Array(600).fill(2))).toMatchObject({
      reason: "constant-item",
    });
    expect(polychoricCorrelation(one, one)).toMatchObject({ reason: "empty-category" });
    expect(polychoricCorrelation(one, new Float64Array(600).fill(Number.NaN))).toMatchObject({
      reason: "everyone-missing",
    });
  });
});

test("ordinal alpha is above the alpha of the same answers as numbers, and names the pair it cannot have", () => {
  const found = ordinalAlpha(answers);
  if (!found.estimable) throw new Error(found.sentence);
  expect(found.alpha).toBeGreaterThan(0.7);
  expect(found.alpha).toBeLessThan(0.85);
  const constant = {
    names: answers.names,
    values: [...answers.values.slice(0, 2), new Float64Array(600).fill(1)],
  };
  const matrix = polychoricMatrix(constant);
  if (!matrix.estimable) expect(matrix.sentence).toContain('"q1" with "q3"');
  expect(matrix).toMatchObject({ estimable: false, reason: "constant-item" });
});
