import { expect, test } from "vitest";
import { madeLattice, madeMeasure, madeTables } from "../example-tables.ts";
import { type CellSystem, cellSystem } from "./cell-system.ts";

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
const system = cellSystem(crossings, madeLattice, (municipality) =>
  municipality === "6" ? "group" : "single",
);

/** Cells by name: crossing and codes. */
const namesIn = ({ cells }: CellSystem) =>
  cells.map(({ crossing, domain }) =>
    domain < 0 ? `rest ${crossing}` : (crossings[crossing]?.domains[domain]?.join(" ") ?? "") || "country",
  );
const sumsIn = (of: CellSystem) => {
  const names = namesIn(of);
  return of.sums.map(
    ({ whole, parts }) => `${names[whole]} = ${parts.map((part) => names[part]).join(" + ")}`,
  );
};
const named = namesIn(system);
const sums = sumsIn(system);

test("a municipality belongs to its group, a group to the country, a pair to both its margins", () => {
  expect(sums).toEqual([
    "country = east + west",
    "women = women east + women west",
    "men = men east + men west",
    "east = 1 + 2 + 3 + rest 2",
    "west = 4 + 5 + rest 2",
    "country = women + men",
    "east = women east + men east",
    "west = women west + men west",
  ]);
});

test("municipalities that do not stand alone are the rest of their group, and no cells of their own", () => {
  expect(named).not.toContain("6");
  expect(system.placeOf[2]?.[5]).toBe(-1);
  expect(system.rests.size).toBe(2);
});

test("people outside the population add up to nothing", () => {
  const apart = ["outside-population"] as const;
  const tables = madeTables(
    [madeMeasure("tst.01")],
    [
      { crossing: [], domains: [[]], cells: [[400]] },
      { crossing: apart, domains: [["asylum"]], cells: [[40]] },
    ],
  );
  const { sums, cells } = cellSystem(tables.crossings, madeLattice, () => "single");
  expect([cells.length, sums]).toEqual([2, []]);
});

test("the country is known, whatever the order of crossings", () => {
  expect(named[system.country]).toBe("country");
});

test("where the lattice does not cross groups the same way, municipalities add up to the country", () => {
  const without = crossings.filter(({ crossing }) => !crossing.includes("municipality-group"));
  const { sums: found, cells } = cellSystem(without, madeLattice, () => "single");
  expect(found[0]?.parts).toHaveLength(7);
  expect(cells[found[0]?.whole ?? -1]).toEqual({ crossing: 0, domain: 0 });
});

test("a group without figures follows from the country, alone or with others, so it is a cell", () => {
  const silent = crossings.map((table) => ({
    ...table,
    cells: table.cells.map((row) =>
      row.map((cell, domain) => (table.domains[domain]?.includes("west") ? null : cell)),
    ),
  }));
  expect(sumsIn(cellSystem(silent, madeLattice, () => "single"))).toEqual([
    "country = east + rest 1",
    "women = women east + rest 4",
    "men = men east + rest 4",
    "east = 1 + 2 + 3 + rest 2",
    "rest 1 = 4 + 5 + 6 + rest 2",
    "country = women + men",
    "east = women east + men east",
    "rest 1 = rest 4 + rest 4",
  ]);
});

test("where no group has figures, municipalities add up to the country", () => {
  const silent = crossings.map((table) => ({
    ...table,
    cells: table.cells.map((row) =>
      row.map((cell) => (table.crossing.includes("municipality-group") ? null : cell)),
    ),
  }));
  const found = cellSystem(silent, madeLattice, () => "single");
  expect(sumsIn(found)).toEqual(["country = 1 + 2 + 3 + 4 + 5 + 6 + rest 2", "country = women + men"]);
});

test("cells of two waves add up to one another, not to the group of one wave", () => {
  const [country, groups, municipalities] = crossings;
  const { crossings: bySex } = madeTables(
    [madeMeasure("tst.01")],
    [
      {
        crossing: ["municipality", "sex"],
        domains: [
          ["6", "women"],
          ["6", "men"],
        ],
        cells: [[57, 3]],
      },
    ],
  );
  const tables = [country!, groups!, municipalities!, ...bySex];
  const { sums: found, placeOf } = cellSystem(tables, madeLattice, (code) =>
    code === "6" ? "pooled" : "single",
  );
  const [place = -1, women = -1, men = -1] = [placeOf[2]?.[5], ...(placeOf[3] ?? [])];
  expect(found).toContainEqual({ whole: place, parts: [women, men] });
  expect(found.filter(({ parts }) => parts.includes(place))).toEqual([]);
});
