import {
  type MaskCache,
  type Policy,
  type ReleasedTables,
  releaseEach,
  releaseTables,
  wouldExposeChanges,
} from "@tiltas/analysis/disclosure";
import type { WorkingTables } from "@tiltas/analysis/lattice";
import { describe, expect, test } from "vitest";
import type { IsHidden } from "./disclosure-attack.ts";
import { full, ministry, policies, tables, tooClose } from "./disclosure-rule.ts";
import { chanceFrom, population, tablesOf } from "./disclosure-tables.ts";

/** Hidden from everybody who puts these releases together; what one of them rounds is taken as exact. */
const hiddenFromAll =
  (releases: readonly ReleasedTables[]): IsHidden =>
  (measure, crossing, domain) =>
    releases.every(({ crossings }) => {
      const state = crossings[crossing]?.cells[measure]?.[domain]?.state;
      return state === "protected" || state === "not-shown-here";
    });

/** The ministry, and a public for whom more must be hidden: in these tables both policies would hide alike. */
const circles: readonly Policy[] = [...policies.values()].map((policy) =>
  policy.id === "public"
    ? { ...policy, protect: { ...policy.protect, below: 14, sensitiveBelow: 14 } }
    : policy,
);

describe("S06: readers of the ministry's and the public release who put them together", () => {
  const made = tables(full ? 500 : 40);

  test("work out no protected number", async () => {
    for (const one of made) {
      const releases = await releaseEach(one.working, circles);
      expect(tooClose(one, hiddenFromAll(releases))).toEqual([]);
    }
  });

  test("control: of releases that do not know of each other they do", async () => {
    const broken: WorkingTables[] = [];
    for (const one of made) {
      const alone = await Promise.all(circles.map((policy) => releaseTables(one.working, policy)));
      if (tooClose(one, hiddenFromAll(alone)).length > 0) broken.push(one);
    }
    expect(broken.length).toBeGreaterThan(0);
  });
});

test("what was kept of an earlier computation makes no other release, whichever part of it is left", async () => {
  for (const { working } of tables(full ? 200 : 30)) {
    const kept = new Map<string, string>();
    const cellsWith = async (cache: MaskCache) =>
      (await releaseEach(working, circles, { cache })).map(({ crossings }) => crossings);
    const nothingKept = (await releaseEach(working, circles)).map(({ crossings }) => crossings);
    expect(await cellsWith(kept)).toEqual(nothingKept);
    const [ministrys] = [...kept];
    expect(await cellsWith(new Map([ministrys!]))).toEqual(nothingKept);
  }
});

describe("S08: the same wave released before and after one respondent withdrew", () => {
  const cellsOf = ({ crossings }: ReleasedTables) => crossings.flatMap(({ cells }) => cells.flat());

  test("would differ in cells that speak of that person alone, so it is not released again", async () => {
    for (const seed of [3, 5, 8, 13]) {
      const all = population(seed);
      const gone = Math.floor(chanceFrom(seed)() * all.people.length);
      const less = { ...all, people: all.people.filter((_, place) => place !== gone) };
      const [before, after] = await Promise.all(
        [all, less].map((one) => releaseTables(tablesOf(one), ministry)),
      );
      const differing = cellsOf(before!).filter(
        (cell, place) => JSON.stringify(cell) !== JSON.stringify(cellsOf(after!)[place]),
      );
      expect(differing.length).toBeGreaterThan(0);
      for (const policy of policies.values()) expect(wouldExposeChanges(1, policy)).toBe(true);
    }
  });

  test("from ten changed records on it may be", () => {
    for (const policy of policies.values()) {
      expect(wouldExposeChanges(9, policy)).toBe(true);
      expect(wouldExposeChanges(10, policy)).toBe(false);
    }
  });
});
