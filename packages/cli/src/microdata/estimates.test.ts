import { expect, test } from "vitest";
import { estimateFrom, Microdata, readDesignFile } from "./index.ts";

const data = new Microdata("w,award,points\n2,yes,1\n3,no,2\n5,yes,3\n4,,4\n");
const design = readDesignFile('{ "weights": "w" }', data);

test("a total of one category counts the people in it; who did not answer is in none", () => {
  const lines = estimateFrom(data, design, { total: ["award=yes,award=no,points"], naRm: true });
  expect(lines.map(({ variable, estimate }) => [variable, estimate.value, estimate.respondents])).toEqual([
    ["award=yes", 7, 3],
    ["award=no", 3, 3],
    ["points", 39, 4],
  ]);
});

test("a mean or a total of words names the line and the two ways to count categories", () => {
  expect(() => estimateFrom(data, design, { total: ["award"] })).toThrow(
    'The column "award" holds text in line 2, and a number is needed there. Name a column of numbers; for categories use --proportion, or --total with column=category.',
  );
});

test("a category that nobody has is named, not counted as zero people", () => {
  expect(() => estimateFrom(data, design, { total: ["award=maybe"] })).toThrow(
    'Nobody has "maybe" in the column "award". It holds: no, yes.',
  );
});

test("a misspelt column is met with the nearest one; a foreign name with the list alone", () => {
  expect(() => estimateFrom(data, design, { mean: ["point"] })).toThrow(
    'The data have no column "point". Did you mean "points"? They have: w, award, points.',
  );
  expect(() => estimateFrom(data, design, { mean: ["income"] })).toThrow('no column "income". They have:');
});
