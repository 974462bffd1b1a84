import { describe, expect, test } from "vitest";
import { countedMargin } from "./counted-margin.ts";
import { aMarginOver } from "./example-margins.ts";
import { postStratify } from "./post-stratify.ts";

const people = ["f", "f", "m"];
const once = new Float64Array(3).fill(1);

describe("post-stratification", () => {
  test("worked by hand: two women share 30, one man has 70, and weights before keep their proportions", () => {
    const margin = aMarginOver("sex", people, { f: 30, m: 70 });
    expect([...postStratify(once, margin).weights]).toEqual([15, 15, 70]);
    expect([...postStratify(Float64Array.of(1, 2, 5), margin).weights]).toEqual([10, 20, 70]);
  });

  test("crosses several variables, in the order of their table", () => {
    const sex = { name: "sex", levels: ["f", "m"], codes: [0, 0, 1] };
    const age = { name: "age", levels: ["young", "old"], codes: [0, 1, 1] };
    const table = [
      { levels: ["m", "old"], count: 50 },
      { levels: ["f", "old"], count: 30 },
      { levels: ["f", "young"], count: 20 },
    ];
    expect([...postStratify(once, countedMargin([sex, age], table, 3)).weights]).toEqual([20, 30, 50]);
  });

  test("people in a category that no respondent has are refused, or left out and said when that was asked for", () => {
    const margin = aMarginOver("sex", people, { f: 30, m: 60, d: 10 });
    expect(() => postStratify(once, margin)).toThrow(
      'The population counts 10 people in the category "d" of "sex", but no respondent is in it. Merge it with a neighbouring category, or allow partial post-stratification, which leaves these people out.',
    );
    const { weights, notes } = postStratify(once, margin, { partial: true });
    expect([...weights]).toEqual([15, 15, 60]);
    expect(notes).toEqual(['Categories of "sex" without respondents were left out: "d" (10 people).']);
  });

  test("respondents in a category without a count are refused by its name", () => {
    expect(() => aMarginOver("sex", people, { f: 30 })).toThrow(
      'Respondents have the category "m" of "sex", but the population has no count for it. Add its count, or recode these respondents.',
    );
    expect(() => postStratify(once, aMarginOver("sex", people, { f: 30, m: 0 }))).toThrow(
      /counts nobody in the category "m"/,
    );
  });

  test("respondents without a category and counts that are none are refused", () => {
    expect(() => postStratify(once, aMarginOver("sex", ["f", "", "m"], { f: 1, m: 1 }))).toThrow(
      /1 respondents have no category in "sex"/,
    );
    expect(() => aMarginOver("sex", people, { f: -1, m: 1 })).toThrow(/counts -1 people in "f"/);
    expect(() =>
      countedMargin(
        [{ name: "sex", levels: ["f"], codes: [0] }],
        [
          { levels: ["f"], count: 1 },
          { levels: ["f"], count: 2 },
        ],
        1,
      ),
    ).toThrow(/counts "f" twice/);
  });

  test("a row of weight zero stays at zero, whatever its category", () => {
    const margin = aMarginOver("sex", people, { f: 30, m: 70 });
    expect([...postStratify(Float64Array.of(1, 0, 1), margin).weights]).toEqual([30, 0, 70]);
  });
});
