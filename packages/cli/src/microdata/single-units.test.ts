import { expect, test } from "vitest";
import { estimateFrom, Microdata, readDesignFile } from "./index.ts";
import { singleUnits } from "./single-units.ts";

const design = '{ "strata": "region", "clusters": "venue", "weights": "w" }';

test("a stratum with one venue is named, with what to do about it", () => {
  const data = new Microdata("region,venue,w,y\nA,a1,1,2\nA,a2,1,3\nB,b1,1,4\nB,b1,1,5\n");
  const sentence = singleUnits(readDesignFile(design, data), design, data);
  expect(sentence).toContain('The stratum "B" of "region" has a single PSU.');
  expect(sentence).toContain('"remove"');
});

test("one respondent without strata is called a sample of one, not a stratum", () => {
  const data = new Microdata("w,y\n1,2\n");
  const weights = '{ "weights": "w" }';
  expect(singleUnits(readDesignFile(weights, data), weights, data)).toContain("whole sample");
});

test("where every stratum has two venues there is nothing to say", () => {
  const data = new Microdata("region,venue,w,y\nA,a1,1,2\nA,a2,1,3\n");
  expect(singleUnits(readDesignFile(design, data), design, data)).toBeUndefined();
});

test("a column that nobody filled in makes no empty table", () => {
  const data = new Microdata("region,venue,w,y,e\nA,a1,1,2,\nA,a2,1,3,\n");
  const sample = readDesignFile(design, data);
  expect(() => estimateFrom(data, sample, { proportion: ["e"] })).toThrow(
    'Nobody has a value in the column "e"',
  );
  expect(() => estimateFrom(data, sample, { mean: ["y"], by: "e" })).toThrow(
    'Nobody has a value in the column "e"',
  );
});
