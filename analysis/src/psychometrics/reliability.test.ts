import { describe, expect, test } from "vitest";
import { cronbachAlpha, itemRestCorrelations, samplingAdequacy, sphericityTest, splitHalf } from "./index.ts";

const items = (...values: number[][]) => ({
  names: values.map((_, i) => `q${i + 1}`),
  values: values.map((column) => Float64Array.from(column)),
});
const missing = Number.NaN;

describe("the reliability of a scale", () => {
  test("two items worked by hand: twice the covariance over the variance of the sum, times two", () => {
    // variances 5/3 each, covariance 1: alpha = 2 · (1 − (10/3) / (16/3)) = 0.75
    const found = cronbachAlpha(items([1, 2, 3, 4], [2, 1, 4, 3]), "listwise");
    expect(found).toMatchObject({ estimable: true, respondents: 4, mean: 2.5 });
    if (found.estimable) expect(found.raw).toBeCloseTo(0.75, 12);
    if (found.estimable) expect(found.items[0]?.scaleWithout).toBeNull();
  });

  test("an item that was not turned round pulls alpha down, and the scale without it says so", () => {
    const along = [1, 2, 3, 4, 5, 5];
    const found = cronbachAlpha(
      items(along, [1, 3, 3, 4, 4, 5], [2, 2, 3, 5, 5, 5], [5, 4, 3, 2, 1, 2]),
      "listwise",
    );
    if (!found.estimable) throw new Error(found.sentence);
    expect(found.items[3]?.withRest).toBeLessThan(0);
    expect(found.items[3]?.scaleWithout?.raw).toBeGreaterThan(0.9);
    expect(found.raw).toBeLessThan(0.5);
  });

  test("pairwise keeps whoever answered two items, listwise whoever answered all", () => {
    const some = items([1, 2, 3, 4, 5], [1, 2, 2, 4, missing], [2, 1, 3, missing, 5]);
    const [all, pairs] = [cronbachAlpha(some, "listwise"), cronbachAlpha(some, "pairwise")];
    expect([all, pairs]).toMatchObject([{ respondents: 3 }, { respondents: 5 }]);
    if (pairs.estimable) expect(pairs.items.map(({ respondents }) => respondents)).toEqual([5, 4, 4]);
  });

  test("halves of four items: three ways to split, of five ten", () => {
    const four = splitHalf(items([1, 2, 3, 4], [1, 3, 2, 4], [2, 1, 3, 4], [1, 2, 4, 3]));
    expect(four).toMatchObject({ splits: { count: 3 }, reversed: [] });
    const five = items(
      [1, 2, 3, 4, 5, 6],
      [1, 3, 2, 4, 6, 5],
      [2, 1, 3, 4, 5, 5],
      [1, 2, 4, 3, 5, 5],
      [6, 5, 4, 3, 1, 2],
    );
    expect(splitHalf(five)).toMatchObject({ splits: { count: 10 }, reversed: ["q5"] });
    expect(splitHalf(five, { splits: "first-half-if-odd" })).toMatchObject({ splits: { count: 5 } });
  });
});

describe("what cannot be estimated says why", () => {
  test("an item to which everyone gave the same answer", () => {
    const constant = items([1, 2, 3], [4, 4, 4]);
    for (const found of [
      cronbachAlpha(constant, "listwise"),
      itemRestCorrelations(constant),
      samplingAdequacy(constant),
      sphericityTest(constant),
      splitHalf(constant),
    ])
      expect(found).toMatchObject({
        estimable: false,
        reason: "constant-item",
        sentence: 'Everyone gave the same answer to "q2", so it is related to nothing. Leave the item out.',
      });
  });

  test("an item that is the sum of others, one item alone, nobody", () => {
    const reasons = [
      samplingAdequacy(items([1, 2, 3, 5], [2, 1, 4, 3], [3, 3, 7, 8])),
      cronbachAlpha(items([1, 2, 3]), "listwise"),
      cronbachAlpha(items([missing, 1], [2, missing]), "listwise"),
      splitHalf(items(...Array.from({ length: 17 }, (_, i) => [i, 2 * i + 1, 3]))),
    ].map((found) => (found.estimable ? "estimable" : found.reason));
    expect(reasons).toEqual(["dependent-items", "too-few-items", "everyone-missing", "too-many-items"]);
  });
});
