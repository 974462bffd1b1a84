import { expect, test } from "vitest";
import { makeDesign } from "../design/index.ts";
import { IndicatorDefinition } from "../indicators/index.ts";
import type { WeighedPeople, WorkingTables } from "../lattice/index.ts";
import { sensitivityOf } from "./sensitivity.ts";

const text = { lt: "lt", en: "en" };
const indicator = (id: string, estimand: object) =>
  IndicatorDefinition.parse({
    id,
    label: text,
    domain: "d",
    unit: "number",
    universe: { label: text },
    direction: "none",
    missingRule: "M1",
    source: "made up",
    estimand,
  });
const mean = indicator("aaa.01", { type: "mean", variable: "age" });
const median = indicator("aaa.02", { type: "quantile", of: { variable: "age" }, share: 0.5 });

/** Four people of 20, 40, 60 and 90 years; the last is outside the population. */
const variable = { name: "age", item: "age", labels: {}, codes: [], kind: "number" as const };
const people: WeighedPeople = {
  dataset: {
    rows: 4,
    columns: new Map([
      ["age", { variable, values: Float64Array.of(20, 40, 60, 90), missing: new Uint8Array(4) }],
    ]),
    digest: "",
    exclusions: {},
  },
  instrument: { items: [] } as unknown as WeighedPeople["instrument"],
  design: makeDesign({ weights: [1, 1, 1, 1] }),
  inside: Int32Array.of(0, 1, 2),
};
const tables = { measures: [{ id: "aaa.02" }, { id: "aaa.01" }] } as unknown as WorkingTables;

test("a figure of the country under other weights: those inside the population, by how far it moves", () => {
  const alternatives = [
    { name: { en: "Three times as many of the eldest" }, weights: Float64Array.of(1, 1, 3, 7) },
    { name: { en: "A register nobody has" }, weights: null },
  ];
  expect(sensitivityOf(people, tables, [mean, median], alternatives)).toEqual([
    { name: alternatives[0]?.name, shifts: [{ measure: 1, shift: expect.closeTo(48 - 40, 12) }] },
  ]);
});
