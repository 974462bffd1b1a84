import { seeded } from "@tiltas/instrument/simulation";
import { describe, expect, test } from "vitest";
import { type MatchedItem, mantelHaenszelDif, regressionDif } from "./index.ts";

/** Answers to one item by score, harder for the focal group by `penalty` logits. */
function answers(penalty: number, rows = 4000): MatchedItem {
  const random = seeded(7);
  const draws = Array.from({ length: rows }, () => [random.unit(), random.unit(), random.unit()] as const);
  const focal = Float64Array.from(draws, ([group]) => (group < 0.5 ? 1 : 0));
  const score = Float64Array.from(draws, ([, level]) => Math.floor(level * 8));
  const item = Float64Array.from(draws, ([, , luck], row) =>
    luck < 1 / (1 + Math.exp(3.5 - score[row]! + penalty * focal[row]!)) ? 1 : 0,
  );
  return { item, focal, score };
}

describe("does an item work alike in two languages", () => {
  test("no difference at equal scores: odds near 1, no test speaks up", () => {
    const [mh, lr] = [mantelHaenszelDif(answers(0)), regressionDif(answers(0))];
    if (!mh.estimable || !lr.estimable) throw new Error("estimable");
    expect(mh.oddsRatio).toBeGreaterThan(0.8);
    expect(mh.oddsRatio).toBeLessThan(1.25);
    expect(lr.total.pValue).toBeGreaterThan(0.01);
  });

  test("an item that is harder in one language is found by both ways, of the size that was built in", () => {
    const [mh, lr] = [mantelHaenszelDif(answers(1)), regressionDif(answers(1))];
    if (!mh.estimable || !lr.estimable) throw new Error("estimable");
    expect(Math.log(mh.oddsRatio)).toBeCloseTo(1, 0);
    expect(mh.delta).toBeLessThan(-1.5);
    expect(lr.models[1].slopes[1]).toBeCloseTo(-1, 0);
    expect(lr.uniform.pValue).toBeLessThan(1e-6);
    expect(lr.nonUniform.pValue).toBeGreaterThan(0.01);
  });

  test("one group alone, the same answer from everyone, or a score that tells all has no answer", () => {
    const one = answers(0, 50);
    expect(regressionDif({ ...one, focal: new Float64Array(50) })).toMatchObject({ estimable: false });
    expect(regressionDif({ ...one, item: new Float64Array(50) })).toMatchObject({ reason: "constant-item" });
    const told = { ...one, item: one.score.map((score) => (score > 3 ? 1 : 0)) };
    expect(regressionDif(told)).toMatchObject({ estimable: false, reason: "not-converged" });
    expect(mantelHaenszelDif(told)).toMatchObject({ estimable: false });
  });
});
