import fc from "fast-check";
import { expect, test } from "vitest";
import type { Categories } from "../categories.ts";
import { inEachDomain } from "../domains.ts";
import { designOf, sample } from "../example-sample.ts";
import { estimateRegression } from "./regression.ts";
import { type Model, ModelError, modelMatrix, type Numbers } from "./regression-model.ts";
import { testTerms } from "./term-test.ts";

function numbers(name: string, values: readonly number[]): Numbers {
  return { name, values: Float64Array.from(values) };
}

const six = designOf([1, 2, 1, 3, 1, 2].map((weight) => ({ y: 0, weight })));
const x = numbers("x", [1, 2, 3, 4, 5, 6]);
const group: Categories = {
  name: "group",
  codes: Int32Array.from([0, 0, 0, 1, 1, 1]),
  levels: ["old", "new"],
};

test("points on a line have that line, without error", () => {
  const found = estimateRegression(six, { outcome: numbers("y", [3, 5, 7, 9, 11, 13]), terms: [[x]] });
  expect(found.coefficients.map(({ name, value }) => [name, Math.round(value! * 1e9) / 1e9])).toEqual([
    ["(Intercept)", 1],
    ["x", 2],
  ]);
  expect(found.coefficients[1]!.standardError).toBeLessThan(1e-12);
  expect(found).toMatchObject({
    respondents: 6,
    sumOfWeights: 10,
    degreesOfFreedom: 5,
    residualDegreesOfFreedom: 4,
  });
});

test("a logistic model of one group is the logarithm of its odds ratio", () => {
  const worked = numbers("worked", [1, 0, 0, 1, 1, 0]);
  const found = estimateRegression(six, { outcome: worked, terms: [[group]], family: "quasibinomial" });
  expect(found.coefficients[0]!.value).toBeCloseTo(Math.log(1 / 3), 9);
  expect(found.coefficients[1]!.value).toBeCloseTo(Math.log(2 / (1 / 3)), 9);
  expect(found.coefficients[1]!.name).toBe("groupnew");
});

test("a column that the others explain is named and left out", () => {
  const found = estimateRegression(six, {
    outcome: numbers("y", [1, 4, 2, 5, 7, 6]),
    terms: [[x], [numbers("twice", [2, 4, 6, 8, 10, 12])], [group]],
  });
  expect(found.aliased).toEqual(["twice"]);
  expect(found.notices[0]).toContain('"twice"');
  expect(found.coefficients.map(({ name }) => name)).toEqual(["(Intercept)", "x", "groupnew"]);
  expect(found.residualDegreesOfFreedom).toBe(3);
});

test("an outcome that is predicted perfectly has no logistic model, and the sentence says what to do", () => {
  for (const outcome of [
    [0, 0, 0, 1, 1, 1],
    [0, 0, 0, 1, 0, 1],
    [1, 1, 1, 1, 1, 1],
  ])
    for (const devianceChange of [undefined, 1e-8]) {
      const model: Model = { outcome: numbers("y", outcome), terms: [[group]], family: "quasibinomial" };
      const found = estimateRegression(six, devianceChange ? { ...model, devianceChange } : model);
      expect(found.reason, `${outcome}`).toBe("not-estimable");
      expect(found.explanation).toContain("perfectly");
      expect(found.coefficients.every(({ value, pValue }) => value === null && pValue === null)).toBe(true);
    }
});

test("missing answers leave the model, not the design; nobody left has a reason", () => {
  const outcome = numbers("y", [1, Number.NaN, 2, 5, 7, 6]);
  expect(estimateRegression(six, { outcome, terms: [[x]] })).toMatchObject({
    respondents: 5,
    degreesOfFreedom: 5,
  });
  const none = numbers("y", Array(6).fill(Number.NaN));
  expect(estimateRegression(six, { outcome: none, terms: [[x]] }).reason).toBe("all-missing");
  expect(estimateRegression(six, { outcome, terms: [[x]] }, { within: new Uint8Array(6) }).reason).toBe(
    "no-respondents",
  );
});

test("fewer people than coefficients have no model", () => {
  const within = Uint8Array.from([1, 0, 0, 0, 0, 0]);
  const found = estimateRegression(
    six,
    { outcome: x, terms: [[numbers("z", [2, 1, 4, 3, 3, 1])]] },
    { within },
  );
  expect(found.coefficients.map(({ name }) => name)).toEqual(["(Intercept)"]);
  expect(found.aliased).toEqual(["z"]);
  expect(found.coefficients[0]!.interval).toBeNull();
});

test("an outcome outside the family is refused with its row", () => {
  expect(() => estimateRegression(six, { outcome: x, terms: [], family: "quasibinomial" })).toThrow(
    ModelError,
  );
  expect(() => estimateRegression(six, { outcome: x, terms: [], family: "quasibinomial" })).toThrow(
    /"x" is 2 in row 2/,
  );
  expect(() => estimateRegression(six, { outcome: x, terms: [[numbers("z", [1])]] })).toThrow(/"z" has 1/);
});

test("columns are named and ordered as R does, main effects first", () => {
  const sex: Categories = {
    name: "sex",
    codes: Int32Array.from([0, 1, 2, 0, 1, 2]),
    levels: ["d", "f", "m"],
  };
  const names = (terms: Model["terms"], intercept = true) =>
    modelMatrix({ outcome: x, terms, intercept }).names.filter((name) => name !== "(Intercept)");
  expect(names([[group, sex], [sex], [group]])).toEqual([
    ...["sexf", "sexm", "groupnew", "groupnew:sexf", "groupnew:sexm"],
  ]);
  expect(names([[group], [sex]], false)).toEqual(["groupold", "groupnew", "sexf", "sexm"]);
  expect(names([[x, group]])).toEqual(["x:groupold", "x:groupnew"]);
  expect(names([[x], [x, group]])).toEqual(["x", "x:groupnew"]);
});

test("the test of one coefficient is its t test squared", () => {
  const found = estimateRegression(six, { outcome: numbers("y", [1, 4, 2, 5, 7, 6]), terms: [[x], [group]] });
  const tested = testTerms(found, ["x"]);
  expect(tested.statistic).toBeCloseTo(found.coefficients[1]!.t! ** 2, 9);
  expect(tested.pValue).toBeCloseTo(found.coefficients[1]!.pValue!, 12);
  expect(() => testTerms(found, ["z"])).toThrow(/no term "z"/);
});

test("a domain's model has the domain's coefficients, whatever the others answered", () => {
  fc.assert(
    fc.property(sample, (rows) => {
      const z = numbers(
        "z",
        rows.map(({ weight }, i) => (weight * 7 + i * 3) % 11),
      );
      const domains = { of: Int32Array.from(rows, ({ domain }) => domain ?? -1), count: 3 };
      const models = (factor: number) =>
        inEachDomain(domains, (within) => {
          const y = rows.map((row) => (row.domain === 0 ? row.y : row.y * factor));
          return estimateRegression(designOf(rows), { outcome: numbers("y", y), terms: [[z]] }, { within });
        });
      const [first, again] = [models(1)[0]!, models(5)[0]!];
      expect(again.coefficients).toEqual(first.coefficients);
    }),
    { numRuns: 40 },
  );
});

test("errors do not change with the scale of weights; coefficients follow the scale of a column", () => {
  fc.assert(
    fc.property(sample, fc.integer({ min: 2, max: 9 }), (rows, factor) => {
      const z = rows.map(({ weight }, i) => (weight * 7 + i * 3) % 11);
      const outcome = numbers(
        "y",
        rows.map(({ y }) => y),
      );
      const first = estimateRegression(designOf(rows), { outcome, terms: [[numbers("z", z)]] });
      const scaled = estimateRegression(
        designOf(rows.map((row) => ({ ...row, weight: row.weight * factor }))),
        {
          outcome,
          terms: [
            [
              numbers(
                "z",
                z.map((each) => each * factor),
              ),
            ],
          ],
        },
      );
      const [a, b] = [first.coefficients[1], scaled.coefficients[1]];
      expect(b === undefined).toBe(a === undefined);
      if (!a || !b) return;
      expect(b.value! * factor).toBeCloseTo(a.value!, 7);
      expect(b.standardError! * factor).toBeCloseTo(a.standardError!, 7);
    }),
    { numRuns: 40 },
  );
});
