import { describe, expect, test } from "vitest";
import { proposeCollapses } from "./collapse.ts";
import { adjustForNonresponse, propensityClasses } from "./nonresponse.ts";

const town = { name: "town", levels: ["north", "south"], codes: [0, 0, 1, 1, 1] };
const weights = Float64Array.of(1, 3, 2, 2, 2);

describe("adjustment for nonresponse", () => {
  test("respondents take over the weight of the silent in their class", () => {
    const { weights: after, classes } = adjustForNonresponse(weights, Uint8Array.of(1, 0, 1, 1, 0), town);
    expect([...after]).toEqual([4, 0, 3, 3, 0]);
    expect(classes[0]).toEqual({ level: "north", sampled: 2, respondents: 1, responseRate: 0.25, factor: 4 });
  });

  test("a class in which nobody responded is refused with the class to join", () => {
    expect(() => adjustForNonresponse(weights, Uint8Array.of(0, 0, 1, 1, 0), town)).toThrow(
      'Nobody of the 2 people in the class "north" of "town" responded. Join it to "south".',
    );
  });

  test("small classes come with a proposal, and are not joined without a decision", () => {
    const { collapses, notes } = adjustForNonresponse(weights, Uint8Array.of(1, 0, 1, 1, 0), town, {
      respondents: 2,
    });
    expect(collapses).toEqual([
      { join: ["north", "south"], reason: '"north" has 1 respondents, fewer than 2.' },
    ]);
    expect(notes).toEqual(['Join "north" and "south": "north" has 1 respondents, fewer than 2.']);
  });
});

describe("response propensity classes", () => {
  test("are of equal size, lowest propensity first; ties stay together", () => {
    const propensities = Float64Array.from({ length: 100 }, (_, i) => (i + 1) / 101);
    const { levels, codes } = propensityClasses(propensities.toReversed());
    expect(levels).toHaveLength(5);
    expect(
      Array.from({ length: 5 }, (_, level) => Array.from(codes).filter((code) => code === level).length),
    ).toEqual([20, 20, 20, 20, 20]);
    expect(codes[0]).toBe(4);
    expect(propensityClasses(new Float64Array(10).fill(0.4)).levels).toEqual(["class 1"]);
  });

  test("a propensity that is none is refused", () => {
    expect(() => propensityClasses(Float64Array.of(0.2, 1.4))).toThrow(/row 2 is 1.4/);
  });
});

describe("a proposal which categories to join", () => {
  const cell = (level: string, respondents: number, factor = 1) => ({ level, respondents, factor });

  test("joins ages with a neighbour, the smaller one", () => {
    const ages = [cell("16-29", 40), cell("30-44", 90), cell("45-64", 50), cell("65+", 6)];
    expect(proposeCollapses(ages, { ordered: true })).toEqual([
      { join: ["45-64", "65+"], reason: '"65+" has 6 respondents, fewer than 20.' },
    ]);
  });

  test("joins unordered categories of alike factors", () => {
    const towns = [cell("a", 100, 1), cell("b", 100, 2.4), cell("c", 8, 2.5)];
    expect(proposeCollapses(towns)).toMatchObject([{ join: ["b", "c"] }]);
  });

  test("looks at extreme factors, too, and leaves large cells alone", () => {
    expect(proposeCollapses([cell("a", 1000, 1), cell("b", 30, 9)])).toMatchObject([
      { join: ["a", "b"], reason: 'the weights of "b" are multiplied by 9.00.' },
    ]);
    expect(proposeCollapses([cell("a", 50), cell("b", 30)])).toEqual([]);
  });
});
