import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { Variable } from "../dataset/index.ts";
import { failuresOf, IndicatorCase, IndicatorDefinition, Rule } from "./index.ts";

/** Codes in questionnaire order, or "number". */
const Codes = z.record(
  z.string(),
  z.union([z.literal("number"), z.array(z.union([z.string(), z.number()]))]),
);
const Case = IndicatorCase.extend({
  universe: Rule.optional(),
  drawn: z.string().optional(),
  estimand: IndicatorDefinition.shape.estimand,
  variables: Codes,
  rosterVariables: z.record(z.string(), Codes).optional(),
});

const folder = new URL("./cases/", import.meta.url);
for (const file of readdirSync(folder).sort())
  describe(file, () => {
    for (const whole of Case.array().parse(JSON.parse(readFileSync(new URL(file, folder), "utf8")))) {
      const { universe, drawn, estimand, variables, rosterVariables = {}, ...one } = whole;
      const indicator = { ...indicatorOf(estimand, universe), ...(drawn ? { drawn } : {}) };
      const known = {
        variables: variablesOf(variables),
        rosters: new Map(Object.entries(rosterVariables).map(([name, codes]) => [name, variablesOf(codes)])),
      };
      test(one.name, () => expect(failuresOf(indicator, one, known)).toEqual([]));
    }
  });

test("a case that does not hold says what came out and what was expected", () => {
  const one = {
    name: "wrong on purpose",
    respondents: [{ life: 3 }, { life: "?refused" }],
    expect: { value: 4, respondents: 2, parts: { work: 1 } },
  };
  const variables = variablesOf({ life: "number" });
  expect(failuresOf(indicatorOf({ type: "mean", variable: "life" }), one, { variables })).toEqual([
    'tst.01, case "wrong on purpose": the value is 3, expected 4.',
    'tst.01, case "wrong on purpose": respondents is 1, expected 2.',
    'tst.01, case "wrong on purpose": there is no part "work", only none.',
  ]);
  const unknown = { ...one, respondents: [{ live: 3 }] };
  expect(failuresOf(indicatorOf({ type: "mean", variable: "life" }), unknown, { variables })).toEqual([
    'tst.01, case "wrong on purpose": A respondent answers "live", which is no variable.',
  ]);
});

function indicatorOf(
  estimand: IndicatorDefinition["estimand"],
  where?: IndicatorDefinition["universe"]["where"],
): IndicatorDefinition {
  return {
    id: "tst.01",
    label: { en: "test" },
    domain: "test",
    unit: "percent",
    universe: { label: { en: "test" }, ...(where ? { where } : {}) },
    direction: "none",
    missingRule: "M1",
    source: "hand-worked",
    estimand,
  };
}

function variablesOf(codes: z.infer<typeof Codes>): Variable[] {
  return Object.entries(codes).map(([name, list]) => ({
    name,
    item: name,
    labels: {},
    kind: list === "number" ? "number" : "code",
    codes: list === "number" ? [] : list.map((code) => ({ code, labels: {} })),
  }));
}
