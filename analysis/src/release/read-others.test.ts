import { expect, test } from "vitest";
import { ReleaseError, readOthers } from "./index.ts";

const figure = {
  indicator: "emp.01",
  value: "0.35",
  unit: "percent",
  universe_lt: "pabėgėliai",
  universe_en: "refugees",
  denominator_lt: "visi",
  denominator_en: "all",
  date: "2023",
  source_lt: "TMO",
  source_en: "IOM",
  confidence: "looked up",
};

test("a figure of others says in both languages whom it counts and where it comes from", () => {
  expect(readOthers([figure])[0]).toMatchObject({ value: 0.35, source: { lt: "TMO", en: "IOM" } });
  const { source_lt: _, source_en: __, ...named } = figure;
  expect(readOthers([{ ...named, source: "IOM DTM" }])[0]?.source).toEqual({ lt: "IOM DTM", en: "IOM DTM" });
});

test.each([
  [{ denominator_lt: "" }, 'Line 7 of others.csv says nothing under "denominator_lt". Each figure needs it.'],
  [{ source_en: "" }, 'Line 7 of others.csv says nothing under "source_en". Each figure needs it.'],
  [{ value: "0,35" }, 'Line 7 of others.csv has no number under "value". Write it with a point.'],
])("with %j it is refused by its line", (over, sentence) => {
  expect(() => readOthers([{ ...figure, ...over }], [7])).toThrow(new ReleaseError(sentence));
});
