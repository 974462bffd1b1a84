import { expect, test } from "vitest";
import { tabSeparated } from "./tab-separated.ts";

test("a copied table pastes into a spreadsheet cell by cell", () => {
  expect(
    tabSeparated([
      ["Place", "Band"],
      ["Jonava\tDistrict", "0–9"],
    ]),
  ).toBe("Place\tBand\nJonava District\t0–9");
});
