import { expect, test } from "vitest";
import { matching } from "./search.ts";

const places = [
  { code: "29", names: ["Šiaulių miesto savivaldybė", "Šiauliai City", "Шяуляй, місто"] },
  { code: "81", names: ["Ukmergės rajono savivaldybė", "Ukmergė District", "Укмергський район"] },
  { code: "13", names: ["Vilniaus miesto savivaldybė", "Vilnius City", "Вільнюс, місто"] },
];
const found = (typed: string) => matching(places, typed).map(({ code }) => code);

test("a municipality is found without Lithuanian letters", () => {
  expect(found("siau")).toEqual(["29"]);
  expect(found("UKMERGES")).toEqual(["81"]);
});

test("it is found by its name in any language, whichever is on the screen", () => {
  expect(found("vilnius")).toEqual(["13"]);
  expect(found("вільн")).toEqual(["13"]);
});

test("letters inside a word do not count, the beginning of any word does", () => {
  expect(found("city")).toEqual(["29", "13"]);
  expect(found("aus")).toEqual([]);
});

test("nothing typed shows the whole list", () => {
  expect(found(" ")).toEqual(["29", "81", "13"]);
});
