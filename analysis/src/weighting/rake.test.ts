import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countedMargin } from "./counted-margin.ts";
import { aMarginOver, weightOf } from "./example-margins.ts";
import { rake } from "./rake.ts";
import { WeightingError } from "./weighting-error.ts";

const sexes = ["f", "m", "f", "m", "m"];
const ages = ["young", "old", "old", "young", "old"];
const once = new Float64Array(5).fill(1);
const sex = aMarginOver("sex", sexes, { f: 50, m: 50 });
const age = aMarginOver("age", ages, { young: 60, old: 40 });

/** People in every combination of two variables, with weights before, and margins of one total. */
const aSurvey = fc
  .record({
    extra: fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 1 })), {
      maxLength: 30,
    }),
    weights: fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 36, maxLength: 36 }),
    a: fc.tuple(
      fc.integer({ min: 5, max: 90 }),
      fc.integer({ min: 5, max: 90 }),
      fc.integer({ min: 5, max: 90 }),
    ),
    b: fc.tuple(fc.integer({ min: 5, max: 90 }), fc.integer({ min: 5, max: 90 })),
  })
  .map(({ extra, weights, a, b }) => {
    const all = [0, 1, 2].flatMap((x) => [0, 1].map((y): [number, number] => [x, y]));
    const rows = [...all, ...extra];
    const [sumA, sumB] = [a[0] + a[1] + a[2], b[0] + b[1]];
    return {
      rows,
      weights: Float64Array.from(rows, (_, row) => weights[row] ?? 1),
      a: a.map((n) => (100 * n) / sumA),
      b: b.map((n) => (100 * n) / sumB),
    };
  });

type Survey = typeof aSurvey extends fc.Arbitrary<infer T> ? T : never;

function marginsOf({ rows, a, b }: Survey) {
  const margin = (name: string, at: 0 | 1, counts: readonly number[]) =>
    countedMargin(
      [{ name, levels: counts.map((_, level) => `${level}`), codes: rows.map((row) => row[at]) }],
      counts.map((count, level) => ({ levels: [`${level}`], count })),
      rows.length,
    );
  return [margin("a", 0, a), margin("b", 1, b)];
}

describe("raking", () => {
  test("meets every margin", () => {
    const { weights, converged, total } = rake(once, [sex, age]);
    expect(converged).toBe(true);
    expect(total).toBe(100);
    for (const [people, level, count] of [
      [sexes, "f", 50],
      [ages, "young", 60],
    ] as const)
      expect(weightOf(weights, people, level)).toBeCloseTo(count, 7);
  });

  test("weights meet all margins of any survey", () => {
    fc.assert(
      fc.property(aSurvey, (survey) => {
        const { weights, converged } = rake(survey.weights, marginsOf(survey), { maximumIterations: 5000 });
        expect(converged).toBe(true);
        survey.a.forEach((count, level) => {
          const sum = weights.reduce(
            (all, weight, row) => all + (survey.rows[row]?.[0] === level ? weight : 0),
            0,
          );
          expect(sum).toBeCloseTo(count, 6);
        });
      }),
      { numRuns: 60 },
    );
  });

  test("the scale of the weights before changes nothing", () => {
    fc.assert(
      fc.property(aSurvey, fc.double({ min: 1e-3, max: 1e4, noNaN: true }), (survey, scale) => {
        const margins = marginsOf(survey);
        const plain = rake(survey.weights, margins).weights;
        const scaled = rake(
          survey.weights.map((weight) => weight * scale),
          margins,
        ).weights;
        plain.forEach((weight, row) => {
          expect(Math.abs((scaled[row] ?? 0) / weight - 1)).toBeLessThan(1e-9);
        });
      }),
      { numRuns: 40 },
    );
  });

  test("the order of the rows changes nothing", () => {
    fc.assert(
      fc.property(aSurvey, (survey) => {
        const turned = { ...survey, rows: survey.rows.toReversed(), weights: survey.weights.toReversed() };
        const plain = rake(survey.weights, marginsOf(survey)).weights;
        const back = rake(turned.weights, marginsOf(turned)).weights.toReversed();
        plain.forEach((weight, row) => {
          expect(Math.abs((back[row] ?? 0) / weight - 1)).toBeLessThan(1e-9);
        });
      }),
      { numRuns: 40 },
    );
  });

  test("margins that contradict each other are a result that says where it stands", () => {
    const same = aMarginOver("age", sexes, { f: 60, m: 40 });
    const raked = rake(once, [sex, same], { maximumIterations: 50 });
    expect(raked).toMatchObject({
      converged: false,
      iterations: 50,
      margins: [{ margin: "sex", gap: expect.closeTo(0.2, 6) }, { gap: 0 }],
    });
    expect(raked.notes[0]).toMatch(/did not meet all margins after 50 rounds; the largest gap is in "sex"/);
    expect(rake(once, [sex, same], { cellChange: 1 }).converged).toBe(false);
  });

  test("margins up to 10 % apart are scaled and said; farther ones need somebody's confirmation", () => {
    const near = aMarginOver("age", ages, { young: 63, old: 42 });
    expect(rake(once, [sex, near]).notes).toEqual([
      'The margin "age" counts 105 people, +5.0 % from the total of 100; it was scaled to the total.',
    ]);
    const far = aMarginOver("age", ages, { young: 70, old: 50 });
    expect(() => rake(once, [sex, far])).toThrow(
      'The margin "age" counts 120 people, +20.0 % from the total of 100. Margins may differ by at most 10 %: take counts of the same people and day, or confirm that this one is to be scaled.',
    );
    expect(
      rake(once, [sex, far], { confirmed: true, total: 120 }).weights.reduce((a, b) => a + b),
    ).toBeCloseTo(120, 8);
  });

  test("categories without respondents, and respondents without a count, are refused by name", () => {
    expect(() => rake(once, [aMarginOver("sex", sexes, { f: 50, m: 40, d: 10 })])).toThrow(
      /10 people in the category "d" of "sex", but no respondent is in it/,
    );
    expect(() => rake(once, [aMarginOver("sex", sexes, { f: 100, m: 0 })])).toThrow(
      /nobody in the category "m"/,
    );
    expect(() => rake(once, [])).toThrow(WeightingError);
  });

  test("who has no category counts in the margin in proportion to it", () => {
    const partly = aMarginOver("age", ["young", "old", "", "young", "old"], { young: 60, old: 40 });
    const { weights, margins } = rake(once, [partly]);
    expect([...weights]).toEqual([24, 16, 20, 24, 16].map((weight) => expect.closeTo(weight, 9)));
    expect(margins[0]?.withoutCategory).toBe(1);
  });
});
