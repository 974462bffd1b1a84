import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { IndicatorSet } from "../../indicators/index.ts";
import { texts } from "./index.ts";
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
  expect(texts.lt.answered(1021, true)).toContain("1\u00a0021\u00a0žmogus");
  expect(texts.lt.placesMessage(3, 21)).toContain("iš 21\u00a0savivaldybės");
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

const thresholds = {
  showFrom: 25,
  fewBelow: 60,
  effectiveFrom: 15,
  withholdAboveNonresponse: 0.35,
  countsIn: 5,
};
const legendFacts = { thresholds, interval: "", meaning: "" };
const methodFacts = { universe: "", thresholds, meaning: "", unreached: "", refused: [] };

test("legend and method tell the thresholds of the policy, not those of another", () => {
  for (const language of ["lt", "en"] as const) {
    const facts = { ...methodFacts, drawn: true, clients: false, weighted: true };
    const words = JSON.stringify([texts[language].legend(legendFacts), texts[language].method(facts)]);
    for (const number of ["25", "59", "15", "35"]) expect(words).toContain(number);
    expect(words).not.toMatch(/\b(20|49|12|30)\b/);
  }
});

const instruments = fileURLToPath(new URL("../../../../instruments", import.meta.url));
const sets = globSync("*/1.*/indicators/*.json", { cwd: instruments });

test.each(sets)("the sources of every indicator in %s are written in Lithuanian, too", (file) => {
  const { indicators } = IndicatorSet.parse(JSON.parse(readFileSync(join(instruments, file), "utf8")));
  const unwritten = indicators.filter(({ source }) => texts.lt.source(source) === source);
  expect(unwritten.map(({ id }) => id)).toEqual([]);
  expect(sets.length).toBeGreaterThan(1);
});

/** Every text a language has, functions called with figures of a plain kind. */
function wordsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "function")
    return [true, false].flatMap((drawn) => {
      const facts = { ...methodFacts, weighted: drawn, drawn, clients: !drawn };
      return wordsOf(value === texts.lt.method || value === texts.en.method ? value(facts) : []);
    });
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(wordsOf) : [];
}

test("Lithuanian texts use Lithuanian quotation marks, in pairs", () => {
  for (const words of [...wordsOf(texts.lt), ...texts.lt.how(true).flat(), ...texts.lt.how(false).flat()]) {
    expect(words).not.toMatch(/[”’"]/);
    expect([words, words.match(/„/g)?.length]).toEqual([words, words.match(/“/g)?.length]);
  }
});

test("both languages have the same sheets and marks", () => {
  expect(Object.keys(texts.lt.sheets)).toEqual(Object.keys(texts.en.sheets));
  expect(texts.lt.legend(legendFacts).length).toBe(texts.en.legend(legendFacts).length);
  for (const name of [...Object.values(texts.lt.sheets), ...Object.values(texts.en.sheets)])
    expect(name.length).toBeLessThanOrEqual(31);
});

test("the method says that errors rest on residuals only where margins were there to explain something", () => {
  const words = (language: "en" | "lt", weighted: boolean) =>
    JSON.stringify(texts[language].method({ ...methodFacts, drawn: true, clients: false, weighted }));
  expect(words("en", true)).toContain("what the margins explain of an answer no longer counts as chance");
  expect(words("en", false)).not.toContain("residuals");
  expect(words("lt", true)).toContain("iš liekanų");
  expect(words("lt", false)).not.toContain("liekan");
});
