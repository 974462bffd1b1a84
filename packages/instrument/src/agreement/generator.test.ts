import { expect, test } from "vitest";
import { readOutline } from "../definition/outline.ts";
import { prepareReference } from "../interview/index.ts";
import { seeded } from "../simulation/random.ts";
import { AnswerGenerator, CoverageCount, minimise } from "./index.ts";
import { textLike } from "./pattern.ts";

const questionnaire = {
  elements: [
    { type: "radiogroup", name: "works", choices: ["yes", "no"], isRequired: true },
    { type: "text", name: "hours", inputType: "number", max: 80, visibleIf: "{works} = 'yes'" },
    {
      type: "comment",
      name: "why",
      visibleIf: "{hours} > 60 and {hours} <= 80",
      validators: [{ type: "text", minLength: 5 }],
    },
    {
      type: "paneldynamic",
      name: "family",
      templateElements: [
        { type: "text", name: "age", inputType: "number" },
        { type: "boolean", name: "studies", visibleIf: "{panel.age} < 25" },
        { type: "text", name: "code", validators: [{ type: "regex", regex: "^[A-Z]{2}-\\d{3}$" }] },
      ],
    },
  ],
};
const outline = readOutline(questionnaire);
const now = new Date("2026-11-22T10:00:00Z");

function answersOf(seed: number, count: number): string[] {
  const generator = new AnswerGenerator(outline, seed);
  return Array.from({ length: count }, () => JSON.stringify(generator.next([], () => undefined)));
}

test("the same seed tries the same answers, another seed others", () => {
  expect(answersOf(7, 40)).toEqual(answersOf(7, 40));
  expect(answersOf(7, 40)).not.toEqual(answersOf(8, 40));
});

test("answers are what JSON can hold: they come from elsewhere", () => {
  const elements = [
    { type: "checkbox", name: "a", choices: ["x", "y"], valuePropertyName: "v" },
    { type: "text", name: "b", inputType: "number" },
  ];
  const generator = new AnswerGenerator(readOutline({ elements }), 1);
  const foreign: unknown[] = [];
  for (let run = 0; run < 3000; run++) {
    const answers = generator.next([], () => undefined);
    generator.keep(answers);
    JSON.stringify(answers, (_, value) => {
      if (value === undefined || (typeof value === "number" && !Number.isFinite(value))) foreign.push(value);
      return value;
    });
  }
  expect(foreign).toEqual([]);
});

test("every condition comes out true and false, every rule is kept and broken", () => {
  const [generator, coverage] = [new AnswerGenerator(outline, 1), new CoverageCount(outline)];
  const reference = prepareReference(questionnaire);
  for (let run = 0; run < 150; run++) {
    const answers = generator.next(coverage.open(), () => undefined);
    const check = reference.check(answers, { now });
    if (check.threw === undefined && coverage.note(check.seen)) generator.keep(answers);
  }
  const { conditions, rules, missing } = coverage.result();
  expect(missing).toEqual([]);
  expect(conditions).toEqual({ seen: 6, of: 6 });
  expect(rules).toEqual({ seen: 8, of: 8 });
});

test("what cannot come about is named and not counted", () => {
  const odd = readOutline({
    triggers: [{ type: "complete", expression: "{a} = 1" }],
    elements: [
      { type: "text", name: "a", visibleIf: "1 = 1" },
      { type: "text", name: "b", visible: false, isRequired: true },
      { type: "text", name: "c", validators: [{ type: "text" }] },
    ],
  });
  const { conditions, rules, unreachable } = new CoverageCount(odd).result();
  expect([conditions.of, rules.of]).toEqual([0, 0]);
  expect(unreachable).toHaveLength(4);
  expect(unreachable).toContain("elements[0].visibleIf: it speaks of no answer");
});

test("a walk answers only what is asked", () => {
  const generator = new AnswerGenerator(outline, 3);
  const asked: string[][] = [];
  const route = (answers: Readonly<Record<string, unknown>>) => {
    asked.push(Object.keys(answers));
    return answers.works === undefined ? ["works"] : ["works", "family", "family[0].age"];
  };
  for (let run = 0; run < 60; run++) generator.next([], route);
  const walked = asked.filter((keys) => keys.length > 0);
  expect(walked.length).toBeGreaterThan(0);
  for (const keys of walked) expect(keys.filter((key) => key === "hours" || key === "why")).toEqual([]);
});

test("texts are made to fit the patterns that people write", () => {
  const patterns = [
    "^[A-Z]{2}-\\d{3}$",
    "^(\\+370|8)\\d{8}$",
    "[a-z]+@[a-z]+\\.lt",
    "^a?b*c$",
    "^(?:x|yz){2}$",
  ];
  for (const [i, pattern] of patterns.entries())
    expect(textLike(pattern, seeded(i))).toMatch(new RegExp(pattern));
  expect(textLike("(((", seeded(1))).toBeTypeOf("string");
});

test("an example is made as small as the question about it allows", () => {
  const answers = { a: [1, 2, { b: "long words", c: 5 }], d: "x", e: { f: 3 } };
  const hasC = (value: unknown): boolean => JSON.stringify(value).includes('"c"');
  expect(minimise(answers, hasC)).toEqual({ a: [{ c: 0 }] });
});
