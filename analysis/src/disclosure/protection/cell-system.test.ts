import { expect, test } from "vitest";
import { madeLattice, madeMeasure, madeTables } from "../example-tables.ts";
import { cellSystem } from "./cell-system.ts";

const { crossings } = madeTables(
  [madeMeasure("tst.01")],
  [
    { crossing: [], domains: [[]], cells: [[400]] },
    { crossing: ["municipality-group"], domains: [["east"], ["west"]], cells: [[200, 200]] },
    {
      crossing: ["municipality"],
      domains: ["1", "2", "3", "4", "5", "6"].map((code) => [code]),
      cells: [[3, 100, 97, 50, 60, 90]],
    },
    { crossing: ["sex"], domains: [["women"], ["men"]], cells: [[220, 180]] },
    {
      crossing: ["sex", "municipality-group"],
      domains: [
        ["women", "east"],
        ["men", "east"],
        ["women", "west"],
        ["men", "west"],
      ],
      cells: [[110, 90, 110, 90]],
    },
  ],
);
const system = cellSystem(crossings, madeLattice, (municipality) => municipality !== "6");

/** Cells by name: crossing and codes. */
const named = system.cells.map(({ crossing, domain }) =>
  domain < 0 ? `rest ${crossing}` : (crossings[crossing]?.domains[domain]?.join(" ") ?? "") || "country",
);
const sums = system.sums.map(
  ({ whole, parts }) => `${named[whole]} = ${parts.map((part) => named[part]).join(" + ")}`,
);

test("a municipality belongs to its group, a group to the country, a pair to both its margins", () => {
  expect(sums).toEqual([
    "east = 1 + 2 + 3 + rest 2",
    "west = 4 + 5 + rest 2",
    "country = east + west",
    "country = women + men",
    "east = women east + men east",
    "west = women west + men west",
    "women = women east + women west",
    "men = men east + men west",
  ]);
});

test("municipalities that do not stand alone are the rest of their group, and no cells of their own", () => {
  expect(named).not.toContain("6");
  expect(system.placeOf[2]?.[5]).toBe(-1);
  expect(system.rests.size).toBe(2);
});

test("the country is known, whatever the order of crossings", () => {
  expect(named[system.country]).toBe("country");
});

test("where the lattice does not cross groups the same way, municipalities add up to the country", () => {
  const without = crossings.filter(({ crossing }) => !crossing.includes("municipality-group"));
  const { sums: found, cells } = cellSystem(without, madeLattice, () => true);
  expect(found[0]?.parts).toHaveLength(7);
  expect(cells[found[0]?.whole ?? -1]).toEqual({ crossing: 0, domain: 0 });
});
