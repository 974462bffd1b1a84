import { expect, test } from "vitest";
import { estimateFrom, Microdata, readDesignFile } from "./index.ts";

const header = "region,venue,w,y";

test("a weight that is wrong is named by its line of the file, empty lines counted", () => {
  const missing = new Microdata(`${header}\nA,a1,1,2\n\nA,a2,,3\n`);
  expect(() => readDesignFile('{ "weights": "w" }', missing)).toThrow(
    "The weight of line 4 is missing. Give every row a weight; 0 leaves it out.",
  );
  const negative = new Microdata(`${header}\nA,a1,-1,2\n`);
  expect(() => readDesignFile('{ "weights": "w" }', negative)).toThrow("The weight of line 2 is negative.");
  const unplaced = new Microdata(`${header}\nA,a1,1,2\n,a2,1,3\n`);
  expect(() => readDesignFile('{ "strata": "region", "weights": "w" }', unplaced)).toThrow(
    "Line 3 has no stratum.",
  );
});

test("words for weights are not sent to the options for categories", () => {
  const data = new Microdata(`${header}\nA,a1,ten,2\n`);
  expect(() => readDesignFile('{ "weights": "w" }', data)).toThrow(
    'The column "w" holds text in line 2, and a number is needed there. Correct it, or name a column of numbers in the design file.',
  );
});

test("a decimal comma is called by its name", () => {
  const data = new Microdata(`${header}\nA,a1,"1,5","2,5"\n`);
  expect(() => readDesignFile('{ "weights": "w" }', data)).toThrow(
    'The column "w" has a decimal comma in line 2: "1,5". Write numbers with a point, such as 1.5.',
  );
  expect(() => estimateFrom(data, readDesignFile("{}", data), { mean: ["y"] })).toThrow("decimal comma");
});

test("of a column with many values only the first are listed", () => {
  const many = Array.from({ length: 40 }, (_, i) => `A,a${i},1,${i}`).join("\n");
  const data = new Microdata(`${header}\n${many}\n`);
  expect(() => estimateFrom(data, readDesignFile("{}", data), { proportion: ["y=50"] })).toThrow(
    'Nobody has "50" in the column "y". It holds: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 30 more.',
  );
});

test.each([
  [
    "[]",
    "The design file is not understood: it is an object in braces, and {} is a simple random sample. It may",
  ],
  ['{ "strat": "region" }', 'The design file is not understood: it has no place for "strat". It may hold'],
  ['{ "weights": ["w"] }', 'The design file is not understood at "weights": write the name of one column'],
  ['{ "strata": 5 }', 'The design file is not understood at "strata": write a column, or a list of columns'],
  ['{ "nest": "yes" }', 'The design file is not understood at "nest": write true or false'],
  ['{ "singlePsu": "skip" }', 'at "singlePsu": write "fail", "remove", "certainty", "adjust" or "average"'],
])("the design file %s is met with what may stand there", (json, sentence) => {
  expect(() => readDesignFile(json, new Microdata(`${header}\nA,a1,1,2\n`))).toThrow(sentence);
});
