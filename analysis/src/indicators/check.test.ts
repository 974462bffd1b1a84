import { expect, test } from "vitest";
import { exampleIndicators as indicators, exampleInstrument as instrument } from "./example-instrument.ts";
import { checkIndicators, type IndicatorDefinition, leavesOut, universeKey } from "./index.ts";

function findings(estimand: IndicatorDefinition["estimand"], more: Partial<IndicatorDefinition> = {}) {
  const [first] = indicators.indicators;
  return checkIndicators({ ...indicators, indicators: [{ ...first!, ...more, estimand }] }, instrument);
}

test("a set that fits its instrument has no findings", () => {
  expect(checkIndicators(indicators, instrument)).toEqual([]);
});

test("an unknown variable is named with its place", () => {
  const [finding] = findings({ type: "mean", variable: "lifes" });
  expect(finding).toEqual({
    path: "indicators[0].estimand.variable",
    message: expect.stringContaining('no variable "lifes"'),
  });
});

test("a code the variable does not have is named, and text is not a number", () => {
  const [finding] = findings({ type: "net-balance", variable: "speaks", positive: [5], negative: [1, "2"] });
  expect(finding?.path).toBe("indicators[0].estimand.negative[1]");
  expect(finding?.message).toContain('has no code "2"; it has 1, 2, 3, 4, 5');
});

test("codes inside a universe are checked as well", () => {
  const [finding] = findings(
    { type: "proportion", variable: "help", in: ["yes"] },
    { universe: { label: { en: "x" }, where: { all: [{ variable: "activity", in: ["works"] }] } } },
  );
  expect(finding?.path).toBe("indicators[0].universe.where.all[0].in[0]");
});

test("a missing reason is not a code to be counted", () => {
  expect(findings({ type: "proportion", variable: "help", in: ["dont-know"] })).toHaveLength(1);
});

test("an index cannot ask for more answers than it has items, nor hold codes outside its range", () => {
  const items = ["speaks", "writes"].map((variable) => ({ variable, minimum: 1, maximum: 4 }));
  const places = findings({ type: "index", items, atLeast: 3 }).map(({ path }) => path);
  expect(places).toEqual([
    "indicators[0].estimand.atLeast",
    "indicators[0].estimand.items[0]",
    "indicators[0].estimand.items[1]",
  ]);
});

test("an index without parts cannot ask for every part", () => {
  const items = ["speaks", "writes"].map((variable) => ({ variable, minimum: 1, maximum: 5 }));
  const places = findings({ type: "index", items, atLeast: 1, everyPart: true }).map(({ path }) => path);
  expect(places).toEqual(["indicators[0].estimand.everyPart"]);
});

test("an unknown domain of life and a repeated id are found", () => {
  const [first] = indicators.indicators;
  const twice = checkIndicators({ ...indicators, domains: [], indicators: [first!, first!] }, instrument);
  expect(twice.map(({ path }) => path)).toEqual([
    "indicators[0].domain",
    "indicators[1].domain",
    "indicators[1].id",
  ]);
});

test("two spellings of one universe share a key; a ratio's denominator narrows it", () => {
  const [, ratio, index] = indicators.indicators;
  const where = (codes: string[]) => ({
    ...index!,
    universe: { label: { en: "x" }, where: { variable: "activity", in: codes } },
  });
  expect(universeKey(where(["employed", "unemployed"]))).toBe(universeKey(where(["unemployed", "employed"])));
  expect(universeKey(ratio!)).toBe(universeKey(where(["employed", "unemployed"])));
  expect(universeKey(index!)).not.toBe(universeKey(ratio!));
});

test("an indicator about named municipalities leaves the others out; one about people who work leaves none out", () => {
  const [working, , index] = indicators.indicators;
  const partners = {
    ...index!,
    universe: {
      label: { en: "x" },
      where: {
        all: [
          { variable: "municipality", in: ["13"] },
          { variable: "sex", in: ["male"] },
        ],
      },
    },
  };
  expect(leavesOut(partners, "municipality", "19")).toBe(true);
  expect(leavesOut(partners, "municipality", "13")).toBe(false);
  expect(leavesOut(working!, "municipality", "19")).toBe(false);
});

test("an indicator rests on the option of a drawn item, not of any", () => {
  const [first] = indicators.indicators;
  const places = (drawn: string) =>
    findings(first!.estimand, { drawn }).map(({ path, message }) => `${path}: ${message}`);
  expect(places("modules.work")[0]).toContain(
    'indicators[0].drawn: The instrument has no variable "modules.work"',
  );
  const several = { ...instrument.items[0]!, name: "modules", kind: "multiple" } as const;
  const asked = { ...instrument, items: [...instrument.items, several] };
  const set = { ...indicators, indicators: [{ ...first!, drawn: "modules.13" }] };
  expect(checkIndicators(set, asked)[0]?.message).toContain('"modules" is not drawn');
});

test("people who drew another module are other people: they have a mask of their own", () => {
  const [, , index] = indicators.indicators;
  expect(universeKey({ ...index!, drawn: "modules.work" })).not.toBe(universeKey(index!));
});
