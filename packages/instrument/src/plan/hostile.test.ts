import { describe, expect, test } from "vitest";
import { compilePlan, type Plan, preparePlan } from "./index.ts";

const now = new Date("2026-11-22T10:00:00Z");

/** A questionnaire with every kind of list and matrix in it. */
const everything = {
  calculatedValues: [{ name: "sum", expression: "{age} + 1", includeIntoResult: true }],
  triggers: [{ type: "setvalue", expression: "{age} > 90", setToName: "note", setValue: "old" }],
  elements: [
    { type: "text", name: "age", inputType: "number", max: 120 },
    { type: "comment", name: "note", maxLength: 100 },
    { type: "checkbox", name: "help", choices: ["a", "b"], showOtherItem: true, showNoneItem: true },
    { type: "tagbox", name: "tags", choices: [1, 2] },
    { type: "ranking", name: "order", choices: ["x", "y", "z"] },
    { type: "rating", name: "life" },
    { type: "boolean", name: "agreed" },
    { type: "slider", name: "much" },
    { type: "file", name: "paper" },
    { type: "matrix", name: "trust", columns: [1, 2], rows: ["police", "school"], eachRowUnique: true },
    { type: "matrix", name: "use", cellType: "checkbox", columns: [1, 2], rows: ["phone", "web"] },
    {
      type: "multipletext",
      name: "address",
      items: [{ name: "street" }, { name: "house", inputType: "number" }],
    },
    {
      type: "matrixdropdown",
      name: "grid",
      rows: ["one", "two"],
      columns: [
        { name: "c", cellType: "text", totalType: "sum" },
        { name: "d", choices: [1, 2], isUnique: true },
      ],
    },
    {
      type: "matrixdynamic",
      name: "trips",
      columns: [{ name: "to", cellType: "text", isRequired: true }],
      keyName: "to",
      detailPanelMode: "underRow",
      detailElements: [{ type: "text", name: "why" }],
    },
    {
      type: "paneldynamic",
      name: "children",
      keyName: "name",
      templateElements: [
        { type: "text", name: "name", isRequired: true },
        { type: "text", name: "school", visibleIf: "{panel.name} notempty and {panelIndex} < 3" },
        {
          type: "paneldynamic",
          name: "jobs",
          panelCount: 1,
          templateElements: [{ type: "text", name: "since", defaultValue: "2020" }],
        },
      ],
    },
    {
      type: "text",
      name: "last",
      visibleIf: "{children[0].name} = 'Ada' or {trips.length} > 2 or {grid.one.c} > 1",
    },
  ],
};
const names = everything.elements.map(({ name }) => name);

function planOf(questionnaire: unknown): Plan {
  const { plan, refusals } = compilePlan(questionnaire);
  if (!plan) throw new Error(JSON.stringify(refusals));
  return plan;
}

const strange: readonly unknown[] = [
  null,
  undefined,
  "",
  "   ",
  "x",
  "5",
  -1,
  0,
  1e308,
  Number.NaN,
  true,
  false,
  [],
  {},
  [null],
  [[]],
  [[[["x"]]]],
  [{}],
  ["a", "a", { a: 1 }],
  { length: 5 },
  { one: "x", two: null, police: [1], street: {}, name: [] },
  [{ name: 1, jobs: "x", to: {} }, "y", 5, null, [1]],
  [{ name: "a", jobs: [{ since: [] }, null] }, { name: "A" }],
  JSON.parse('{"__proto__": {"polluted": 1}, "constructor": 1, "hasOwnProperty": 2}'),
  JSON.parse('[{"__proto__": {"polluted": 1}, "toString": 1}]'),
  "\ud800",
  "long ".repeat(10_000),
];

describe("answers from strangers", () => {
  const plan = preparePlan(planOf(everything));

  test.each(strange.map((value, i) => [i, value]))("of the wrong kind (%i) break no item", (_, value) => {
    for (const name of names) expect(() => plan.check({ [name]: value }, { now })).not.toThrow();
    const all = Object.fromEntries(names.map((name) => [name, value]));
    expect(() => plan.check(all, { now })).not.toThrow();
    expect(Reflect.get({}, "polluted")).toBe(undefined);
  });

  test("a list of a hundred thousand entries is cut, and told by name", () => {
    const entries = Array.from({ length: 100_000 }, (_, i) => ({ name: `n${i}`, to: "x", jobs: [{}, {}] }));
    const { removed } = plan.check(
      { children: entries, trips: entries, help: entries.map(({ name }) => name) },
      { now },
    );
    expect(removed.map(({ path }) => path)).toEqual(expect.arrayContaining(["children[100]", "help[1000]"]));
    expect(removed.length).toBeLessThanOrEqual(1000);
  });

  test("objects inside one another a thousand deep are cut, and told", () => {
    let deep: unknown = "x";
    for (let i = 0; i < 1000; i += 1) deep = i % 2 === 0 ? { a: deep } : [deep];
    const { removed } = plan.check({ address: deep, children: [{ name: deep }] }, { now });
    expect(removed.some(({ reason }) => reason === "too-long")).toBe(true);
  });

  test("of a matrix or a key that cannot be written as text break nothing", () => {
    const unwritable = { toString: 1, valueOf: 2 };
    const answers = {
      trust: { police: unwritable, school: unwritable },
      use: { phone: [unwritable] },
      grid: { one: { d: unwritable }, two: { d: [unwritable] } },
      trips: [{ to: unwritable }, { to: [unwritable] }],
      children: [{ name: unwritable }, { name: unwritable }],
      help: [unwritable],
    };
    expect(() => plan.check(answers, { now })).not.toThrow();
  });

  test("names that every object carries are told as unknown items", () => {
    const answers = JSON.parse('{"__proto__": 1, "constructor": 2, "toString": 3}');
    const { removed, cleaned } = plan.check(answers, { now });
    expect(removed.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
      "__proto__ unknown-item",
      "constructor unknown-item",
      "toString unknown-item",
    ]);
    expect(Object.keys(cleaned)).not.toContain("constructor");
  });

  test("one response leaves nothing behind for the next", () => {
    const before = plan.check({ age: 30 }, { now });
    plan.check({ age: 95, children: [{ name: "Ada" }], trips: [{ to: "x" }], help: ["none"] }, { now });
    expect(plan.check({ age: 30 }, { now })).toEqual(before);
  });
});

describe("questionnaires from strangers", () => {
  test.each([
    ["nothing", undefined],
    ["null", null],
    ["a number", 5],
    ["a text", "not SurveyJS"],
    ["a list", [1, 2]],
    ["pages that are no list", { pages: "x" }],
    ["elements that are no objects", { elements: [1, "x", null] }],
    ["an unknown type", { elements: [{ type: "hologram", name: "a" }] }],
    ["a name that every object carries", JSON.parse('{"elements":[{"type":"text","name":"__proto__"}]}')],
    [
      "one name twice",
      {
        elements: [
          { type: "text", name: "a" },
          { type: "text", name: "a" },
        ],
      },
    ],
    ["a name known on screen only", { elements: [{ type: "text", name: "a", visibleIf: "{pageno} > 1" }] }],
    ["a property of an element", { elements: [{ type: "text", name: "a", visibleIf: "{$b.isVisible}" }] }],
    [
      "twenty thousand terms",
      {
        elements: [
          {
            type: "text",
            name: "a",
            visibleIf: Array.from({ length: 20_000 }, () => "{b} = 1").join(" or "),
          },
        ],
      },
    ],
    [
      "a pattern that never ends",
      { elements: [{ type: "text", name: "a", validators: [{ type: "regex", regex: "^(a+)+$" }] }] },
    ],
  ])("%s is refused with a place, a name and advice", (_, questionnaire) => {
    const { plan, refusals } = compilePlan(questionnaire);
    expect(plan).toBe(undefined);
    expect(refusals.length).toBeGreaterThan(0);
    for (const { path, construct, message } of refusals) {
      expect(typeof path).toBe("string");
      expect(construct.length).toBeGreaterThan(0);
      expect(message.length).toBeGreaterThan(10);
    }
  });

  test.each([
    ["matrixdynamic", "rowCount"],
    ["matrixdynamic", "minRowCount"],
    ["paneldynamic", "panelCount"],
    ["paneldynamic", "minPanelCount"],
  ])("a %s that begins with a million (%s) is refused, not made", (type, property) => {
    const { plan, refusals } = compilePlan({ elements: [{ type, name: "a", [property]: 1_000_000 }] });
    expect(plan).toBe(undefined);
    expect(refusals).toEqual([
      expect.objectContaining({ path: `elements[0].${property}`, construct: property }),
    ]);
  });

  test("panels a thousand deep are refused, not followed", () => {
    let inside: unknown = { type: "text", name: "a" };
    for (let i = 0; i < 1000; i += 1) inside = { type: "panel", name: `p${i}`, elements: [inside] };
    expect(compilePlan({ elements: [inside] }).plan).toBe(undefined);
  });

  test("two conditions that wait for each other come to rest", () => {
    const plan = preparePlan(
      planOf({
        clearInvisibleValues: "onHidden",
        elements: [
          { type: "text", name: "a", visibleIf: "{b} empty", setValueExpression: "{b} + 1" },
          { type: "text", name: "b", visibleIf: "{a} empty", setValueExpression: "{a} + 1" },
        ],
      }),
    );
    expect(plan.check({ a: "1", b: "2" }, { now }).valid).toBe(true);
  });

  test.each([
    ["guess({b}) = 1", "function guess"],
    ["{b} = ", "syntax"],
  ])(
    "the condition %s, which survey-core passes over, is passed over too, and told",
    (visibleIf, construct) => {
      const { plan, notices } = compilePlan({ elements: [{ type: "text", name: "a", visibleIf }] });
      expect(plan).toBeDefined();
      expect(notices).toEqual([expect.objectContaining({ path: "elements[0].visibleIf", construct })]);
    },
  );

  test("properties of other tools are taken without effect, and told", () => {
    const { plan, notices } = compilePlan({ elements: [{ type: "text", name: "a", kobo: true }] });
    expect(plan).toBeDefined();
    expect(notices).toEqual([expect.objectContaining({ path: "elements[0].kobo", construct: "kobo" })]);
  });
});

test("a plan stored as JSON gives the same checks", () => {
  const plan = planOf(everything);
  const stored = preparePlan(JSON.parse(JSON.stringify(plan)));
  const answers = {
    age: 200,
    help: ["zzz"],
    children: [{ name: "Ada" }, { name: "ada" }],
    grid: { one: { c: 3 } },
  };
  expect(stored.check(answers, { now })).toEqual(preparePlan(plan).check(answers, { now }));
});
