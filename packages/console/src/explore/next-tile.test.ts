import { expect, test } from "vitest";
import { nextTile } from "./next-tile.ts";
import { tileLayout } from "./tile-layout.ts";

test.each([
  ["Klaipėda leads to its district", "21", "ArrowRight", "55"],
  ["up from Vilnius lies Vilnius district", "13", "ArrowUp", "41"],
  ["the way goes on over a gap", "77", "ArrowDown", "94"],
  ["at the sea one stays", "23", "ArrowLeft", "23"],
  ["other keys lead nowhere", "23", "a", "23"],
])("%s", (_, from, key, to) => expect(nextTile(from, key)).toBe(to));

test("every municipality can be reached by arrow keys alone", () => {
  const seen = new Set(["13"]);
  for (const code of seen)
    for (const key of ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]) seen.add(nextTile(code, key));
  expect(seen.size).toBe(tileLayout.length);
});
