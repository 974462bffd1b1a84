import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { validInstruments } from "../../../../../tests/instruments/tiny.ts";
import classes from "../../definition/surveyjs/classes.json" with { type: "json" };
import { difference, proposeMapping, requiredVersion, describe as said } from "../index.ts";
import { aspectOf } from "./aspects.ts";

const question = (name: string, more: object = {}) => ({
  type: "text",
  name,
  title: `About ${name}`,
  ...more,
});
const asked = (...elements: unknown[]) => ({ questionnaire: { pages: [{ name: "p", elements }] } });
const kinds = (before: object, after: object) =>
  difference(asked(before), asked(after)).map(({ kind, item }) => `${kind} ${item}`);

describe("no property of SurveyJS is passed over", () => {
  const names = Object.entries<{ properties: object }>(classes).flatMap(([type, { properties }]) =>
    Object.keys(properties).map((property) => ({ type, property })),
  );

  test("every property of every class has an aspect", () => {
    expect(names.length).toBeGreaterThan(400);
    expect(names.filter(({ property, type }) => aspectOf(property, { type }) === undefined)).toEqual([]);
  });
});

describe("parts are found by name, wherever they stand", () => {
  test.each([
    [
      "a row of a matrix",
      { type: "matrix", name: "m", columns: [1, 2], rows: ["a"] },
      { rows: ["a", "b"] },
      "item-added m.b",
    ],
    [
      "a part of a composite",
      { type: "multipletext", name: "c", items: [{ name: "x" }] },
      { items: [{ name: "x" }, { name: "y" }] },
      "item-added c.y",
    ],
    [
      "a column under added rows",
      { type: "matrixdynamic", name: "g", columns: [{ name: "x" }] },
      { columns: [] },
      "item-removed g[].x",
    ],
    [
      "a column under given rows",
      { type: "matrixdropdown", name: "g", columns: [{ name: "x" }], rows: ["r"] },
      { columns: [] },
      "item-removed g.*.x",
    ],
    [
      "a part of a roster",
      { type: "paneldynamic", name: "r", templateElements: [question("age")] },
      { templateElements: [question("age", { isRequired: true })] },
      "requirement-changed r[].age",
    ],
  ])("%s", (_what, before, changed, expected) => {
    expect(kinds(before, { ...before, ...changed })).toEqual([expected]);
  });

  test("what stands inside a removed item is not told once more", () => {
    const roster = { type: "paneldynamic", name: "r", templateElements: [question("age"), question("sex")] };
    expect(difference(asked(roster), asked()).map(({ item }) => item)).toEqual(["r"]);
  });

  test("two items of one name are both looked at", () => {
    const twice = (max: number) => asked(question("a"), question("a", { maxLength: max }));
    expect(difference(twice(5), twice(6))).toEqual([
      expect.objectContaining({ kind: "limit-changed", item: "a (2)", effect: "widened" }),
    ]);
  });

  test("older names of a property are the property", () => {
    expect(
      kinds(
        { type: "radiogroup", name: "a", hasOther: true },
        { type: "radiogroup", name: "a", showOtherItem: true },
      ),
    ).toEqual([]);
    expect(kinds(question("a", { placeHolder: "x" }), question("a", { placeholder: "x" }))).toEqual([]);
  });

  test("writing out a default changes nothing", () => {
    expect(kinds(question("a"), question("a", { visible: true, isRequired: false, maxLength: -1 }))).toEqual(
      [],
    );
  });
});

describe("conditions are compared by what they say", () => {
  const effect = (before: string | undefined, after: string | undefined) => {
    const [change] = difference(
      asked(question("a", { visibleIf: before })),
      asked(question("a", { visibleIf: after })),
    );
    return change && "effect" in change ? change.effect : change?.kind;
  };

  test.each([
    ["{x} = 1", "{x} = 1", undefined],
    ["{x} = 1", "{x}==1", "condition-respelled"],
    ["{x} = 1 and {y} = 2", "({y} = 2) && ({x} = 1)", "condition-respelled"],
    ["{x} = 1 or {y} = 2", "{y} = 2 || {x} = 1", "condition-respelled"],
    ["1 = {x}", "{x} = 1", "condition-respelled"],
    ["{x} = 1", "{x} = 1 and {y} = 2", "narrowed"],
    ["{x} = 1 and {y} = 2", "{x} = 1", "widened"],
    ["{x} = 1", "{x} = 1 or {y} = 2", "widened"],
    ["{age} >= 18", "{age} >= 16", "widened"],
    ["{age} > 18", "{age} >= 18", "widened"],
    ["{age} < 65", "{age} < 60", "narrowed"],
    ["{x} anyof ['a', 'b']", "{x} anyof ['a', 'b', 'c']", "widened"],
    ["{x} = 'a'", "{x} notempty", "widened"],
    ["{x} = 1", "{x} = 2", "changed"],
    ["{x} != 'a'", "{x} noneof ['a']", "changed"],
    [undefined, "{x} = 1", "narrowed"],
    ["{x} = 1", undefined, "widened"],
    ["no expression (", "no  expression (", "condition-respelled"],
    ["no expression (", "another (", "changed"],
  ])("%s → %s: %s", (before, after, expected) => {
    expect(effect(before, after)).toBe(expected);
  });
});

describe("recodings are told from rewordings", () => {
  const list = (...choices: unknown[]) => ({ type: "radiogroup", name: "a", choices });
  const one = { value: 1, text: "Never" };
  const two = { value: 2, text: "Often" };

  test("codes that exchanged their texts are reused for certain", () => {
    const swapped = list({ ...one, text: "Often" }, { ...two, text: "Never" });
    const changes = difference(asked(list(one, two)), asked(swapped));
    expect(changes.map((change) => [change.kind, "sure" in change && change.sure])).toEqual([
      ["code-reused", "certain"],
      ["code-reused", "certain"],
    ]);
  });

  test("a text that has much in common with the old one is another wording", () => {
    expect(kinds(list(one, two), list(one, { ...two, text: "Very often" }))).toEqual(["wording-changed a"]);
  });

  test("a choice put between others that pushes their codes on is told as what it is", () => {
    const three = { value: 3, text: "Other" };
    const pushed = list(
      one,
      { ...two, text: "Sometimes" },
      { ...three, text: "Often" },
      { value: 4, text: "Other" },
    );
    const changes = difference(asked(list(one, two, three)), asked(pushed));
    expect(changes.map((change) => said(change).en)).toEqual([
      "a: “Other” had the code 3 and has 4.",
      "a: the code 2 stood for “Often” and stands for “Sometimes”.",
      "a: the code 3 stood for “Other” and stands for “Often”.",
      "a: the choice 2 “Sometimes” was added between others.",
    ]);
    const back = difference(asked(pushed), asked(list(one, two, three)));
    expect(back.map((change) => said(change).en)).toContain("a: the choice 2 “Sometimes” is gone.");
  });

  test("codes whose texts are their codes are never taken for reused", () => {
    expect(kinds(list("a", "b"), list("b", "a"))).toEqual(["choices-reordered a"]);
  });
});

describe("whatever the files hold", () => {
  const definitions = validInstruments().map(({ files }) => ({
    questionnaire: files.questionnaire,
    measures: files.measures,
    manifest: files.manifest,
  }));

  test("a definition does not differ from itself, nor from its copy", () => {
    for (const one of definitions) expect(difference(one, structuredClone(one))).toEqual([]);
  });

  test("both ways the same places are touched", () => {
    for (const [i, one] of definitions.entries()) {
      const other = definitions[(i + 1) % definitions.length] ?? one;
      const there = difference(one, other);
      const back = difference(other, one);
      const places = (changes: typeof there) => [...new Set(changes.map(({ item }) => item))].sort();
      expect(places(back)).toEqual(places(there));
    }
  });

  /** Takes a definition and puts something else at random places. */
  function mutated(definition: unknown, seeds: readonly number[], garbage: readonly unknown[]): unknown {
    const copy = structuredClone(definition);
    const places: [object, string][] = [];
    const visit = (value: unknown) => {
      if (typeof value !== "object" || value === null) return;
      for (const key of Object.keys(value)) {
        places.push([value, key]);
        visit(Reflect.get(value, key));
      }
    };
    visit(copy);
    for (const [i, seed] of seeds.entries()) {
      const [holder, key] = places[seed % places.length] ?? [];
      if (holder && key !== undefined) Reflect.set(holder, key, garbage[i]);
    }
    return copy;
  }

  test("mutated definitions are compared without a throw, and every change is told and weighed", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: definitions.length - 1 }),
        fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
        fc.array(fc.jsonValue({ maxDepth: 3 }), { minLength: 4, maxLength: 4 }),
        (at, seeds, garbage) => {
          const before = definitions[at]?.questionnaire;
          const after = mutated(before, seeds, garbage);
          const changes = difference({ questionnaire: before }, { questionnaire: after });
          for (const change of changes)
            for (const sentence of Object.values(said(change)))
              expect(sentence).not.toMatch(/undefined|\[object/);
          requiredVersion(changes, proposeMapping(changes, "1.0.0"), "1.0.0");
          const copy = JSON.parse(JSON.stringify(after));
          expect(difference({ questionnaire: after }, { questionnaire: copy })).toEqual([]);
        },
      ),
      { seed: 6, numRuns: 300 },
    );
  });

  test.each([
    ["no object", 7, "text"],
    ["a list", [], [1]],
    [
      "names every object carries",
      JSON.parse('{"elements":[{"type":"text","name":"__proto__"},{"type":"text","name":"toString"}]}'),
      {},
    ],
    [
      "lists that are none",
      { elements: [{ type: "radiogroup", name: "a", choices: "x" }] },
      { elements: [{ type: "radiogroup", name: "a", choices: 5 }] },
    ],
    [
      "an unknown type",
      { elements: [{ type: "hologram", name: "a" }] },
      { elements: [{ type: "hologram", name: "a", depth: 3 }] },
    ],
  ])("%s", (_what, before, after) => {
    expect(difference({ questionnaire: before }, { questionnaire: after }).length).toBeGreaterThan(0);
  });

  test("values nested a hundred thousand deep are compared, told and not repeated", () => {
    const deep = (end: unknown) => {
      let value = end;
      for (let i = 0; i < 100_000; i++) value = { a: value };
      return { elements: [{ type: "text", name: "x", "x-deep": value }] };
    };
    expect(difference({ questionnaire: deep(1) }, { questionnaire: deep(1) })).toEqual([]);
    const changes = difference({ questionnaire: deep(1) }, { questionnaire: deep(2) });
    expect(changes).toEqual([expect.objectContaining({ kind: "foreign-changed", from: "(a longer value)" })]);
  });

  test("more parts than are read are never called the same", () => {
    const many = (last: string) => ({
      questionnaire: {
        elements: [
          { type: "radiogroup", name: "a", choices: Array.from({ length: 50_001 }, (_, i) => i) },
          { type: "text", name: last },
        ],
      },
    });
    expect(difference(many("x"), many("x"))).toEqual([]);
    expect(difference(many("x"), many("y")).map(({ kind }) => kind)).toEqual(["not-compared"]);
  });

  test("panels nested beyond all sense are named as not compared", () => {
    const nested = (name: string) => {
      let panel: object = { type: "text", name };
      for (let i = 0; i < 60; i++) panel = { type: "panel", name: `p${i}`, elements: [panel] };
      return { questionnaire: { elements: [panel] } };
    };
    expect(difference(nested("x"), nested("y")).map(({ kind }) => kind)).toContain("not-compared");
  });
});

const reference = process.env.TILTAS_REFERENCE;

test.skipIf(reference === undefined)(
  "real questionnaires: none differs from itself, any two can be compared",
  () => {
    const folder = join(reference ?? "", "surveyjs");
    const files = [folder, join(folder, "library-tests")].flatMap((at) =>
      readdirSync(at)
        .filter((name) => name.endsWith(".json") && !name.endsWith(".facts.json"))
        .map((name) => ({ questionnaire: JSON.parse(readFileSync(join(at, name), "utf8")) })),
    );
    expect(files.length).toBeGreaterThan(20);
    for (const [i, one] of files.entries()) {
      expect(difference(one, structuredClone(one))).toEqual([]);
      const other = files[(i + 1) % files.length] ?? one;
      for (const change of difference(one, other)) expect(said(change).en).not.toMatch(/undefined|\[object/);
    }
  },
);

test("the item that says why a number is missing goes on explaining it when the number is renamed", () => {
  const page = (name: string) => ({
    pages: [
      {
        elements: [
          { type: "text", inputType: "number", name, title: "How many rooms?" },
          {
            type: "radiogroup",
            name: "why",
            title: "Why?",
            visibleIf: `{${name}} empty`,
            choices: ["refused"],
          },
        ],
      },
    ],
  });
  const version = (name: string) => ({
    questionnaire: page(name),
    measures: { items: { [name]: { level: "ratio" }, why: { role: "missing-reason", explains: name } } },
  });
  const kinds = difference(version("rooms"), version("room_count"), new Map([["rooms", "room_count"]])).map(
    ({ kind }) => kind,
  );
  expect(kinds).not.toContain("measure-changed");
  expect(
    difference(version("rooms"), {
      ...version("rooms"),
      measures: { items: { rooms: { level: "ratio" }, why: { role: "missing-reason", explains: "other" } } },
    }).map(({ kind }) => kind),
  ).toContain("measure-changed");
});
