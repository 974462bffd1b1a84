import { expect, test } from "vitest";
import { lint } from "../index.ts";

const item = (name: string, visibleIf?: string, more: object = {}) => ({
  type: "radiogroup",
  name,
  choices: ["yes", "no", "dont-know"],
  ...(visibleIf === undefined ? {} : { visibleIf }),
  ...more,
});

function unreachable(
  elements: readonly object[],
  clearInvisibleValues = "onHiddenContainer",
): (string | undefined)[] {
  return lint({ questionnaire: { clearInvisibleValues, elements } })
    .filter(({ rule }) => rule === "unreachable")
    .map(({ name }) => name);
}

const rooms = { type: "text", inputType: "number", name: "rooms" };
const help = { type: "checkbox", name: "help", choices: ["friends", "office"] };

test.each([
  ["{a} = 'yes' and {a} = 'no'"],
  ["{a} = 'yes' and {a} <> 'yes'"],
  ["{a} anyof ['yes'] and {a} anyof ['no', 'dont-know']"],
  ["{a} empty and {a} = 'yes'"],
  ["{A} = 'YES' and ({a} = 'no' and {rooms} > 1)"],
  ["{rooms} > 3 and {rooms} < 2"],
  ["{rooms} > 3 and {rooms} <= 3"],
  ["{rooms} = 5 and {rooms} < 5"],
  ["{help} contains 'office' and {help} notcontains 'office'"],
  ["{help} empty and {help} contains 'office'"],
])("nobody is asked when %s", (condition) => {
  expect(unreachable([item("a"), rooms, help, item("b", condition)])).toEqual(["b"]);
});

test.each([
  ["{a} = 'yes' or {a} = 'no'"],
  ["{a} <> 'yes' and {a} <> 'no'"],
  ["{a} anyof ['yes', 'no'] and {a} = 'no'"],
  ["{rooms} >= 3 and {rooms} <= 3"],
  ["{rooms} > 2 and {rooms} < 3"],
  ["{help} contains 'office' and {help} contains 'friends'"],
  ["!({a} = 'yes') and {a} = 'yes'"],
  ["{a} = {rooms} and {a} = 'yes'"],
])("somebody may be asked when %s", (condition) => {
  expect(unreachable([item("a"), rooms, help, item("b", condition)])).toEqual([]);
});

test("conditions of page, panel and item have to hold together", () => {
  const panel = { type: "panel", name: "p", visibleIf: "{a} = 'yes'", elements: [item("b", "{a} = 'no'")] };
  expect(unreachable([item("a"), panel])).toEqual(["b"]);
});

test("an item that waits for one who is never asked together with it is found through the chain", () => {
  const chain = [
    item("a"),
    item("b", "{a} = 'yes'"),
    item("c", "{b} = 'yes'"),
    item("d", "{c} = 'no' and {a} = 'no'"),
  ];
  expect(unreachable(chain)).toEqual(["d"]);
});

test("the chain says nothing while hidden answers stay, or are written by others", () => {
  const chain = [item("a"), item("b", "{a} = 'yes'"), item("d", "{b} = 'no' and {a} = 'no'")];
  expect(unreachable(chain)).toEqual(["d"]);
  expect(unreachable(chain, "onComplete")).toEqual([]);
  expect(
    unreachable([
      item("a"),
      item("b", "{a} = 'yes'", { defaultValue: "no" }),
      item("d", "{b} = 'no' and {a} = 'no'"),
    ]),
  ).toEqual([]);
});
