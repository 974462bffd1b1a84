import { expect, test } from "vitest";
import { compareLithuanian } from "./collation.ts";

test("č, š and ž are letters of their own; ą, ė, į, y and ū stand with their base letters", () => {
  const sorted = [
    "Akmenė",
    "Ąžuolai",
    "Cirkliškis",
    "Čekiškė",
    "Kazlų Rūda",
    "Kėdainiai",
    "Kelmė",
    "Sudervė",
    "Šakiai",
    "Ukmergė",
    "Ūdrija",
    "Utena",
    "Zarasai",
    "Žagarė",
  ];
  // Ū is U: Ūdrija stands before Ukmergė.
  const expected = [
    "Akmenė",
    "Ąžuolai",
    "Cirkliškis",
    "Čekiškė",
    "Kazlų Rūda",
    "Kėdainiai",
    "Kelmė",
    "Sudervė",
    "Šakiai",
    "Ūdrija",
    "Ukmergė",
    "Utena",
    "Zarasai",
    "Žagarė",
  ];
  expect(sorted.toReversed().sort(compareLithuanian)).toEqual(expected);
});

test("letters that differ in a mark alone are ordered by it, and composed and decomposed text are the same", () => {
  expect(["ya", "įa", "ia"].sort(compareLithuanian)).toEqual(["ia", "įa", "ya"]);
  expect(compareLithuanian("Šakiai", "S\u030cakiai")).toBe(0);
});

test("a city stands before its district", () => {
  const names = ["Šiaulių rajono savivaldybė", "Šiaulių miesto savivaldybė"];
  expect(names.sort(compareLithuanian)[0]).toBe("Šiaulių miesto savivaldybė");
});
