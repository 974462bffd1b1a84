import { expect, test } from "vitest";
import { roundSteps, scaleOver, stepOf } from "./scale.ts";

test.each([
  [
    [0.231, 0.482],
    [0.2, 0.3, 0.4, 0.5, 0.6, 0.7],
  ],
  [
    [0, 100],
    [0, 20, 40, 60, 80, 100],
  ],
  [
    [-12, 31],
    [-20, -10, 0, 10, 20, 30, 40],
  ],
  [
    [6.1, 6.9],
    [6, 6.2, 6.4, 6.6, 6.8, 7],
  ],
])("figures from %j stand on round steps", (values, bounds) => {
  const steps = roundSteps(values, bounds.length - 1);
  expect(steps).toEqual(bounds);
});

test("one figure alone has a scale too, and none has none", () => {
  expect(roundSteps([0.4], 5).length).toBe(6);
  expect(roundSteps([0], 5)).toHaveLength(6);
  expect(roundSteps([], 5)).toEqual([]);
});

test("every figure falls into one of the five steps, the largest into the last", () => {
  const bounds = roundSteps([0.231, 0.482], 5);
  expect([0.2, 0.231, 0.3, 0.482, 0.7].map((value) => stepOf(bounds, value))).toEqual([0, 0, 1, 2, 4]);
});

test("places are in percent of the width; what lies outside stands at the edge", () => {
  const { at, ticks } = scaleOver([0.2, 0.9], { zero: true });
  expect(ticks).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
  expect([at(0), at(0.5), at(1), at(1.5), at(-1)]).toEqual([0, 50, 100, 100, 0]);
});

test("no share is drawn beyond the whole, though an interval may reach there", () => {
  const { at, ticks } = scaleOver([0.31, 0.82, 1.04], { most: 1 });
  expect(ticks).toEqual([0.2, 0.4, 0.6, 0.8, 1]);
  expect(at(1.04)).toBe(100);
});
