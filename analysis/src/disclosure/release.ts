import { isLeftOut, maskOf } from "./mask.ts";
import type { DisclosurePolicy } from "./policy.ts";
import type { Table, TableCell } from "./table.ts";

/** Made by `release` alone: the symbol does not leave this file. */
const released: unique symbol = Symbol("released");

/** A table that may be shown to anyone: whatever is hidden is not in it. */
export interface ReleasedTable {
  readonly [released]: true;
  readonly policy: DisclosurePolicy;
  readonly columns: readonly { readonly id: string }[];
  readonly total: readonly ReleasedCell[];
  readonly rows: readonly { readonly code: string; readonly cells: readonly ReleasedCell[] }[];
}

export type ReleasedCell =
  /** A dependable estimate, or one to be read with care. */
  | (ShownEstimate & { readonly state: "published" | "few-observations" })
  /** The indicator is by definition not about this domain, or not shown of any domain. */
  | { readonly state: "left-out" }
  /** Hidden to protect people; nothing of it is kept. */
  | { readonly state: "hidden" }
  /** There is no estimate, or too many of those asked did not answer. */
  | { readonly state: "not-estimable"; readonly reason: "no-estimate" | "nonresponse" };

/** Numbers rounded to six decimals, so that the last bit of a logarithm never shows. */
export interface ShownEstimate {
  readonly value: number;
  /** Limits of the 95 % interval; null where there is none. */
  readonly low: number | null;
  readonly high: number | null;
  readonly respondents: number;
  readonly effectiveRespondents: number | null;
  readonly designEffect: number | null;
  readonly itemNonresponse: number;
  readonly prorated: number | null;
}

/** The table cannot be released as it stands. */
export class DisclosureError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "DisclosureError";
  }
}

/**
 * The only door from working estimates to anything people see.
 *
 * @throws DisclosureError if the rows do not add up to the total: then what is missing could be found by subtraction
 */
export function release(table: Table, policy: DisclosurePolicy): ReleasedTable {
  refuseGaps(table);
  const masks = new Map<number, ReturnType<typeof maskOf>>();
  for (const members of columnsByUniverse(table).values()) {
    const mask = maskOf(members, table, policy);
    for (const column of members) masks.set(column, mask);
  }
  const hides = (column: number, row: number | "total") => {
    const mask = masks.get(column);
    return !mask || mask.columns.has(column) || (row !== "total" && mask.rows.has(row));
  };
  const releaseRow = (cells: readonly TableCell[], row: number | "total") =>
    Object.freeze(
      cells.map((cell, column) => {
        if (isLeftOut(cell) || (row !== "total" && table.columns[column]?.totalOnly)) return leftOut;
        return hides(column, row) ? hidden : Object.freeze(shownCell(cell, policy));
      }),
    );
  return Object.freeze({
    [released]: true as const,
    policy: Object.freeze({ ...policy }),
    columns: Object.freeze(table.columns.map(({ id }) => Object.freeze({ id }))),
    total: releaseRow(table.total, "total"),
    rows: Object.freeze(
      table.rows.map(({ code, cells }, row) => Object.freeze({ code, cells: releaseRow(cells, row) })),
    ),
  });
}

const hidden: ReleasedCell = Object.freeze({ state: "hidden" });
const leftOut: ReleasedCell = Object.freeze({ state: "left-out" });

function shownCell({ estimate, prorated }: TableCell, policy: DisclosurePolicy): ReleasedCell {
  const { value, interval, respondents, itemNonresponse } = estimate;
  if (value === null) return { state: "not-estimable", reason: "no-estimate" };
  if (itemNonresponse > (policy.withholdAboveNonresponse ?? 1))
    return { state: "not-estimable", reason: "nonresponse" };
  return {
    state: respondents < policy.fewBelow ? "few-observations" : "published",
    value: rounded(value),
    low: interval && rounded(interval.low),
    high: interval && rounded(interval.high),
    respondents,
    effectiveRespondents:
      estimate.effectiveRespondents === null ? null : rounded(estimate.effectiveRespondents),
    designEffect: estimate.designEffect === null ? null : rounded(estimate.designEffect),
    itemNonresponse: rounded(itemNonresponse),
    prorated: prorated === null ? null : rounded(prorated),
  };
}

function columnsByUniverse(table: Table): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const [column, { universe, totalOnly = false }] of table.columns.entries()) {
    const key = JSON.stringify([universe, totalOnly]);
    const members = groups.get(key);
    if (members) members.push(column);
    else groups.set(key, [column]);
  }
  return groups;
}

function refuseGaps(table: Table): void {
  if (table.rows.length === 0) return;
  for (const [column, { id, totalOnly }] of table.columns.entries()) {
    if (totalOnly) continue;
    const inRows = table.rows.reduce((sum, row) => sum + (row.cells[column]?.estimate.respondents ?? 0), 0);
    if (inRows === table.total[column]?.estimate.respondents) continue;
    throw new DisclosureError(
      `The rows of ${id} do not add up to its total, so the rest could be found by subtraction. Give the respondents without a domain a row of their own.`,
    );
  }
}

/** Six decimals, and never a negative zero. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6 + 0;
}
