import type { Column, Columns, Dataset, Roster } from "@tiltas/analysis/dataset";
import { expect, test } from "vitest";
import { codebookLines, dataLines, listLines, missingLines } from "./microdata-lines.ts";

const [answered, noAnswer, notAsked] = [0, 3, 4];

/** A column of numbers; where there is none, the place of its reason. */
function numbers(name: string, values: readonly number[], missing: readonly number[]): [string, Column] {
  const variable = { name, item: name, labels: { lt: name, en: name }, codes: [], kind: "number" as const };
  return [name, { variable, values: Float64Array.from(values), missing: Uint8Array.from(missing) }];
}

const columnsOf = (rows: number, ...columns: [string, Column][]): Columns => ({
  rows,
  columns: new Map(columns),
});

/** Three people; the first has two children, the last has one. */
const children: Roster = {
  ...columnsOf(
    3,
    numbers("age", [7, 2, 11], [answered, answered, answered]),
    numbers("grade", [1, Number.NaN, Number.NaN], [answered, notAsked, noAnswer]),
  ),
  owner: Int32Array.from([0, 0, 2]),
};
const dataset: Dataset = {
  ...columnsOf(3, numbers("rooms", [3, 1, Number.NaN], [answered, answered, noAnswer])),
  ...{ digest: "", exclusions: {}, rosters: new Map([["children", children]]) },
};
const people = [
  { number: "a", row: 2 },
  { number: "b", row: 1 },
  { number: "c", row: 0 },
];
const linesOf = (lines: Iterable<string>) => [...lines].map((line) => line.trimEnd());

test("members of a list stand in a file of their own, under the number of their person and their place in the list", () => {
  expect(linesOf(dataLines(dataset, people))).toEqual(["person,rooms", "a,", "b,1", "c,3"]);
  expect(linesOf(listLines(children, people))).toEqual([
    "person,member,age,grade",
    "a,1,11,",
    "c,1,7,1",
    "c,2,2,",
  ]);
});

test("why a member's cell is empty is said as of everybody else's, and the codebook knows the list", () => {
  expect(linesOf(missingLines(dataset, people))).toEqual([
    "person,variable,reason,member",
    "a,rooms,no-answer,",
    "a,children.grade,no-answer,1",
  ]);
  expect(linesOf(codebookLines(dataset)).map((line) => line.split(",")[0])).toEqual([
    "variable",
    "rooms",
    "children.age",
    "children.grade",
  ]);
});
