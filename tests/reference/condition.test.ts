import { Microdata } from "@tiltas/cli/microdata";
import { expect, test } from "vitest";
import { rowsWhere } from "./condition.ts";

const data = new Microdata("cit,sex,psu,a\nTR,f,1,4\nTR,m,2,\nEU,f,4,2\n,f,5,10\n");

test.each([
  ["cit == 'TR' & sex == 'f'", [1, 0, 0, 0]],
  ["psu in {1,4,5}", [1, 0, 1, 1]],
  ["psu %in% c(2, 4)", [0, 1, 1, 0]],
  ["cit != 'TR'", [0, 0, 1, 0]],
  ["a > 3 | a <= 2", [1, 0, 1, 1]],
  ["a > 3 | sex == 'm'", [1, 1, 0, 1]],
  ["!(a > 3)", [0, 0, 1, 0]],
  ["is.na(a) | !is.na(cit) & psu >= 4", [0, 1, 1, 0]],
])("%s", (condition, rows) => {
  expect([...rowsWhere(condition, data)]).toEqual(rows);
});

test("what cannot be read is named", () => {
  expect(() => rowsWhere("cit ~ 'TR'", data)).toThrow('cannot be read from " ~');
  expect(() => rowsWhere("cit ==", data)).toThrow("cannot be read");
});
