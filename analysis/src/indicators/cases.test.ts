import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type Column, type Dataset, missingReasons } from "../dataset/index.ts";
import { makeDesign } from "../design/index.ts";
import { evaluateIndicator, IndicatorDefinition, Rule } from "./index.ts";

const Case = z.strictObject({
  name: z.string(),
  universe: Rule.optional(),
  estimand: IndicatorDefinition.shape.estimand,
  /** Codes in questionnaire order, or "number". */
  variables: z.record(z.string(), z.union([z.literal("number"), z.array(z.union([z.string(), z.number()]))])),
  weights: z.array(z.number()).optional(),
  /** Answers; `?reason` is a missing reason. */
  respondents: z.array(z.record(z.string(), z.union([z.string(), z.number()]))),
  expect: z.strictObject({
    value: z.number().nullable(),
    reason: z.string().optional(),
    respondents: z.int(),
    eligible: z.int(),
    itemNonresponse: z.number(),
    prorated: z.number().optional(),
  }),
});
type Case = z.infer<typeof Case>;

const folder = new URL("./cases/", import.meta.url);
for (const file of readdirSync(folder).sort())
  describe(file, () => {
    for (const one of Case.array().parse(JSON.parse(readFileSync(new URL(file, folder), "utf8"))))
      test(one.name, () => {
        const { country, byDomain } = evaluateIndicator(
          indicatorOf(one),
          datasetOf(one),
          designOf(one),
          everyoneTwice(one),
        );
        const { value, reason, respondents, itemNonresponse } = country.estimate;
        expect({ reason, respondents, eligible: country.eligible }).toEqual({
          reason: one.expect.reason,
          respondents: one.expect.respondents,
          eligible: one.expect.eligible,
        });
        if (one.expect.value === null) expect(value).toBeNull();
        else expect(value).toBeCloseTo(one.expect.value, 12);
        expect(itemNonresponse).toBeCloseTo(one.expect.itemNonresponse, 12);
        expect(country.prorated).toBe(one.expect.prorated ?? null);
        expect(byDomain[0]?.estimate).toEqual(country.estimate);
        expect(byDomain[1]?.estimate.respondents).toBe(0);
      });
  });

const everyoneTwice = ({ respondents }: Case) => ({ of: new Int32Array(respondents.length), count: 2 });

const designOf = ({ weights, respondents }: Case) =>
  makeDesign({ weights: weights ?? respondents.map(() => 1) });

function indicatorOf({ universe, estimand }: Case): IndicatorDefinition {
  return {
    id: "tst.01",
    label: { en: "test" },
    domain: "test",
    unit: "percent",
    universe: { label: { en: "test" }, ...(universe ? { where: universe } : {}) },
    direction: "none",
    missingRule: "M1",
    source: "hand-worked",
    estimand,
  };
}

const reasonNames: readonly string[] = missingReasons;

function datasetOf({ variables, respondents }: Case): Dataset {
  const columns = Object.entries(variables).map(([name, codes]): [string, Column] => {
    const answers = respondents.map((respondent) => respondent[name] ?? "?no-answer");
    const reasons = answers.map((answer) =>
      String(answer).startsWith("?") ? String(answer).slice(1) : "answered",
    );
    const missing = Uint8Array.from(reasons, (reason) => reasonNames.indexOf(reason));
    const isCode = codes !== "number";
    const values = isCode
      ? Int16Array.from(answers, (answer) => codes.indexOf(answer))
      : Float64Array.from(answers, (answer) => (typeof answer === "number" ? answer : Number.NaN));
    const variable = {
      name,
      item: name,
      labels: {},
      kind: isCode ? ("code" as const) : ("number" as const),
      codes: isCode ? codes.map((code) => ({ code, labels: {} })) : [],
    };
    return [name, { variable, values, missing }];
  });
  return { rows: respondents.length, columns: new Map(columns), digest: "", exclusions: {} };
}
