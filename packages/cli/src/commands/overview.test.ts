import { readdirSync } from "node:fs";
import { join } from "node:path";
import { IndicatorSet } from "@tiltas/analysis/indicators";
import { readInstrument } from "@tiltas/instrument/definition";
import { listInstrumentFolders } from "@tiltas/store/folders";
import { describe, expect, test } from "vitest";
import { run } from "../program/index.ts";
import { itemsRead, usesOf } from "./overview/uses.ts";

const root = join(import.meta.dirname, "../../../../instruments");
const folders = listInstrumentFolders(root)
  .filter(({ manifest }) => !manifest.version.startsWith("0."))
  .map((folder) => ({ name: `${folder.manifest.id} ${folder.manifest.version}`, folder }));

describe.each(folders)("nobody is asked in vain: $name", ({ folder }) => {
  const instrument = readInstrument(folder);
  const { indicators } = IndicatorSet.parse(folder.indicatorSets.at(-1)?.set);

  test.each(usesOf(instrument, indicators))("$item", ({ indicators: readers, others }) => {
    expect(readers.length + others.length).toBeGreaterThan(0);
  });

  test("every indicator says down to which level it is published, and why", () => {
    expect(indicators.filter(({ level }) => level === undefined).map(({ id }) => id)).toEqual([]);
  });

  test("every indicator is proved by at least three cases", () => {
    expect(indicators.filter(({ cases = [] }) => cases.length < 3).map(({ id }) => id)).toEqual([]);
  });
});

test("an item that only explains an empty number, or only steers the way, has its use", () => {
  const measure = {
    concept: "",
    domain: "work",
    level: "nominal",
    purpose: "",
    dataClass: "ordinary",
  } as const;
  const item = (name: string, conditions: string[], more: object = {}) => ({
    name,
    kind: "single" as const,
    page: "p",
    path: "",
    titles: {},
    choices: [],
    rows: [],
    conditions,
    required: false,
    measure: { ...measure, ...more },
  });
  const items = [
    item("works", []),
    item("hours", ["{works} = 'yes'"]),
    item("hours_missing", [], { role: "missing-reason", explains: "hours" }),
    item("colour", []),
  ];
  expect(usesOf({ items }, []).map(({ others }) => others)).toEqual([["filter"], [], ["check"], []]);
});

test("an indicator reads the items of its universe, its score and its draw, never those of its cases", () => {
  const indicator = IndicatorSet.shape.indicators.element.parse({
    id: "hou.01",
    label: { en: "Written contract" },
    domain: "housing",
    unit: "percent",
    universe: { label: { en: "Renters" }, where: { variable: "hou_tenure", in: ["rent"] } },
    direction: "higher-is-better",
    missingRule: "M1",
    source: "ours",
    drawn: "int_modules.home",
    estimand: { type: "proportion", variable: "hou_contract", in: ["yes"] },
    cases: [{ name: "one", respondents: [{ other: "x" }], expect: { value: null } }],
  });
  expect([...itemsRead(indicator)].sort()).toEqual(["hou_contract", "hou_tenure", "int_modules"]);
});

test("the command prints indicators, items without use and the burden", async () => {
  const printed: string[] = [];
  const [newest] = readdirSync(join(root, "tcn-integration")).filter((name) => name === "1.0.0");
  const output = { print: (text: string) => void printed.push(text), complain: () => undefined };
  expect(await run(["overview", join(root, "tcn-integration", newest ?? "")], output)).toBe(0);
  expect(printed.join("\n")).toMatch(/Items without use: 0 of \d+/);
});
