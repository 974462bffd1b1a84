import { describe, expect, test } from "vitest";
import { composite } from "./composite.ts";

const venues = { name: "venues", weights: Float64Array.of(1, 1, 1, 1) };
const link = { name: "open link", weights: Float64Array.of(1, 3) };

describe("a composite of samples", () => {
  test("gives each sample the share of its effective respondents, and states it", () => {
    const { weights, sample, parts } = composite([venues, link], { total: 1000 });
    // (1+3)² / (1+9) = 1.6 effective of 2
    expect(parts).toEqual([
      { name: "venues", respondents: 4, effectiveRespondents: 4, share: 4 / 5.6 },
      { name: "open link", respondents: 2, effectiveRespondents: 1.6, share: expect.closeTo(1.6 / 5.6, 12) },
    ]);
    expect([...sample]).toEqual([0, 0, 0, 0, 1, 1]);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1000, 9);
    expect(weights[5]).toBeCloseTo(3 * (weights[4] ?? 0), 9);
  });

  test("takes shares that somebody gives, if they sum to 1", () => {
    const { weights } = composite([venues, link], { total: 100, shares: [0.9, 0.1] });
    expect([...weights.slice(4)]).toEqual([2.5, 7.5].map((weight) => expect.closeTo(weight, 9)));
    expect(() => composite([venues, link], { total: 100, shares: [0.9, 0.2] })).toThrow(/summing to 1/);
  });

  test("a sample without weights is refused by name", () => {
    expect(() =>
      composite([venues, { name: "office", weights: Float64Array.of(0, 0) }], { total: 1 }),
    ).toThrow(
      'The weights of the sample "office" sum to nothing. Give its weights, or leave the sample out.',
    );
    expect(() => composite([{ name: "office", weights: Float64Array.of(-1) }], { total: 1 })).toThrow(
      /row 1 in the sample "office" is -1/,
    );
  });
});
