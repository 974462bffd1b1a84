import { expect, test } from "vitest";
import { logitInterval, tInterval, tQuantile } from "./interval.ts";

test("the 0.975 quantiles of Student's t are the tabled ones (R qt)", () => {
  const tabled = [
    [1, 12.7062047361747],
    [2, 4.30265272974946],
    [10, 2.22813885198627],
    [197, 1.97207903378218],
    [1e6, 1.95996635682],
  ] as const;
  for (const [degrees, quantile] of tabled) expect(tQuantile(degrees)).toBeCloseTo(quantile, 9);
});

test("without degrees of freedom there is no interval", () => {
  expect(tInterval(1, 1, tQuantile(0))).toBeNull();
  expect(logitInterval(0.5, 0.1, tQuantile(-1), 10)).toBeNull();
});

test("swapping yes and no mirrors the interval", () => {
  const [yes, no] = [logitInterval(0.2, 0.05, 2, 40), logitInterval(0.8, 0.05, 2, 40)];
  expect(yes?.low).toBeCloseTo(1 - (no?.high ?? 0), 12);
  expect(yes?.high).toBeCloseTo(1 - (no?.low ?? 0), 12);
});
