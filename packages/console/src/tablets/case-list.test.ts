import { expect, test } from "vitest";
import { checkList, type ListChecks } from "./case-list.ts";

const checks: ListChecks = {
  places: [
    { value: "13", label: "Vilnius" },
    { value: "19", label: "Kaunas" },
  ],
  ownPlace: null,
  languages: ["lt", "uk"],
  known: new Set(["13/J-9"]),
};
const check = (text: string, more: Partial<ListChecks> = {}) => checkList(text, { ...checks, ...more });
const aCase = (number: string, municipality: string | null = null, language: string | null = null) => ({
  number,
  municipality,
  language,
});

test.each([
  ["tabs of a spreadsheet", "J-1\t13\tuk\nJ-2\t\t"],
  ["semicolons", "J-1;13;uk\r\nJ-2\r\n\r\n"],
  ["commas and quotes", '\uFEFF"J-1","13","uk"\n"J-2"'],
  ["a head line, and places by name", "Number;Place;Language\nJ-1; vilnius ;uk\nJ-2"],
])("a list with %s is read", (_what, text) => {
  expect(check(text)).toEqual({ cases: [aCase("J-1", "13", "uk"), aCase("J-2")], wrong: [] });
});

test.each([
  ["a name in place of a number", "Anna Kovalenko", "number"],
  ["a column too many: a name, an address", "J-1;13;uk;Anna", "columns"],
  ["a place that is not one's own", "J-1;57", "place"],
  ["a language that the wave does not speak", "J-1;13;fr", "language"],
  ["a number that is in the wave", "J-9;13", "known"],
])("%s is objected to by its row", (_what, row, what) => {
  expect(check(`J-0\n${row}`)).toEqual({ cases: [aCase("J-0")], wrong: [{ line: 2, what }] });
});

test("a number that stands twice is objected to the second time; another municipality may have it", () => {
  expect(check("J-1;13\nJ-1;19\nJ-1;13").wrong).toEqual([{ line: 3, what: "twice" }]);
});

test("rows of a coordinator that name no place are of the own one", () => {
  expect(check("J-1", { ownPlace: "13" }).cases).toEqual([aCase("J-1", "13")]);
});
