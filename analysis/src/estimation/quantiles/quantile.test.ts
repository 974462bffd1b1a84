import fc from "fast-check";
import { expect, test } from "vitest";
import { makeDesign, makeReplicates } from "../../design/index.ts";
import { answersOf, designOf, domainsOf, type ExampleRow, sample } from "../example-sample.ts";
import { exampleIncomes } from "../inequality/inequality-example.ts";
import { estimateQuantiles } from "./quantile.ts";
import { estimateQuantilesByDomain } from "./quantile-by-domain.ts";
import { weightedDistribution } from "./quantile-ordered.ts";
import { quantileOf, quantileRules } from "./quantile-rules.ts";

const one = (values: number[], weights = values.map(() => 1)) =>
  weightedDistribution(Float64Array.from(values), Float64Array.from(weights));

test("the median of an odd number of equal people is the middle one", () => {
  expect(quantileOf(one([5, 1, 9]), 0.5, "math")).toBe(5);
});

test("where half is reached exactly one rule takes the lower value and another the middle", () => {
  const four = one([4, 1, 3, 2]);
  expect(quantileOf(four, 0.5, "math")).toBe(2);
  expect(quantileOf(four, 0.5, "school")).toBe(2.5);
});

test("a share is reached exactly however many equal weights were added up", () => {
  const many = one(
    Array.from({ length: 1000 }, (_, i) => i),
    new Array<number>(1000).fill(30.97),
  );
  expect(quantileOf(many, 0.3, "math")).toBe(299);
  expect(quantileOf(many, 0.7, "math")).toBe(699);
});

test("people of weight zero count for no rule", () => {
  const [without, withZero] = [one([3, 8, 5], [2, 1, 4]), one([3, 100, 8, 5], [2, 0, 1, 4])];
  for (const rule of quantileRules)
    expect(quantileOf(withZero, 0.4, rule)).toBe(quantileOf(without, 0.4, rule));
});

test("by every rule quantiles lie within the values and do not fall as the share rises", () => {
  const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 2, maxLength: 30 });
  fc.assert(
    fc.property(values, fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (list, a, b) => {
      const distribution = one(list);
      const first = Math.ceil(100 / list.length);
      // Below the weight of the first person hf4 has no two neighbours around the share.
      const [low, high] = [Math.max(first, Math.min(a, b)) / 100, Math.max(first, a, b) / 100];
      for (const rule of quantileRules) {
        const [lower, upper] = [quantileOf(distribution, low, rule), quantileOf(distribution, high, rule)];
        expect(lower).toBeGreaterThanOrEqual(Math.min(...list) - 1e-9);
        expect(upper).toBeLessThanOrEqual(Math.max(...list) + 1e-9);
        expect(lower).toBeLessThanOrEqual(upper + 1e-9);
      }
    }),
  );
});

test("the order of respondents and the scale of weights change no quantile that is an answer or the middle of two", () => {
  fc.assert(
    fc.property(sample, (rows) => {
      const found = (list: readonly ExampleRow[]) =>
        estimateQuantiles(designOf(list), answersOf(list), [0.25, 0.5], { rule: "school" });
      const scaled = rows.map((row) => ({ ...row, weight: row.weight * 4 }));
      for (const other of [found(rows.toReversed()), found(scaled)])
        other.forEach(({ value, standardError }, i) => {
          expect(value).toBeCloseTo(found(rows)[i]?.value ?? Number.NaN, 9);
          if (standardError !== null)
            expect(standardError).toBeCloseTo(found(rows)[i]?.standardError ?? Number.NaN, 6);
        });
    }),
    { numRuns: 50 },
  );
});

test("nobody in the domain, nobody who answered, missing answers kept: each is a reason", () => {
  const design = makeDesign({ weights: [1, 1, 1] });
  const values = Float64Array.of(Number.NaN, 4, 7);
  const reason = (options: object, list = values) =>
    estimateQuantiles(design, { values: list }, [0.5], options)[0]?.reason;
  expect(reason({ within: new Uint8Array(3) })).toBe("no-respondents");
  expect(reason({ within: Uint8Array.of(1, 0, 0) })).toBe("all-missing");
  expect(reason({ missing: "keep" })).toBe("missing-kept");
  expect(reason({})).toBeUndefined();
});

test("one respondent has a median without an error", () => {
  const [median] = estimateQuantiles(makeDesign({ weights: [3] }), { values: Float64Array.of(6) }, [0.5]);
  expect(median).toMatchObject({ reason: "single-psu" });
});

test("a value that nobody exceeds has itself as limits", () => {
  const values = Float64Array.of(1, 2, 3, 3, 3, 3, 3, 3);
  const [high] = estimateQuantiles(makeDesign({ weights: values.map(() => 2) }), { values }, [0.9]);
  expect(high).toMatchObject({ value: 3, standardError: 0, interval: { low: 3, high: 3 } });
});

test("a share outside 0 to 1 and an interval that the design does not have are refused", () => {
  const design = makeDesign({ weights: [1, 1] });
  const values = Float64Array.of(1, 2);
  expect(() => estimateQuantiles(design, { values }, [1.5])).toThrow(/from 0 to 1/);
  expect(() => estimateQuantiles(design, { values }, [0.5], { interval: "quantile" })).toThrow(/replicate/);
});

test("Woodruff's and the bootstrap's error of a median agree in a large sample", () => {
  const { design, incomes } = exampleIncomes(21);
  const replicates = makeReplicates(design, { method: "subbootstrap", replicates: 300, seed: 8 });
  const [linearised] = estimateQuantiles(design, { values: incomes }, [0.5]);
  const [repeated] = estimateQuantiles(replicates, { values: incomes }, [0.5], { interval: "quantile" });
  expect(repeated?.value).toBe(linearised?.value);
  const ratio = (linearised?.standardError ?? 0) / (repeated?.standardError ?? 1);
  expect(Math.abs(ratio - 1)).toBeLessThan(0.15);
});

test("quantiles of all domains at once are those of each domain, errors and reasons included", () => {
  fc.assert(
    fc.property(sample, fc.constantFrom(...quantileRules), (rows, rule) => {
      const [design, answers] = [designOf(rows), answersOf(rows)];
      answers.values[0] = Number.NaN;
      const domains = domainsOf(rows, 4);
      const together = estimateQuantilesByDomain(design, answers, domains, [0.3, 0.5], {
        rule,
        interval: "beta",
      });
      together.forEach((found, domain) => {
        const within = Uint8Array.from(domains.of, (one) => (one === domain ? 1 : 0));
        const alone = estimateQuantiles(design, answers, [0.3, 0.5], { rule, interval: "beta", within });
        found.forEach(({ standardError, ...rest }, i) => {
          expect({ ...rest, interval: null }).toEqual({
            ...alone[i],
            standardError: undefined,
            interval: null,
          });
          if (standardError !== null)
            expect(standardError).toBeCloseTo(alone[i]?.standardError ?? Number.NaN, 6);
        });
      });
    }),
    { numRuns: 60 },
  );
});

test("a quantile that everybody is at or below has limits only on the plain scale, where the share is one for certain", () => {
  const people = [1, 2, 9, 9, 9, 9, 9, 9].map((y) => ({ y, weight: 5 }));
  const intervalOf = (interval: "mean" | "beta" | "xlogit" | "asin") =>
    estimateQuantiles(designOf(people), answersOf(people), [0.9], { interval })[0]?.interval;
  expect(intervalOf("mean")).toMatchObject({ low: 9, high: 9 });
  for (const scale of ["beta", "xlogit", "asin"] as const)
    expect(intervalOf(scale)).toMatchObject({ low: null, high: null });
});
