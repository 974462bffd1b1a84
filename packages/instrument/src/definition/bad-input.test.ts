import { expect, test } from "vitest";
import {
  DefinitionError,
  namesIn,
  readInstrument,
  readQuestionnaire,
  renameItems,
  renamingFor,
} from "./index.ts";

const item = (name: string, more: object = {}) => ({
  type: "radiogroup",
  name,
  choices: ["yes", "no"],
  ...more,
});

function nested(depth: number): object {
  let panel: object = item("innermost");
  for (let i = 0; i < depth; i++) panel = { type: "panel", name: `panel${i}`, elements: [panel] };
  return { elements: [panel] };
}

const many = (count: number, make: (i: number) => object) => ({
  elements: Array.from({ length: count }, (_, i) => make(i)),
});

/** What files may hold, and the place the reader objects to; "" where it reads on and leaves the objection to the plan. */
const hostile: readonly [string, unknown, string][] = [
  ["no JSON object", "pages", "questionnaire"],
  ["a list", [], "questionnaire"],
  ["another kind of file", { name: "tiltas", dependencies: {} }, "questionnaire"],
  ["10 MB", many(30_000, (i) => item(`q${i}`, { title: "x".repeat(250) })), "elements[16666]"],
  ["nesting beyond sense", nested(5000), "elements[0]"],
  [
    "an item called __proto__",
    JSON.parse('{"elements":[{"type":"text","name":"__proto__"}]}'),
    "elements[0].name",
  ],
  [
    "a property called __proto__",
    JSON.parse('{"__proto__":{"pages":[]},"elements":[{"type":"hologram"}]}'),
    "elements[0].type",
  ],
  ["names used twice", { elements: [item("town"), item("town")] }, "elements[1].name"],
  [
    "circular conditions",
    { elements: [item("a", { visibleIf: "{b} = 1" }), item("b", { visibleIf: "{a} = 1" })] },
    "",
  ],
  [
    "an expression of 20,000 terms",
    { elements: [item("a"), item("b", { visibleIf: "{a} = 1 or ".repeat(20_000) })] },
    "",
  ],
  [
    "a catastrophic regex",
    { elements: [{ type: "text", name: "a", validators: [{ type: "regex", regex: "^(a+)+$" }] }] },
    "",
  ],
  ["an unknown type", { elements: [{ type: "hologram", name: "a" }] }, "elements[0].type"],
  ["a type that is none", { elements: [{ type: 3, name: {} }] }, "elements[0].type"],
  ["other tools' properties", { elements: [item("a", { customProperties: { deep: [1] } })] }, ""],
  [
    "options that lead in a circle",
    many(500, (i) => item(`q${i}`, { choicesFromQuestion: `q${(i + 1) % 500}` })),
    "",
  ],
  ["rungs without end", { elements: [{ type: "rating", name: "a", rateMax: 1e308, rateStep: 1e-300 }] }, ""],
  ["options counted without end", { elements: [{ type: "dropdown", name: "a", choicesMax: 1e15 }] }, ""],
];

test.each(hostile)("%s: said with its place, or read", (_what, questionnaire, path) => {
  const { findings, items } = readQuestionnaire(questionnaire, ["lt", "en"]);
  if (path === "") expect([findings, items.length > 0]).toEqual([[], true]);
  else expect(findings.map((finding) => finding.path).some((one) => one.startsWith(path))).toBe(true);
  for (const { message } of findings) expect(message).toMatch(/^\S.*[.]$/s);
});

test.each(hostile)(
  "%s: as an instrument without manifest and measures it is refused, never broken",
  (_what, questionnaire) => {
    expect(() => readInstrument({ manifest: null, questionnaire, measures: {} })).toThrow(DefinitionError);
  },
);

test.each(hostile)(
  "%s: renaming leaves it as it is where nothing is to be renamed",
  (what, questionnaire) => {
    const table = renamingFor(
      namesIn(readQuestionnaire(questionnaire).items).filter((name) => !name.startsWith("_")),
    );
    expect(table.size).toBe(0);
    const renamed = renameItems(questionnaire, table);
    if (what !== "a property called __proto__") expect(renamed).toEqual(questionnaire);
  },
);

test("references of 100,000 steps rename nothing and take no time", () => {
  const title = `{${"a.".repeat(50_000)}}`;
  const table = new Map([["a", "b"]]);
  expect(renameItems({ title, elements: [item("a")] }, table)).toEqual({ title, elements: [item("b")] });
});
