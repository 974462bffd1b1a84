import { expect, test } from "vitest";
import { makeDesign } from "../design/index.ts";
import { IndicatorDefinition, type ScoredStatistic } from "../indicators/index.ts";
import type { ScoredMeasure } from "../lattice/index.ts";
import { shiftsOf } from "./sensitivity.ts";

const text = { lt: "lt", en: "en" };
const indicator = IndicatorDefinition.parse({
  id: "aaa.01",
  label: text,
  domain: "d",
  unit: "number",
  universe: { label: text },
  direction: "none",
  missingRule: "M1",
  source: "made up",
  estimand: { type: "mean", variable: "age" },
});

/** Four people of 20, 40, 60 and 90 years; the last is outside the population. */
const ages = Float64Array.of(20, 40, 60, 90);
const dataset = { rows: 4, columns: new Map(), digest: "", exclusions: {} };
const eldest = Float64Array.of(1, 1, 3, 7);

function shift(statistic: ScoredStatistic, weights: Float64Array | null = eldest): number | undefined {
  const scored = {
    statistic,
    indicator,
    design: makeDesign({ weights: [1, 1, 1, 1] }),
    crossings: [{ crossing: [], codes: [[]], of: Int32Array.of(0, 0, 0, -1), count: 1 }],
  } as unknown as ScoredMeasure;
  return shiftsOf(scored, [{ name: { en: "Three times as many of the eldest" }, weights }], dataset)[0];
}

test("a figure of the country under other weights moves by those inside the population alone", () => {
  expect(shift({ kind: "ratio", numerator: ages, denominator: null })).toBeCloseTo(48 - 40, 12);
  expect(shift({ kind: "ratio", numerator: ages, denominator: null }, null)).toBeUndefined();
});

test("a median moves to the age of whom there are more", () => {
  expect(shift({ kind: "quantile", values: ages, share: 0.5 })).toBe(60 - 40);
});

test("the time by which it happened to half of the people moves, too", () => {
  expect(shift({ kind: "time-to-event", times: ages, events: Uint8Array.of(1, 1, 1, 1), share: 0.5 })).toBe(
    20,
  );
});

test("a priority is importance times the share for whom the need is not met, under the other weights", () => {
  const needs = [
    {
      eligible: Uint8Array.of(1, 1, 1, 1),
      importance: Float64Array.of(0, 50, 100, 100),
      unmet: Float64Array.of(1, 0, 1, 1),
    },
  ];
  const [before, after] = [(150 / 3) * (2 / 3), (350 / 5) * (4 / 5)];
  expect(shift({ kind: "priority", needs })).toBeCloseTo(after - before, 12);
});
