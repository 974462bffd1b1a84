import { expect, test } from "vitest";
import type { Margin } from "../weighting/index.ts";
import { texts } from "./languages.ts";
import { lithuanianForm } from "./plurals.ts";

test.each([
  [1, "one"],
  [2, "few"],
  [9, "few"],
  [10, "many"],
  [11, "many"],
  [19, "many"],
  [20, "many"],
  [21, "one"],
  [22, "few"],
  [111, "many"],
  [121, "one"],
  [1000, "many"],
  [1001, "one"],
] as const)("%i takes the Lithuanian form %s", (count, form) => {
  expect(lithuanianForm(count)).toBe(form);
});

test("Lithuanian numbers have a comma, and stay on one line with what they count", () => {
  expect(texts.lt.number(1234567.5, 1)).toBe("1\u00a0234\u00a0567,5");
  expect(texts.lt.answered(1021, "register")).toContain("1\u00a0021\u00a0žmogus");
  expect(texts.lt.placesShown(3, 21)).toContain("iš 21\u00a0savivaldybės");
});

test("a small negative number that rounds to zero has no sign", () => {
  expect([texts.en.number(-0.04, 1), texts.en.number(-1.25, 1), texts.lt.number(-0.04, 1)]).toEqual([
    "0.0",
    "−1.3",
    "0,0",
  ]);
});

test("dates are written as each language writes them", () => {
  expect(texts.en.moment("2026-11-02T09:30:00Z")).toBe("2 November 2026, 09:30 UTC");
  expect(texts.lt.day("2026-09-01")).toBe("2026\u00a0m. rugsėjo 1\u00a0d.");
});

test("a factor that converted a margin's counts is printed with the margin", () => {
  const margin: Margin = {
    id: "sex",
    dimensions: ["sex"],
    cells: [],
    referenceDate: "2026-01-01",
    confidences: [],
    sources: [],
    givenTotal: 80,
    gap: 0,
    factors: [0.8, 0.64],
  };
  expect(texts.en.margin(margin)).toBe(
    "by sex, 1 January 2026; 80 people as given, the stated factor 0.8 and 0.64 applied",
  );
  expect(texts.lt.margin(margin)).toContain("80\u00a0žmonių, taikant nurodytą koeficientą 0,8 ir 0,64");
  expect(texts.en.margin({ ...margin, factors: [] })).not.toContain("factor");
});

const plain = {
  universe: "",
  policy: { hideBelow: 20, fewBelow: 50 },
  sample: "register",
  indicators: [],
  withOutside: false,
} as const;

test("Lithuanian texts use Lithuanian quotation marks", () => {
  const { method, provenance } = texts.lt;
  const others = { ...plain, weighted: true, sample: "open", withOutside: true } as const;
  const words = JSON.stringify([method({ ...plain, weighted: true }), method(others), provenance]);
  expect(words).not.toMatch(/[”’]/);
  expect(words.match(/„/g)?.length).toBe(words.match(/“/g)?.length);
});

test("the method says that errors rest on residuals only where margins were there to explain something", () => {
  const words = (language: "en" | "lt", weighted: boolean) =>
    JSON.stringify(texts[language].method({ ...plain, weighted }));
  expect(words("en", true)).toContain("what the margins explain of an answer no longer counts as chance");
  expect(words("en", false)).not.toContain("residuals");
  expect(words("lt", true)).toContain("iš liekanų");
  expect(words("lt", false)).not.toContain("liekan");
  for (const weighted of [true, false]) {
    expect(words("en", weighted)).not.toContain("weights as they are");
    expect(words("en", weighted)).toContain("Woodruff");
    expect(words("lt", weighted)).toContain("Woodruff");
  }
});
