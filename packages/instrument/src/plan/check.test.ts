import { describe, expect, test } from "vitest";
import { type Check, compilePlan, preparePlan } from "./index.ts";

const now = new Date("2026-11-22T10:00:00Z");

function checked(elements: readonly object[], answers: Record<string, unknown>, survey: object = {}): Check {
  const { plan, refusals } = compilePlan({ ...survey, elements });
  if (!plan) throw new Error(JSON.stringify(refusals));
  return preparePlan(plan).check(answers, { now });
}

const text = (name: string, more: object = {}) => ({ type: "text", name, ...more });

describe("a check of one response", () => {
  test("asks who answered so, and objects to what is missing, by path", () => {
    const elements = [text("works"), text("hours", { visibleIf: "{works} = 'yes'", isRequired: true })];
    expect(checked(elements, { works: "no" }).asked).toEqual(["works"]);
    const { asked, findings, valid } = checked(elements, { works: "yes" });
    expect(asked).toEqual(["works", "hours"]);
    expect(findings).toEqual([{ path: "hours", kind: "required", message: "requiredError" }]);
    expect(valid).toBe(false);
  });

  test("names the place of the questionnaire's own words", () => {
    const { findings } = checked([text("a", { isRequired: true, requiredErrorText: "Please" })], {});
    expect(findings[0]?.message).toBe("elements[0].requiredErrorText");
  });

  test.each([
    ["none", { a: 1, b: 2 }],
    ["onComplete", { a: 1 }],
    ["onHiddenContainer", { a: 1 }],
  ])(
    "lets answers go that are not asked as clearInvisibleValues %s says",
    (clearInvisibleValues, cleaned) => {
      const elements = [text("a"), text("b", { visibleIf: "{a} = 2" })];
      expect(checked(elements, { a: 1, b: 2 }, { clearInvisibleValues }).cleaned).toEqual(cleaned);
    },
  );

  test("tells what counts for nothing: unknown items and codes, wrong types, answers nobody was asked for", () => {
    const elements = [
      { type: "radiogroup", name: "town", choices: ["vilnius", "kaunas"] },
      text("rooms", { inputType: "number" }),
      text("why", { visibleIf: "{town} = 'kaunas'" }),
    ];
    const { removed } = checked(elements, { town: "riga", rooms: "many", why: "x", extra: 1 });
    expect(removed).toEqual([
      { path: "town", reason: "unknown-code" },
      { path: "rooms", reason: "wrong-type" },
      { path: "why", reason: "not-asked" },
      { path: "extra", reason: "unknown-item" },
    ]);
  });

  test("calculates, and counts the clock that it is given as now", () => {
    const { calculated, cleaned } = checked(
      [text("born")],
      { born: "2000-01-01" },
      {
        calculatedValues: [{ name: "years", expression: "age({born})", includeIntoResult: true }],
      },
    );
    expect(calculated).toEqual({ years: 26 });
    expect(cleaned).toEqual({ born: "2000-01-01", years: 26 });
  });

  test("a trigger sets an answer; what follows that answer on screen only stays as it is, as in survey-core", () => {
    const elements = [text("a"), text("b"), text("c", { setValueExpression: "{b} + '!'" })];
    const triggers = [{ type: "setvalue", expression: "{sum} = 1", setToName: "b", setValue: "one" }];
    const calculatedValues = [{ name: "sum", expression: "{a} + 0" }];
    expect(checked(elements, { a: 1 }, { triggers, calculatedValues }).cleaned).toEqual({ a: 1, b: "one" });
  });
});

describe("lists and matrices", () => {
  const children = {
    type: "paneldynamic",
    name: "children",
    minPanelCount: 1,
    keyName: "name",
    templateElements: [
      text("name", { isRequired: true }),
      text("school", { visibleIf: "{panel.age} > 6" }),
      text("age", { inputType: "number" }),
    ],
  };

  test("each entry is asked by its own answers, and two may not have one key", () => {
    const { asked, findings } = checked([children], { children: [{ name: "Ada", age: 8 }, { name: "Ada" }] });
    expect(asked).toContain("children[0].school");
    expect(asked).not.toContain("children[1].school");
    expect(findings).toEqual([
      { path: "children[1].name", kind: "key-duplicated", message: "keyDuplicationError" },
    ]);
  });

  test("rows are asked by their own cells; sums stand beside the answer", () => {
    const costs = {
      type: "matrixdynamic",
      name: "costs",
      rowCount: 1,
      columns: [
        { name: "what", cellType: "text", isRequired: true },
        { name: "price", cellType: "text", inputType: "number", totalType: "sum" },
        { name: "why", cellType: "text", visibleIf: "{row.price} > 100" },
      ],
    };
    const { asked, findings, cleaned } = checked([costs], {
      costs: [{ what: "rent", price: 300 }, { price: 20 }],
    });
    expect(asked).toContain("costs[0].why");
    expect(asked).not.toContain("costs[1].why");
    expect(findings).toEqual([{ path: "costs[1].what", kind: "required", message: "requiredError" }]);
    expect(cleaned["costs-total"]).toEqual({ price: 320 });
  });

  test("every row of a matrix can be asked for, and no column twice", () => {
    const trust = { type: "matrix", name: "trust", columns: [1, 2], rows: ["police", "school"] };
    const kinds = (more: object, answer: object) =>
      checked([{ ...trust, ...more }], { trust: answer }).findings.map(({ kind }) => kind);
    expect(kinds({ eachRowRequired: true }, { police: 1 })).toEqual(["required-in-every-row"]);
    expect(kinds({ eachRowUnique: true }, { police: 1, school: 1 })).toEqual(["not-unique-in-row"]);
  });

  test("parts of a multiple text are checked one by one", () => {
    const address = {
      type: "multipletext",
      name: "address",
      items: [{ name: "street", isRequired: true }, { name: "flat" }],
    };
    const { asked, findings } = checked([address], { address: { flat: "3" } });
    expect(asked).toEqual(["address", "address.street", "address.flat"]);
    expect(findings.map(({ path }) => path)).toEqual(["address.street"]);
  });
});
