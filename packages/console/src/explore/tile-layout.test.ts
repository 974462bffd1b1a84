import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { tileLayout } from "./tile-layout.ts";

test("the map has one tile for each of the 60 municipalities, and no two on one place", () => {
  const municipalities: { code: string }[] = JSON.parse(
    readFileSync(new URL("../../../../instruments/municipalities.json", import.meta.url), "utf8"),
  );
  expect(tileLayout.map(({ code }) => code).sort()).toEqual(municipalities.map(({ code }) => code).sort());
  expect(new Set(tileLayout.map(({ row, column }) => `${row}/${column}`)).size).toBe(60);
});

test("short names fit a tile and are never said of two places", () => {
  for (const name of ["short", "letters"] as const)
    expect(new Set(tileLayout.map((tile) => tile[name])).size).toBe(60);
  expect(tileLayout.filter(({ short, letters }) => short.length > 11 || letters.length > 3)).toEqual([]);
});
