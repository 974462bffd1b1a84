import { firstLook, releaseTables } from "@tiltas/analysis/disclosure";
import { describe, expect, test } from "vitest";
import { bounds, having, type IsHidden } from "./disclosure-attack.ts";
import { full, isProtected, type Made, ministry, tables, tooClose } from "./disclosure-rule.ts";

/** Everything that one reader of a release does not see, and what of it is marked as protecting people. */
async function hiddenBy({ working: made }: Made): Promise<{ isHidden: IsHidden; isMarked: IsHidden }> {
  const { crossings } = await releaseTables(made, ministry);
  const stateOf = (measure: number, crossing: number, domain: number) =>
    crossings[crossing]?.cells[measure]?.[domain]?.state;
  return {
    isHidden: (...cell) => ["protected", "not-shown-here"].includes(stateOf(...cell) ?? ""),
    isMarked: (...cell) => stateOf(...cell) === "protected",
  };
}

interface HiddenCells {
  /** With too few people, wherever they are not shown; municipalities that speak through their group are no cells. */
  readonly few: number;
  /** Hidden for the sake of others. */
  readonly beside: number;
  /** Of these: too imprecise to have been shown. */
  readonly imprecise: number;
}

async function hiddenCells(made: Made): Promise<HiddenCells> {
  const { isMarked } = await hiddenBy(made);
  const cells = made.crossings.flatMap((table, crossing) =>
    table.cells[0]!.flatMap((cell, domain) => {
      const isMarkedHere = isMarked(0, crossing, domain);
      const isMerged = table.crossing[0] === "municipality" && !isMarkedHere;
      return cell ? [{ cell, isMarkedHere, isMerged }] : [];
    }),
  );
  const beside = cells.filter(({ cell, isMarkedHere }) => isMarkedHere && !isProtected(cell));
  return {
    few: cells.filter(({ cell, isMerged }) => isProtected(cell) && !isMerged).length,
    beside: beside.length,
    imprecise: beside.filter(({ cell }) => cell.base < ministry.precision.showFrom).length,
  };
}

/** The protection taken away: only what the rules for one cell alone hide. */
function hiddenByThemselves(made: Made): IsHidden {
  const merged = new Set(made.ladder.flatMap((rung) => (rung.stands === "group" ? [rung.municipality] : [])));
  return (_, crossing, domain) => {
    const table = made.crossings[crossing]!;
    if (made.working.crossings[crossing]!.cells[0]![domain] === null) return true;
    if (table.crossing[0] === "municipality" && merged.has(table.domains[domain]?.[0] ?? "")) return true;
    return made.measures.some(
      (measure, row) =>
        firstLook(table.cells[row]![domain]!, measure, ministry) === "protected" &&
        isProtected(table.cells[row]![domain]!),
    );
  };
}

describe("S01: a linear programme over everything released", () => {
  const made = tables(full ? 500 : 60);

  test("finds no protected number of respondents more closely than the rule allows", async () => {
    for (const one of made) {
      const { isHidden } = await hiddenBy(one);
      expect(tooClose(one, isHidden)).toEqual([]);
    }
  });

  test("does not win by hiding everything: for each cell that needs protection at most one other is hidden", async () => {
    const hidden = await Promise.all(made.map(hiddenCells));
    const sum = (of: (table: HiddenCells) => number) => hidden.reduce((held, table) => held + of(table), 0);
    expect(sum(({ beside }) => beside)).toBeLessThanOrEqual(sum(({ few }) => few));
    const lossOf = ({ few, beside, imprecise }: HiddenCells) => (beside - imprecise) / Math.max(1, few);
    expect(sum(lossOf) / made.length).toBeLessThanOrEqual(1);
  });

  test("finds no number of people with a trait more closely than half of the rarer side", async () => {
    for (const one of made.slice(0, full ? 500 : 20)) {
      const { isHidden } = await hiddenBy(one);
      for (const measure of one.measures.keys()) {
        const found = bounds(one, measure, isHidden, having, isProtected).filter(({ cell, low, high }) => {
          const value = cell.estimate.value ?? 0;
          const rarer = Math.min(value, 1 - value) * cell.weightedBase;
          return high - low < ministry.interval.share * rarer - 1e-3;
        });
        expect(found).toEqual([]);
      }
    }
  });

  test("control: with the rules for single cells alone it breaks nine tables in ten", () => {
    const broken = made.filter((one) => tooClose(one, hiddenByThemselves(one)).length > 0);
    expect(broken.length).toBeGreaterThanOrEqual(0.9 * made.length);
  });
});

describe("S02: the same in whole numbers", () => {
  test("finds no more", async () => {
    for (const one of tables(full ? 500 : 20)) {
      const cells = one.crossings.reduce((sum, { domains }) => sum + domains.length, 0);
      expect(cells).toBeLessThanOrEqual(200);
      const { isHidden } = await hiddenBy(one);
      expect(tooClose(one, isHidden, true)).toEqual([]);
    }
  });
});
