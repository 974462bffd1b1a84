import { describe, expect, test } from "vitest";
import { cohenKappa, fleissKappa, intraclassCorrelations } from "./index.ts";

describe("agreement of two coders of cognitive interviews", () => {
  const first = ["term", "term", "recall", "recall", "none", "none", "none", "none"];
  test("all alike is 1, and the interval closes", () => {
    expect(cohenKappa(first, first, ["term", "recall", "none"])).toMatchObject({
      kappa: 1,
      standardError: 0,
    });
  });

  test("worked by hand: half observed, half expected is no agreement at all", () => {
    const found = cohenKappa(["a", "a", "b", "b"], ["a", "b", "a", "b"], ["a", "b"]);
    expect(found).toMatchObject({ kappa: 0, observed: 0.5, expected: 0.5, subjects: 4 });
  });

  test("near misses count when categories have an order", () => {
    const [one, other] = [
      [1, 2, 3, 4, 5, 3],
      [2, 3, 4, 5, 4, 3],
    ];
    const kappas = (["none", "linear", "quadratic"] as const).map((weights) => {
      const found = cohenKappa(one, other, [1, 2, 3, 4, 5], weights);
      return found.estimable ? found.kappa : Number.NaN;
    });
    expect(kappas.toSorted((a, b) => a - b)).toEqual(kappas);
  });

  test("interviews that only one of the two coded do not count; without any there is no kappa", () => {
    expect(cohenKappa(["a", "b", undefined], ["a", "a", "b"], ["a", "b"])).toMatchObject({ subjects: 2 });
    expect(cohenKappa(["a"], [undefined], ["a"])).toMatchObject({ reason: "everyone-missing" });
    expect(cohenKappa(["a", "a"], ["a", "a"], ["a", "b"])).toMatchObject({ reason: "constant-item" });
  });
});

describe("agreement of many raters", () => {
  test("all alike is 1", () => {
    expect(
      fleissKappa([
        ["a", "a", "a"],
        ["b", "b", "b"],
      ]),
    ).toMatchObject({ kappa: 1, observed: 1, raters: 3 });
  });

  test("a subject without all ratings is left out; one code for everyone tells nothing", () => {
    expect(
      fleissKappa([
        ["a", "a"],
        ["b", "a"],
        ["b", undefined],
      ]),
    ).toMatchObject({ subjects: 2 });
    expect(fleissKappa([["a", "a"]])).toMatchObject({ reason: "constant-item" });
    expect(fleissKappa([[undefined, "a"]])).toMatchObject({ reason: "everyone-missing" });
  });
});

describe("test and retest", () => {
  const scores = (...values: number[][]) => values.map((column) => Float64Array.from(column));
  test("a second time that is higher throughout is consistent, not the same", () => {
    const found = intraclassCorrelations(scores([1, 2, 3, 4, 5.5], [3, 4.1, 5, 6, 7.4]));
    if (!found.estimable) throw new Error(found.sentence);
    const value = Object.fromEntries(found.forms.map((one) => [one.form, one.value]));
    expect(value.ICC3).toBeGreaterThan(0.99);
    expect(value.ICC2).toBeLessThan(0.7);
  });

  test("one person, or no difference between people, has none", () => {
    expect(intraclassCorrelations(scores([1, Number.NaN], [2, 3]))).toMatchObject({ estimable: false });
    expect(intraclassCorrelations(scores([2, 2], [2, 2]))).toMatchObject({ reason: "constant-item" });
  });
});
