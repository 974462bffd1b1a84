import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Estimate } from "../estimation/index.ts";
import {
  DisclosureError,
  type ReleasedCell,
  release,
  standardPolicy,
  type Table,
  type TableCell,
} from "./index.ts";

const policy = standardPolicy;

function cellOf(respondents: number, more: Partial<Estimate> = {}): TableCell {
  const value = 0.123456 + respondents;
  const estimate: Estimate = {
    value,
    standardError: 0.0765,
    interval: { low: value - 0.1, high: value + 0.1, method: "logit" },
    degreesOfFreedom: 999,
    respondents,
    effectiveRespondents: respondents / 1.7,
    designEffect: 1.7,
    itemNonresponse: 0.04,
    ...more,
  };
  return { estimate, prorated: null };
}

/** counts[row][column]; `universes[column]`. */
function tableOf(counts: readonly (readonly number[])[], universes: readonly string[]): Table {
  return {
    columns: universes.map((universe, column) => ({ id: `tst.0${column}`, universe })),
    total: universes.map((_, column) => cellOf(counts.reduce((sum, row) => sum + (row[column] ?? 0), 0))),
    rows: counts.map((row, i) => ({ code: String(i), cells: row.map((count) => cellOf(count)) })),
  };
}

const states = (cells: readonly (ReleasedCell | undefined)[]) => cells.map((cell) => cell?.state);
const column = (counts: readonly number[]) =>
  tableOf(
    counts.map((count) => [count]),
    ["all"],
  );
const statesOf = (counts: readonly number[]) =>
  states(release(column(counts), policy).rows.map(({ cells }) => cells[0]));

describe("a single column", () => {
  test("20 respondents are enough to be shown, 19 are not; below 50 are few observations", () => {
    expect(statesOf([19, 18, 20, 49, 50])).toEqual([
      "hidden",
      "hidden",
      "few-observations",
      "few-observations",
      "published",
    ]);
  });

  test("a single hidden domain takes the smallest shown one with it, so that the total may stay", () => {
    expect(statesOf([7, 90, 40, 60])).toEqual(["hidden", "published", "hidden", "published"]);
  });

  test("two hidden domains of 3 and 4 people would be a group of 7: the next smallest is hidden too", () => {
    expect(statesOf([3, 4, 30, 200])).toEqual(["hidden", "hidden", "hidden", "published"]);
  });

  test("an empty domain shelters nobody", () => {
    expect(statesOf([0, 12, 0, 30, 60])).toEqual(["hidden", "hidden", "hidden", "hidden", "published"]);
  });

  test("a total of fewer than 20 hides the column altogether", () => {
    const { total, rows } = release(column([9, 10]), policy);
    expect(states(total)).toEqual(["hidden"]);
    expect(states(rows.map(({ cells }) => cells[0]))).toEqual(["hidden", "hidden"]);
  });
});

describe("columns that share a universe", () => {
  test("hide the same domains, even where one alone could be shown", () => {
    const { rows } = release(
      tableOf(
        [
          [25, 19],
          [30, 28],
          [90, 90],
        ],
        ["all", "all"],
      ),
      policy,
    );
    expect(rows.map(({ cells }) => states(cells))).toEqual([
      ["hidden", "hidden"],
      ["hidden", "hidden"],
      ["published", "published"],
    ]);
  });

  test("do not hide for the sake of a column that nobody sees", () => {
    const { rows } = release(
      tableOf(
        [
          [25, 3],
          [30, 4],
          [90, 5],
        ],
        ["all", "all"],
      ),
      policy,
    );
    expect(rows.map(({ cells }) => states(cells))).toEqual([
      ["few-observations", "hidden"],
      ["few-observations", "hidden"],
      ["published", "hidden"],
    ]);
  });

  test("leave columns over other people alone", () => {
    const { rows } = release(
      tableOf(
        [
          [25, 3],
          [30, 40],
          [90, 90],
        ],
        ["all", "working"],
      ),
      policy,
    );
    expect(states(rows.map(({ cells }) => cells[0]))).toEqual([
      "few-observations",
      "few-observations",
      "published",
    ]);
  });
});

test("a domain the indicator is not about is left out, and neither hides nor shelters anyone", () => {
  const table = tableOf([[0], [0], [30], [90]], ["partners"]);
  const rows = table.rows.map((row, i) => ({
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, leftOut: i < 2 })),
  }));
  const released = release({ ...table, rows }, policy);
  expect(states(released.rows.map(({ cells }) => cells[0]))).toEqual([
    "left-out",
    "left-out",
    "few-observations",
    "published",
  ]);
});

test("people without a domain need a row of their own, or they could be found by subtraction", () => {
  const table = column([30, 40]);
  expect(() => release({ ...table, total: [cellOf(75)] }, policy)).toThrow(DisclosureError);
});

test("where more than 30% of those asked did not answer there is no estimate", () => {
  const table: Table = {
    columns: [{ id: "tst.01", universe: "all" }],
    total: [cellOf(90, { itemNonresponse: 0.31 })],
    rows: [],
  };
  expect(release(table, policy).total).toEqual([{ state: "not-estimable", reason: "nonresponse" }]);
});

test("an estimate that could not be made is not called hidden", () => {
  const table: Table = {
    columns: [{ id: "tst.01", universe: "all" }],
    total: [cellOf(90, { value: null, interval: null, reason: "single-psu" })],
    rows: [],
  };
  expect(release(table, policy).total).toEqual([{ state: "not-estimable", reason: "no-estimate" }]);
});

const runs = { seed: 20261121, numRuns: 400 };

const anyTable = fc
  .record({
    rows: fc.integer({ min: 1, max: 12 }),
    universes: fc.array(fc.constantFrom("all", "working", "renting"), { minLength: 1, maxLength: 5 }),
  })
  .chain(({ rows, universes }) =>
    fc
      .array(
        fc.array(fc.integer({ min: 0, max: 70 }), {
          minLength: universes.length,
          maxLength: universes.length,
        }),
        { minLength: rows, maxLength: rows },
      )
      .map((counts) => ({ counts, universes })),
  );

describe("whatever the table", () => {
  test("nothing shown rests on fewer than 20 respondents, and what is hidden has left no trace", () => {
    fc.assert(
      fc.property(anyTable, ({ counts, universes }) => {
        const released = release(tableOf(counts, universes), policy);
        for (const cell of [...released.total, ...released.rows.flatMap(({ cells }) => cells)]) {
          if (cell.state === "hidden") expect(JSON.stringify(cell)).toBe('{"state":"hidden"}');
          else expect("respondents" in cell && cell.respondents).toBeGreaterThanOrEqual(policy.hideBelow);
        }
        const text = JSON.stringify(released);
        const numbers = new Set(text.match(/[\d.]+/g));
        const shown = [...released.total, ...released.rows.flatMap(({ cells }) => cells)];
        const values = new Set(shown.flatMap((cell) => ("value" in cell ? [cell.value] : [])));
        for (const count of counts.flat())
          if (!values.has(count + 0.123456)) expect(numbers).not.toContain(String(count + 0.123456));
        expect(text).not.toContain("standardError");
      }),
      runs,
    );
  });

  test("the total minus what is shown is nobody, or at least 20 people in two domains or more", () => {
    fc.assert(
      fc.property(anyTable, ({ counts, universes }) => {
        const released = release(tableOf(counts, universes), policy);
        for (const place of universes.keys()) {
          const hidden = counts
            .filter((_, row) => released.rows[row]?.cells[place]?.state === "hidden")
            .map((row) => row[place] ?? 0);
          const isTotalShown = released.total[place]?.state !== "hidden";
          if (!isTotalShown || hidden.length === 0 || hidden.length === counts.length) continue;
          expect(hidden.filter((count) => count > 0).length).toBeGreaterThanOrEqual(2);
          expect(hidden.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(policy.hideBelow);
        }
      }),
      runs,
    );
  });

  test("columns over the same people that are shown at all hide the same domains", () => {
    fc.assert(
      fc.property(anyTable, ({ counts, universes }) => {
        const released = release(tableOf(counts, universes), policy);
        const masks = new Map<string, string>();
        for (const [place, universe] of universes.entries()) {
          if (released.total[place]?.state === "hidden") continue;
          const mask = released.rows.map(({ cells }) => cells[place]?.state === "hidden").join();
          expect(masks.get(universe) ?? mask).toBe(mask);
          masks.set(universe, mask);
        }
      }),
      runs,
    );
  });
});

describe("a column of which only the total is shown", () => {
  const table = tableOf(
    [
      [15, 15],
      [60, 60],
      [70, 70],
    ],
    ["all", "all"],
  );
  const [shown, whole] = table.columns;
  const mixed = { ...table, columns: [shown!, { ...whole!, totalOnly: true }] };

  test("releases nothing of its rows", () => {
    const { total, rows } = release(mixed, policy);
    expect(states(total)).toEqual(["published", "published"]);
    expect(rows.map(({ cells }) => cells[1]?.state)).toEqual(["left-out", "left-out", "left-out"]);
    expect(JSON.stringify(rows.map(({ cells }) => cells[1]))).not.toContain("value");
  });

  test("does not widen what is hidden of the others, whatever its rows count", () => {
    const few = { ...mixed, rows: mixed.rows.map((row) => ({ ...row, cells: [row.cells[0]!, cellOf(1)] })) };
    const sum = { ...few, total: [few.total[0]!, cellOf(3)] };
    expect(states(release(sum, policy).rows.map(({ cells }) => cells[0]))).toEqual([
      "hidden",
      "hidden",
      "published",
    ]);
    expect(release(sum, policy).total[1]?.state).toBe("hidden");
  });
});
