import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answersToOneTrait } from "./example-answers.ts";
import {
  analyseFactors,
  analyseOneFactor,
  type FactorAnalysis,
  type ItemAnswers,
  type NotEstimable,
} from "./index.ts";

const five = answersToOneTrait(400, [0.8, 0.7, 0.6, 0.7, 0.5]);

function fitted(result: FactorAnalysis | NotEstimable): FactorAnalysis {
  if (!result.estimable) throw new Error(result.sentence);
  return result;
}

function loadingsOf(analysis: FactorAnalysis): number[] {
  return analysis.parameters.filter(({ kind }) => kind === "loading").map(({ standardised }) => standardised);
}

function withItem(answers: ItemAnswers, item: number, values: Float64Array): ItemAnswers {
  return { names: answers.names, values: answers.values.map((own, i) => (i === item ? values : own)) };
}

describe("one factor behind the items of a scale", () => {
  test("three items have an exact answer: each loading is the root of r12 r13 / r23", () => {
    const three = { names: five.names.slice(0, 3), values: five.values.slice(0, 3) };
    const { parameters, fit } = fitted(analyseOneFactor(three));
    const r = (i: number, j: number) => correlation(three.values[i]!, three.values[j]!);
    expect(parameters[0]?.standardised).toBeCloseTo(Math.sqrt((r(0, 1) * r(0, 2)) / r(1, 2)), 9);
    expect(fit).toMatchObject({ df: 0, chisq: 0, pValue: undefined, cfi: 1 });
    expect(fit.srmr).toBeLessThan(1e-9);
  });

  test("the loadings that made the answers come back within three standard errors", () => {
    const { parameters, fit } = fitted(analyseOneFactor(five));
    [0.8, 0.7, 0.6, 0.7, 0.5].forEach((truth, item) => {
      const { estimate, standardError } = parameters[item]!;
      expect(Math.abs(estimate - truth)).toBeLessThan(3 * standardError);
    });
    expect(fit.pValue).toBeGreaterThan(0.001);
    expect(fit.rmsea.low).toBeLessThanOrEqual(fit.rmsea.value);
  });

  test("how the factor is given its unit changes nothing but the unit", () => {
    const [unit, marker] = (["unit-variance", "marker"] as const).map((identification) =>
      fitted(analyseOneFactor(five, { identification })),
    );
    expect(marker!.fit.chisq).toBeCloseTo(unit!.fit.chisq, 9);
    loadingsOf(marker!).forEach((loading, i) => {
      expect(loading).toBeCloseTo(loadingsOf(unit!)[i]!, 8);
    });
  });

  test("with every answer given, full information says what complete answers say", () => {
    const [listwise, full] = (["listwise", "fiml"] as const).map((missing) =>
      fitted(analyseOneFactor(five, { missing })),
    );
    expect(full!.fit.chisq).toBeCloseTo(listwise!.fit.chisq, 8);
    expect(full!.fit.parameters).toBe(listwise!.fit.parameters + 5);
  });

  test("with answers missing at random, full information uses everyone", () => {
    const gaps = answersToOneTrait(400, [0.8, 0.7, 0.6, 0.7, 0.5], { unanswered: 0.15 });
    const [listwise, full] = (["listwise", "fiml"] as const).map((missing) =>
      fitted(analyseOneFactor(gaps, { missing })),
    );
    expect(listwise!.fit.respondents).toBeLessThan(220);
    expect(full!.fit.respondents).toBeGreaterThan(395);
    expect(full!.parameters[0]!.standardError).toBeLessThan(listwise!.parameters[0]!.standardError);
  });

  test("neither the order of respondents nor the unit of an item changes the fit", () => {
    const { fit } = fitted(analyseOneFactor(five));
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 399 }),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (turn, unit) => {
          const turned = five.values.map((values) =>
            Float64Array.from(values, (_, row) => values[(row + turn) % 400]!),
          );
          const other = {
            names: five.names,
            values: [turned[0]!.map((value) => 3 + unit * value), ...turned.slice(1)],
          };
          expect(fitted(analyseOneFactor(other)).fit.chisq).toBeCloseTo(fit.chisq, 6);
        },
      ),
      { numRuns: 20, seed: 4 },
    );
  });

  test("two related factors are told from one", () => {
    const other = answersToOneTrait(400, [0.7, 0.7, 0.6], { seed: 9 });
    const answers = {
      names: [...five.names.slice(0, 3), "r1", "r2", "r3"],
      values: [...five.values.slice(0, 3), ...other.values],
    };
    const factors = [
      { name: "trust", items: ["q1", "q2", "q3"] },
      { name: "safety", items: ["r1", "r2", "r3"] },
    ];
    const [two, one] = [
      fitted(analyseFactors(answers, factors)),
      analyseOneFactor(answers, { heywood: "report" }),
    ];
    expect(two.fit.df).toBe(8);
    expect(two.fit.cfi).toBeGreaterThan(0.97);
    if (one.estimable) expect(one.fit.cfi).toBeLessThan(0.8);
  });
});

describe("a factor model that the answers cannot give says why", () => {
  test.each([
    ["too-few-items", { names: ["q1", "q2"], values: five.values.slice(0, 2) }],
    ["constant-item", withItem(five, 4, new Float64Array(400).fill(3))],
    ["everyone-missing", withItem(five, 4, new Float64Array(400).fill(Number.NaN))],
    ["too-few-respondents", { names: five.names, values: five.values.map((values) => values.slice(0, 5)) }],
    ["dependent-items", withItem(five, 4, five.values[0]!)],
  ])("%s", (reason, answers) => {
    const result = analyseOneFactor(answers);
    expect(result).toMatchObject({ estimable: false, reason });
    if (!result.estimable) expect(result.sentence).toMatch(/\.$/);
  });

  test("two items that nobody answered together", () => {
    const half = (item: number, row: number) =>
      (item === 0 && row % 2 === 0) || (item === 4 && row % 2 === 1);
    const answers = {
      names: five.names,
      values: five.values.map((values, item) =>
        values.map((value, row) => (half(item, row) ? Number.NaN : value)),
      ),
    };
    const result = analyseOneFactor(answers, { missing: "fiml" });
    expect(result).toMatchObject({ reason: "dependent-items" });
    if (!result.estimable) expect(result.sentence).toContain('"q1" and "q5"');
  });

  test("a negative variance is refused unless asked for", () => {
    const [a, b, c] = [1, 2, 3].map((seed) => answersToOneTrait(200, [0.5], { seed }).values[0]!);
    const mixed = a!.map((value, row) => value + 0.9 * b![row]! + 0.3 * c![row]!);
    const related = [
      a!.map((value, row) => value + 0.5 * c![row]!),
      b!.map((value, row) => value + 0.4 * a![row]!),
      mixed,
    ];
    const answers = { names: ["q1", "q2", "q3"], values: related };
    expect(analyseOneFactor(answers)).toMatchObject({ estimable: false, reason: "heywood-case" });
    expect(analyseOneFactor(answers, { heywood: "report" })).toMatchObject({
      estimable: true,
      improper: ["q3"],
    });
  });
});

function correlation(a: Float64Array, b: Float64Array): number {
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const product = (x: Float64Array, y: Float64Array) => {
    const [mx, my] = [mean(x), mean(y)];
    return x.reduce((sum, value, i) => sum + (value - mx) * (y[i]! - my), 0);
  };
  return product(a, b) / Math.sqrt(product(a, a) * product(b, b));
}
