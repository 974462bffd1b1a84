import { expect, test } from "vitest";
import { answersToOneTrait } from "./example-answers.ts";
import { numberOfFactors, omega } from "./index.ts";

const answers = answersToOneTrait(500, [0.8, 0.7, 0.6, 0.7, 0.5]);

test("omega of five items is near the share that made them", () => {
  const truth = 3.3 ** 2 / (3.3 ** 2 + 5 - (0.64 + 0.49 + 0.36 + 0.49 + 0.25));
  for (const estimator of ["ml", "minres"] as const) {
    const found = omega(answers, { estimator });
    if (!found.estimable) throw new Error(found.sentence);
    expect(found.total).toBeGreaterThan(truth - 0.05);
    expect(found.total).toBeLessThan(truth + 0.05);
    expect(found.ofObservedVariance).toBeCloseTo(found.total, 1);
  }
});

test("two items have no omega, and nobody has none either", () => {
  const two = { names: ["q1", "q2"], values: answers.values.slice(0, 2) };
  expect(omega(two)).toMatchObject({ estimable: false, reason: "too-few-items" });
  expect(omega(two, { estimator: "minres" })).toMatchObject({ estimable: false, reason: "too-few-items" });
  const nobody = {
    names: answers.names,
    values: answers.values.map(() => new Float64Array(3).fill(Number.NaN)),
  };
  expect(omega(nobody)).toMatchObject({ estimable: false, reason: "everyone-missing" });
});

test("five items of one trait have one dimension by both rules, the same for the same seed", () => {
  const [one, again] = [numberOfFactors(answers, 3, 40), numberOfFactors(answers, 3, 40)];
  expect(one).toMatchObject({ parallel: 1, map: 1, seed: 3 });
  expect(again).toEqual(one);
});
