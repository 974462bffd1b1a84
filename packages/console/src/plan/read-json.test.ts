import { expect, test } from "vitest";
import { readJson } from "./read-json.ts";

test("a text is read, or refused by line and column", () => {
  expect(readJson('{"fewest": 20}')).toEqual({ value: { fewest: 20 } });
  expect(readJson('{\n  "fewest": 20,\n}')).toEqual({ line: 3, column: 1 });
  expect(readJson('{\n  "fewest": 20')).toMatchObject({ line: 2 });
});
