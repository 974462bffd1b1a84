import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { getRules } from "survey-core-next/linter";
import { describe, expect, test } from "vitest";
import {
  invalidInstruments,
  surveyjsInstruments,
  validInstruments,
} from "../../../../tests/instruments/tiny.ts";
import { explain, type Finding, lint, ruleExplanations } from "./index.ts";

const folder = join(import.meta.dirname, "../../../../instruments/tcn-integration/0.1.0");
const parsed = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));

function rulesOf(findings: readonly Finding[]): string[] {
  return [...new Set(findings.map(({ rule }) => rule))];
}

describe("the published instrument", () => {
  const findings = lint({
    questionnaire: parsed(join(folder, "questionnaire.json")),
    manifest: parsed(join(folder, "manifest.json")),
    measures: parsed(join(folder, "measures.json")),
    notice: parsed(join(folder, "notice/1.json")),
  });

  test("has no error and no warning: what a researcher is told is worth reading", () => {
    expect(findings.filter(({ severity }) => severity !== "advice")).toEqual([]);
  });

  test("gets no more than a handful of advice", () => {
    expect(findings.length).toBeLessThan(8);
  });
});

describe("any file is looked at", () => {
  const tiny = [...validInstruments(), ...invalidInstruments(), ...surveyjsInstruments()];

  test.each(tiny)("$name", ({ files }) => {
    for (const finding of lint(files)) {
      expect(finding.message).not.toBe("");
      expect(finding.path).not.toMatch(/^questionnaire/);
    }
    expect(rulesOf(lint({ questionnaire: files.questionnaire }))).not.toContain("surveyjs/not-run");
  });

  test.each([undefined, null, 3, "x", [], {}, { pages: 3 }, { elements: [null, 3, { type: 3, name: {} }] }])(
    "%j is an error, never an exception",
    (questionnaire) => {
      expect(lint({ questionnaire }).some(({ severity }) => severity === "error")).toBe(true);
    },
  );

  test("a questionnaire with parts of it replaced by anything never breaks the check", () => {
    const sources = surveyjsInstruments().map(({ files }) => JSON.stringify(files.questionnaire));
    const odd = fc.constantFrom<unknown>(
      null,
      0,
      -1,
      "",
      "{a",
      "{a.b} = ",
      [],
      [[]],
      {},
      { type: "panel" },
      true,
      "<b",
      1e308,
    );
    const arbitrary = fc.tuple(fc.constantFrom(...sources), fc.nat(), odd, fc.nat(), odd);
    fc.assert(
      fc.property(arbitrary, ([source, first, one, second, other]) => {
        const mutated = mutate(mutate(JSON.parse(source), first, one), second, other);
        const findings = lint({ questionnaire: mutated, manifest: {}, measures: mutated });
        expect(findings.filter(({ message }) => /could not look/.test(message))).toEqual([]);
      }),
      { numRuns: 150, seed: 3 },
    );
  });
});

/** The value with its n-th member, counted through everything, replaced. */
function mutate(value: unknown, n: number, by: unknown): unknown {
  const places = placesIn(value);
  const place = places[n % Math.max(places.length, 1)];
  if (place === undefined) return structuredClone(by);
  Reflect.set(place.holder, place.key, structuredClone(by));
  return value;
}

function placesIn(value: unknown): { holder: object; key: string }[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.keys(value).flatMap((key) => [{ holder: value, key }, ...placesIn(Reflect.get(value, key))]);
}

describe("survey-core's linter", () => {
  test("has a reason and an advice from us for every rule, in both languages", () => {
    for (const { id } of getRules())
      for (const language of ["en", "lt"] as const) {
        expect(explain(id, language)?.reason).toMatch(/\S{3}/);
        expect(explain(id, language)?.advice).toMatch(/\S{3}/);
      }
  });

  test("raises no alarm over a language it was not given, nor over options written with their text", () => {
    const questionnaire = {
      locale: "lt",
      elements: [
        { type: "radiogroup", name: "car", choices: ["sedan|Sports saloon", "van|Van"] },
        { type: "text", name: "why", visibleIf: "{car} = 'sedan'" },
      ],
    };
    expect(rulesOf(lint({ questionnaire }))).toEqual(["purpose"]);
  });

  test("objects to a condition on a code that no option has", () => {
    const questionnaire = {
      elements: [
        { type: "radiogroup", name: "car", choices: ["sedan", "van"] },
        { type: "text", name: "why", visibleIf: "{car} = 'Sedan car'" },
      ],
    };
    expect(rulesOf(lint({ questionnaire }))).toContain("expression/unknown-choice");
  });

  test("what survey-core passes over in silence is an error, told once", () => {
    const unread = { type: "text", name: "a", visibleIf: "{b} =", requiredIf: "ours()" };
    const errors = lint({ questionnaire: { elements: [unread, { type: "text", name: "b" }] } }).filter(
      ({ severity }) => severity === "error",
    );
    expect(errors.map(({ rule, path }) => `${rule} ${path}`).sort()).toEqual([
      "expression/syntax elements[0].visibleIf",
      "expression/unknown-function elements[0].requiredIf",
    ]);
  });
});

test("every rule of ours is explained in both languages, each in its own words", () => {
  const told = (["en", "lt"] as const).map((language) =>
    ruleExplanations(language).map(({ reason }) => reason),
  );
  for (const reasons of told) expect(new Set(reasons).size).toBe(reasons.length);
  expect(explain("no-such-rule", "en")).toBeUndefined();
});

test("errors come first, then warnings; within them the order of the questionnaire; each names its item", () => {
  const questionnaire = {
    elements: [
      { type: "radiogroup", name: "first item", choices: ["a", "b"] },
      { type: "radiogroup", name: "second", choices: [] },
      { type: "radiogroup", name: "third", choices: ["a", "A"] },
    ],
  };
  expect(lint({ questionnaire }).map(({ severity, rule, name }) => [severity, rule, name])).toEqual([
    ["error", "no-options", "second"],
    ["error", "similar-codes", "third"],
    ["warning", "unfit-name", "first item"],
    ["advice", "purpose", undefined],
  ]);
});

const reference = process.env.TILTAS_REFERENCE;
const corpus = reference === undefined ? "" : join(reference, "surveyjs");

test.skipIf(reference === undefined)(
  "questionnaires of other people are looked at without an exception",
  () => {
    const files = readdirSync(corpus, { recursive: true, encoding: "utf8" }).filter(
      (file) => file.endsWith(".json") && !file.endsWith(".facts.json"),
    );
    expect(files.length).toBeGreaterThan(20);
    for (const file of files)
      expect(rulesOf(lint({ questionnaire: parsed(join(corpus, file)) }))).not.toContain("surveyjs/not-run");
  },
);
