import { expect, test } from "vitest";
import { makeDesign } from "../design/index.ts";
import { arrange, estimateMeanByDomain } from "../estimation/index.ts";
import { besideOthers } from "./apart.ts";
import { calibrated } from "./calibrated.ts";
import { rake } from "./rake.ts";

const margins = (cells: readonly number[]) => [
  { name: "sex", levels: ["a", "b"], counts: Float64Array.of(60, 40), cells: Int32Array.from(cells) },
];
const sex = [0, 0, 1, 1, 1, 0];
const answers = [1, 0, 1, 1, 0, 1];

test("who is outside the population keeps the weight, and leaves the figures of those inside as they were", () => {
  const alone = rake(new Float64Array(6).fill(1), margins(sex));
  const inside = Int32Array.of(0, 1, 3, 4, 6, 7);
  const laid = besideOthers(alone, inside, new Float64Array(8).fill(1));
  expect([laid.weights[2], laid.weights[5]]).toEqual([1, 1]);

  const mean = (weighted: typeof alone, of: number[], values: number[]) => {
    const design = calibrated(makeDesign({ weights: new Float64Array(of.length).fill(1) }), weighted);
    const domains = { of: Int32Array.from(of), count: 2 };
    return estimateMeanByDomain(arrange(design, domains), [{ values: Float64Array.from(values) }])[0]!;
  };
  const [ours] = mean(alone, [0, 0, 0, 0, 0, 0], answers);
  const [same, outside] = mean(laid, [0, 0, 1, 0, 0, 1, 0, 0], [1, 0, 1, 1, 1, 0, 0, 1]);
  expect(same!.value).toBeCloseTo(ours!.value!, 12);
  expect(same!.standardError! / ours!.standardError!).toBeCloseTo(Math.sqrt((8 / 7) * (5 / 6)), 10);
  expect(outside).toMatchObject({ value: 0.5, respondents: 2 });
});
