import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { validInstruments } from "../../../../tests/instruments/tiny.ts";
import { type Choice, type Instrument, type Item, readInstrument } from "../definition/index.ts";
import { runInterview, type Step } from "../interview/index.ts";
import { compileConditions } from "./index.ts";

/** Plan and survey-core must route every respondent alike: survey-core asks, the plan checks. */
const seed = 30;

function codesOf(choices: readonly Choice[]) {
  return choices.map(({ code }) => code);
}

/** An answer a respondent could give, or null for taking it back. */
function answerTo(item: Item): fc.Arbitrary<unknown> {
  return fc.oneof({ arbitrary: givenTo(item), weight: 6 }, { arbitrary: fc.constant(null), weight: 1 });
}

function givenTo(item: Item): fc.Arbitrary<unknown> {
  const codes = codesOf(item.choices);
  switch (item.kind) {
    case "single":
    case "rating":
      return fc.constantFrom(...codes);
    case "multiple":
      return fc.oneof(
        fc.shuffledSubarray(codesOf(item.choices.filter(({ exclusive }) => !exclusive)), { minLength: 1 }),
        fc.constantFrom(...codes).map((code) => [code]),
      );
    case "matrix":
      return fc.record(
        Object.fromEntries(item.rows.map(({ code }) => [String(code), fc.constantFrom(...codes)])),
        {
          requiredKeys: [],
        },
      );
    case "number":
      return fc.integer({ min: Math.ceil(item.minimum ?? 0), max: Math.floor(item.maximum ?? 100) });
    case "text":
      return fc.constantFrom("x", "''", "13", "true", "  ", "0");
    default:
      return fc.constant(undefined);
  }
}

/** An interview from the first item to the last, with a few changes of mind. */
function interviewThrough(items: readonly Item[]): fc.Arbitrary<Step[]> {
  const first = fc.tuple(...items.map((item) => answerTo(item).map((value) => setting(item, value))));
  const change = fc
    .constantFrom(...items)
    .chain((item) => answerTo(item).map((value) => setting(item, value)));
  return fc.tuple(first, fc.array(change, { maxLength: 6 })).map(([all, changes]) => [...all, ...changes]);
}

function setting(item: Item, value: unknown): Step {
  return { set: { [item.name]: JSON.parse(JSON.stringify(value)) } };
}

function expectAgreement(instrument: Instrument, runs: number): void {
  const plan = compileConditions(instrument);
  const filled = new Set(instrument.items.filter(({ hidden }) => hidden).map(({ name }) => name));
  fc.assert(
    fc.property(interviewThrough(instrument.items), (steps) => {
      const { asked, answers } = runInterview(instrument.questionnaire, steps);
      expect([...plan.asked(answers)].filter((name) => !filled.has(name)).sort()).toEqual([...asked].sort());
      expect(Object.keys(answers).filter((name) => !asked.has(name) && !filled.has(name))).toEqual([]);
    }),
    { seed, numRuns: runs },
  );
}

describe("plan and survey-core ask the same items", () => {
  test.each(validInstruments())("of tiny instruments: $feature", ({ files }) => {
    expectAgreement(readInstrument(files), 15);
  });

  const folder = join(import.meta.dirname, "../../../../instruments/tcn-integration/0.1.0");
  const json = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), "utf8"));
  test.skipIf(!existsSync(folder))("of tcn-integration 0.1.0", () => {
    const [manifest, questionnaire, measures] = ["manifest.json", "questionnaire.json", "measures.json"].map(
      json,
    );
    expectAgreement(readInstrument({ manifest, questionnaire, measures }), 5);
  });
});
