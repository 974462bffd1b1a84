import { expect, test } from "vitest";
import type { Categories } from "../categories.ts";
import { designOf } from "../example-sample.ts";
import { crossTable } from "./table.ts";

const sex: Categories = { name: "sex", codes: Int32Array.from([0, 1, 0, 1, 0]), levels: ["f", "m", "x"] };
const work: Categories = { name: "work", codes: Int32Array.from([0, 0, 1, -1, 1]), levels: ["no", "yes"] };
const design = designOf([2, 3, 4, 5, 0].map((weight) => ({ y: 0, weight })));

test("a cross-table counts the people that respondents stand for, the first variable fastest", () => {
  expect(crossTable(design, [sex, work])).toEqual([
    { levels: ["f", "no"], frequency: 2, respondents: 1 },
    { levels: ["m", "no"], frequency: 3, respondents: 1 },
    { levels: ["f", "yes"], frequency: 4, respondents: 1 },
    { levels: ["m", "yes"], frequency: 0, respondents: 0 },
  ]);
});

test("whoever did not answer one of the variables is in no cell, and levels that nobody has make none", () => {
  const within = Uint8Array.from([0, 1, 0, 1, 0]);
  expect(crossTable(design, [sex, work], { within })).toEqual([
    { levels: ["m", "no"], frequency: 3, respondents: 1 },
  ]);
});

test("a table rescaled to 100 reads as percentages", () => {
  expect(crossTable(design, [sex], { total: 100 }).map(({ frequency }) => Math.round(frequency))).toEqual([
    43, 57,
  ]);
});

test("a table of nobody has no cells", () => {
  expect(crossTable(design, [sex], { within: new Uint8Array(5) })).toEqual([]);
});

test("a variable of another length is refused by name", () => {
  expect(() => crossTable(design, [{ ...sex, codes: new Int32Array(2) }])).toThrow(/"sex" has 2/);
});
