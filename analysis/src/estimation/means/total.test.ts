import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answersOf, designOf, domainsOf, sample } from "../example-sample.ts";
import { arrange } from "../units/arrangement.ts";
import { estimateTotal, estimateTotalByDomain } from "./total.ts";

describe("a total", () => {
  test("worked by hand: two people of weight 10", () => {
    // 10·1 + 10·3 = 40; PSU totals 10 and 30 around 20: variance 2/1 · (100 + 100)
    const two = [1, 3].map((y) => ({ y, weight: 10 }));
    const estimate = estimateTotal(designOf(two), answersOf(two));
    expect(estimate.value).toBe(40);
    expect(estimate.standardError).toBeCloseTo(20, 12);
  });

  test("a PSU outside the domain counts with a total of zero", () => {
    const two = [
      { y: 1, weight: 10, domain: 0 },
      { y: 3, weight: 10, domain: 1 },
    ];
    const [[first] = []] = estimateTotalByDomain(arrange(designOf(two), domainsOf(two, 2)), [answersOf(two)]);
    expect(first?.value).toBe(10);
    expect(first?.standardError).toBeCloseTo(10, 12);
  });

  test("nobody with an answer has no total, not zero", () => {
    const none = [{ y: Number.NaN, weight: 1 }];
    expect(estimateTotal(designOf(none), answersOf(none))).toMatchObject({
      value: null,
      reason: "all-missing",
    });
  });

  test("totals of domains that share out everyone add to the total of all", () => {
    fc.assert(
      fc.property(sample, (rows) => {
        const [parts = []] = estimateTotalByDomain(arrange(designOf(rows), domainsOf(rows, 3)), [
          answersOf(rows),
        ]);
        const sum = parts.reduce((all, { value }) => all + (value ?? 0), 0);
        expect(sum).toBeCloseTo(estimateTotal(designOf(rows), answersOf(rows)).value ?? Number.NaN, 8);
      }),
    );
  });

  test("weights in another unit move total and error alike", () => {
    fc.assert(
      fc.property(sample, (rows) => {
        const thrice = rows.map((row) => ({ ...row, weight: row.weight * 3 }));
        const [one, three] = [rows, thrice].map((given) => estimateTotal(designOf(given), answersOf(given)));
        expect(three?.value).toBeCloseTo(3 * (one?.value ?? 0), 7);
        expect(three?.standardError).toBeCloseTo(3 * (one?.standardError ?? 0), 6);
      }),
    );
  });
});
