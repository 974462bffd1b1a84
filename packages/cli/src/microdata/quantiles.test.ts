import { expect, test } from "vitest";
import { estimateFrom, Microdata, printLines, readDesignFile } from "./index.ts";

const data = new Microdata(
  "w,place,income\n2,north,100\n3,north,200\n5,north,300\n4,north,\n1,south,500\n1,south,700\n8,south,900\n",
);
const design = readDesignFile('{ "weights": "w" }', data);

test("half of the weight lies at or below the median, with Woodruff's interval, in every domain", () => {
  const lines = estimateFrom(data, design, { median: ["income"], by: "place", naRm: true });
  expect(
    lines.map(({ statistic, variable, domain, estimate }) => [statistic, variable, domain, estimate.value]),
  ).toEqual([
    ["median", "income", "north", 200],
    ["median", "income", "south", 900],
  ]);
  expect(lines[0]?.estimate).toMatchObject({ respondents: 3, itemNonresponse: 0.25 });
});

test("other quantiles are asked for by column and share, several at once", () => {
  const lines = estimateFrom(data, design, { quantile: ["income=0.1,income=0.9"], naRm: true });
  expect(lines.map(({ statistic, variable, estimate }) => [statistic, variable, estimate.value])).toEqual([
    ["quantile", "income=0.1", 100],
    ["quantile", "income=0.9", 900],
  ]);
});

test("the median of a column and its half are one number with one error", () => {
  const [median, half] = estimateFrom(data, design, {
    median: ["income"],
    quantile: ["income=0.5"],
    naRm: true,
  });
  expect(half?.estimate).toEqual(median?.estimate);
});

test("missing answers mean no median unless they are to be left out", () => {
  const [line] = estimateFrom(data, design, { median: ["income"] });
  expect(line?.estimate).toMatchObject({ value: null, reason: "missing-kept" });
});

test("a quantile so near the end that its interval has no limit is printed with the reason", () => {
  const lines = estimateFrom(data, design, { quantile: ["income=0.1"], naRm: true });
  expect(lines[0]?.estimate.standardError).toBeNull();
  expect(printLines(lines, undefined)).toMatch(/100 +no error: its interval reaches beyond the answers/);
});

test.each([
  ["income", 'The quantile "income" has no share. Write it as column=share, such as income=0.9.'],
  [
    "income=90",
    'The share "90" of the quantile "income=90" is not a number from 0 to 1. Write 0.9 for 90 %.',
  ],
  ["income=", 'The share "" of the quantile "income=" is not a number from 0 to 1. Write 0.9 for 90 %.'],
  ["incom=0.9", 'The data have no column "incom". Did you mean "income"? They have: w, place, income.'],
])("%s is met with how to write a quantile", (asked, sentence) => {
  expect(() => estimateFrom(data, design, { quantile: [asked] })).toThrow(sentence);
});
