import { expect, test } from "vitest";
import { firstPlaceWhere } from "./halving.ts";
import { benjaminiHochberg, holm } from "./multiple-tests.ts";
import { coefficientsOf, inverseFactor, orthogonalise } from "./orthogonal.ts";
import { findRoot, NoRootError } from "./root.ts";
import { inverseOf, quadraticForm, spectrum } from "./symmetric.ts";
import { sumsByCode } from "./vectors.ts";

test("a root between two ends of different sign is found to the last digits", () => {
  expect(findRoot((x) => x * x * x - 2, 0, 5)).toBeCloseTo(Math.cbrt(2), 14);
  expect(findRoot(Math.cos, 1, 2)).toBeCloseTo(Math.PI / 2, 14);
  expect(findRoot((x) => (x < 1 / 3 ? -1 : 1), 0, 1)).toBeCloseTo(1 / 3, 14);
  expect(findRoot((x) => x, 0, 1)).toBe(0);
});

test("no change of sign is an error, not a guess", () => {
  expect(() => findRoot((x) => x * x + 1, -1, 1)).toThrow(NoRootError);
  expect(() => findRoot(() => Number.NaN, -1, 1)).toThrow(NoRootError);
});

test("columns that earlier ones explain are named as dropped", () => {
  const columns = [
    [1, 1, 1, 1],
    [1, 2, 3, 4],
    [3, 5, 7, 9],
    [1, 0, 0, 1],
  ].map((column) => Float64Array.from(column));
  const found = orthogonalise(columns);
  expect(found.kept).toEqual([0, 1, 3]);
  expect(found.dropped).toEqual([2]);
  expect([...coefficientsOf(found, Float64Array.from([3, 4, 5, 6]))]).toEqual([
    expect.closeTo(2, 12),
    expect.closeTo(1, 12),
    expect.closeTo(0, 12),
  ]);
  expect(inverseFactor(found)[0]![0]).toBeCloseTo(0.5, 14);
});

test("a symmetric matrix is inverted whatever its units, and refused when singular", () => {
  const inverse = inverseOf([
    [4e-12, 1e-6],
    [1e-6, 4],
  ])!;
  expect(inverse[0]![0]! / (4 / 15e-12)).toBeCloseTo(1, 12);
  expect(quadraticForm([1, 0], inverse)).toBe(inverse[0]![0]);
  expect(
    inverseOf([
      [1, 2],
      [2, 4],
    ]),
  ).toBeUndefined();
  expect(
    inverseOf([
      [0, 0],
      [0, 1],
    ]),
  ).toBeUndefined();
  expect(inverseOf([[Number.NaN]])).toBeUndefined();
  expect([
    ...spectrum([
      [2, 1],
      [1, 2],
    ]).values,
  ]).toEqual([expect.closeTo(1, 14), expect.closeTo(3, 14)]);
});

test("Holm and Benjamini-Hochberg agree with p.adjust", () => {
  // p.adjust(c(.01, .02, .03, .04, .5), "holm"); p.adjust(..., "BH")
  const p = [0.02, 0.01, 0.5, 0.03, 0.04];
  expect([...holm(p)].map((x) => +x.toFixed(12))).toEqual([0.08, 0.05, 0.5, 0.09, 0.09]);
  expect([...benjaminiHochberg(p)].map((x) => +x.toFixed(12))).toEqual([0.05, 0.05, 0.5, 0.05, 0.05]);
});

test("a test that could not be made does not count in its family", () => {
  expect([...holm([0.02, Number.NaN, 0.01])]).toEqual([0.02, Number.NaN, 0.02]);
  expect([...benjaminiHochberg([0.02, Number.NaN, 0.01])]).toEqual([0.02, Number.NaN, 0.02]);
});

test("the first place where a condition holds is found; the count where it never does", () => {
  const ages = [18, 25, 25, 40];
  expect(firstPlaceWhere(ages.length, (place) => ages[place]! >= 25)).toBe(1);
  expect(firstPlaceWhere(ages.length, (place) => ages[place]! > 40)).toBe(4);
  expect(firstPlaceWhere(0, () => true)).toBe(0);
});

test("amounts are summed by code, those without one left out", () => {
  expect([...sumsByCode(Int32Array.of(1, 0, -1, 1), 3, [10, 20, 30, 40])]).toEqual([20, 50, 0]);
});
