import type { VariableDescription } from "@tiltas/instrument/codebook";
import { firstCode, type KeptCell, reasonCell } from "./cells.ts";
import type { Variable } from "./dataset.ts";

/**
 * How the cells of one variable of a version become cells of a variable of the dataset. Missing reasons stay what they
 * are; an answer that has no certain counterpart is "not-in-version".
 */
export interface Take {
  /** Place among the variables of the version. */
  readonly from: number;
  /** Of codes, by kept cell: the cell it becomes; for a number `firstCode`, and the number in `numbers`. */
  readonly cells: Uint16Array;
  /** Codes that become numbers, by kept cell. */
  readonly numbers?: Float64Array;
  /** Numbers that become others; absent where they stay what they are. */
  readonly renumbered?: Renumbering;
}

export interface Renumbering {
  /** By number (other keys are never looked up): what it becomes. */
  readonly to: ReadonlyMap<string | number, Telling>;
  /** Whether numbers that are not named stay what they are. */
  readonly keepsOthers: boolean;
}

/** A cell with its number, where it has one. */
export interface Telling {
  readonly kept: KeptCell;
  readonly number: number;
}

type Described = Pick<VariableDescription, "kind" | "codes">;

export const noCounterpart: KeptCell = reasonCell["not-in-version"];

/** Reasons as they are; every code without a counterpart yet. */
export function emptyTable({ codes, kind }: Described): Uint16Array {
  const cells = new Uint16Array(firstCode + (kind === "number" ? 1 : codes.length)).fill(noCounterpart);
  for (let reason = 0; reason < firstCode; reason++) cells[reason] = reason === 0 ? noCounterpart : reason;
  if (kind === "number") cells[firstCode] = firstCode;
  return cells;
}

/** The same variable in both: codes by themselves, wherever they stand in the two lists. */
export function sameVariable(from: number, source: Described, target: Pick<Variable, "codes">): Take {
  const cells = emptyTable(source);
  const placeOf = new Map<unknown, number>(target.codes.map(({ code }, place) => [code, place]));
  source.codes.forEach(({ code }, index) => {
    const place = source.kind === "code" ? placeOf.get(code) : undefined;
    if (place !== undefined) cells[firstCode + index] = firstCode + place;
  });
  return { from, cells };
}
