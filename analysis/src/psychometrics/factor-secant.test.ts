import { expect, test } from "vitest";
import { answersToOneTrait } from "./example-answers.ts";
import { descendBySecants } from "./factor-secant.ts";
import { analyseOneFactor } from "./index.ts";

test("the secant search ends on Rosenbrock's valley where R's nlminb does, after as many rounds", () => {
  // R: nlminb(c(-1.2, 1), fr, gr, scale = c(1/1.2, 1), control = lavaan's), fr and gr as in help(optim)
  const end = descendBySecants(
    ([x, y]) => ({
      value: 100 * (y! - x! ** 2) ** 2 + (1 - x!) ** 2,
      gradient: Float64Array.of(-400 * x! * (y! - x! ** 2) - 2 * (1 - x!), 200 * (y! - x! ** 2)),
    }),
    Float64Array.of(-1.2, 1),
    Float64Array.of(1 / 1.2, 1),
  );
  expect(end).toMatchObject({ converged: true, iterations: 39 });
  expect(end?.at[0]).toBeCloseTo(0.9999999995163811, 13);
  expect(end?.at[1]).toBeCloseTo(0.9999999991176209, 13);
});

test("lavaan's search ends just below the maximum, and never above it", () => {
  const answers = answersToOneTrait(300, [0.8, 0.3, 0.2, 0.7, 0.6], { cuts: [-1, 0, 1], unanswered: 0.1 });
  for (const missing of ["listwise", "fiml"] as const)
    for (const identification of ["marker", "unit-variance"] as const) {
      const [best, early] = (["maximum", "as-lavaan"] as const).map((search) =>
        analyseOneFactor(answers, { missing, identification, search }),
      );
      if (!best?.estimable || !early?.estimable) throw new Error("both can be fitted");
      const lost = best.fit.logLikelihood - early.fit.logLikelihood;
      expect(lost).toBeGreaterThan(-1e-9);
      expect(lost).toBeLessThan(1e-6);
    }
});
