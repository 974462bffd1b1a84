import type { ExploreCell, ExploreFrame } from "@tiltas/contract/explore";
import { expect, test } from "vitest";
import { figureRows, inOrder } from "./figure-rows.ts";

const shown = (value: number): ExploreCell => ({
  state: "published",
  value,
  low: value - 0.1,
  high: value + 0.1,
  standardError: 0.05,
  degreesOfFreedom: 90,
  respondents: 100,
  effectiveRespondents: 70,
  designEffect: 1.4,
  itemNonresponse: 0.02,
  prorated: null,
});
const text = (words: string) => ({ lt: words, en: words });

const frame: ExploreFrame = {
  wave: "autumn",
  waveTitle: text("Autumn"),
  studyTitle: text("Example"),
  synthetic: true,
  number: 1,
  policy: "ministry",
  digest: "0".repeat(64),
  respondents: 1204,
  universe: text("Everyone"),
  testsOn: true,
  previous: null,
  indicators: [],
  measures: [],
  dimensions: [
    { id: "municipality-group", label: text("Group"), codes: [{ code: "west", label: text("Coast") }] },
    {
      id: "municipality",
      label: text("Municipality"),
      codes: [
        { code: "21", label: text("Klaipėda City"), group: "west" },
        { code: "23", label: text("Neringa"), group: "west" },
        { code: "75", label: text("Skuodas"), group: "west" },
      ],
    },
    { id: "sex", label: text("Sex"), codes: [{ code: "female", label: text("Women") }] },
  ],
  crossings: [[], ["municipality"]],
  ladder: [
    { municipality: "21", group: "west", stands: "single" },
    { municipality: "23", group: "west", stands: "group" },
  ],
};
const nameOf = (names: Readonly<Record<string, string>>) => names.en ?? "";
const municipalities = figureRows(
  frame,
  {
    crossing: ["municipality"],
    rows: [
      { domain: ["23"], cell: { state: "not-shown-here" }, comparisons: [] },
      { domain: ["21"], cell: shown(0.6), comparisons: [] },
      { domain: ["75"], cell: shown(0.4), comparisons: [] },
    ],
  },
  nameOf,
  "Whole country",
);

test("a municipality that speaks through its group names it", () => {
  expect(municipalities.map(({ name, stands, group }) => [name, stands, group?.name])).toEqual([
    ["Neringa", "group", "Coast"],
    ["Klaipėda City", "single", "Coast"],
    ["Skuodas", null, undefined],
  ]);
});

test("rows are named by all their codes, and the country by its name", () => {
  const named = (crossing: string[], domain: string[]) =>
    figureRows(
      frame,
      { crossing, rows: [{ domain, cell: shown(1), comparisons: [] }] },
      nameOf,
      "Country",
    )[0];
  expect(named(["municipality-group", "sex"], ["west", "female"])).toMatchObject({
    name: "Coast · Women",
    key: "west,female",
  });
  expect(named([], [])).toMatchObject({ name: "Country", key: "", stands: null });
});

test.each([
  ["name", ["Klaipėda City", "Neringa", "Skuodas"]],
  ["place", ["Skuodas", "Klaipėda City", "Neringa"]],
  ["value", ["Skuodas", "Klaipėda City", "Neringa"]],
] as const)("rows stand by %s; by figure, what is not shown stands last", (order, names) => {
  expect(inOrder(municipalities, order, "en").map(({ name }) => name)).toEqual(names);
});
