import { firstCode, type KeptCell } from "./cells.ts";
import { type Column, missingReasons, type Variable } from "./dataset.ts";
import type { KeptRows } from "./kept-rows.ts";
import { placeInSegment, segmentOf } from "./row-layout.ts";
import { noCounterpart, type Take } from "./take.ts";
import { WithdrawnMeanwhile } from "./withdrawn-meanwhile.ts";

/** Rows of one version that stand in a dataset. */
export interface PlacedRows {
  readonly kept: KeptRows;
  /** Places where they are kept, and the rows of the dataset they are. */
  readonly slots: Uint32Array;
  readonly positions: Uint32Array;
}

/** What one version gives to a variable: several takes where several of its variables became one; none where it had none. */
export interface ColumnPart {
  readonly placed: PlacedRows;
  readonly takes: readonly Take[];
}

/** The column of one variable over all versions. */
export function decodeColumn(variable: Variable, parts: readonly ColumnPart[], rows: number): Column {
  const isCode = variable.kind === "code";
  const values = isCode ? new Int16Array(rows).fill(-1) : new Float64Array(rows).fill(Number.NaN);
  const missing = new Uint8Array(rows).fill(noCounterpart);
  for (const { placed, takes } of parts) {
    const [take, ...others] = takes;
    if (take === undefined) continue;
    if (others.length > 0) decodeMerged(takes, placed, { variable, values, missing });
    else if (isCode && take.renumbered === undefined) decodeCodes(take, placed, { values, missing });
    else decodeOne(take, placed, { variable, values, missing });
  }
  return { variable, values, missing };
}

/** Codes of one variable, which is nearly all there is. */
function decodeCodes(
  { from, cells }: Take,
  { kept, slots, positions }: PlacedRows,
  { values, missing }: Pick<Column, "values" | "missing">,
): void {
  const codeOf = Int16Array.from(cells, (cell) => (cell < firstCode ? -1 : cell - firstCode));
  const reasonOf = Uint8Array.from(cells, (cell) => (cell < firstCode ? cell : 0));
  const columns = kept.segments.map((segment) => segment.kept(from));
  for (let i = 0; i < slots.length; i++) {
    const slot = slots[i]!;
    const row = positions[i]!;
    const cell = columns[segmentOf(slot)]![placeInSegment(slot)]!;
    if (cell === 0) throw new WithdrawnMeanwhile();
    values[row] = codeOf[cell]!;
    missing[row] = reasonOf[cell]!;
  }
}

function decodeOne(take: Take, { kept, slots, positions }: PlacedRows, column: Column): void {
  const read = cellReader(take, kept);
  const cell: Cell = { kept: 0, number: Number.NaN };
  for (let i = 0; i < slots.length; i++) {
    read(slots[i]!, cell);
    write(cell, positions[i]!, column);
  }
}

/** A cell of the dataset before it is written: kept as cells are, with its number. */
interface Cell {
  kept: KeptCell;
  number: number;
}

function cellReader(take: Take, kept: KeptRows): (slot: number, into: Cell) => void {
  const { from, cells, numbers, renumbered } = take;
  const columns = kept.segments.map((segment) => segment.kept(from));
  const number = kept.layout.numberOf[from] ?? -1;
  const numberColumns = number < 0 ? [] : kept.segments.map((segment) => segment.number(number));
  return (slot, into) => {
    const [segment, at] = [segmentOf(slot), placeInSegment(slot)];
    const own = columns[segment]![at]!;
    if (own === 0) throw new WithdrawnMeanwhile();
    into.kept = cells[own] ?? noCounterpart;
    into.number = numbers?.[own] ?? numberColumns[segment]?.[at] ?? Number.NaN;
    if (renumbered === undefined || into.kept < firstCode) return;
    const to = renumbered.to.get(into.number);
    if (to !== undefined) Object.assign(into, to);
    else if (!renumbered.keepsOthers) into.kept = noCounterpart;
  };
}

function write({ kept, number }: Cell, row: number, { variable, values, missing }: Column): void {
  const isAnswered = kept >= firstCode;
  missing[row] = isAnswered ? 0 : kept;
  if (variable.kind === "number") values[row] = isAnswered ? number : Number.NaN;
  else values[row] = isAnswered ? kept - firstCode : -1;
}

/**
 * Several variables that became one. An option is chosen where one of them was; other answers count where they agree.
 * Without any, the reason that says most.
 */
function decodeMerged(takes: readonly Take[], { kept, slots, positions }: PlacedRows, column: Column): void {
  const readers = takes.map((take) => cellReader(take, kept));
  const isOption = column.variable.name !== column.variable.item && isChosenOrNot(column.variable);
  const [one, all]: [Cell, Cell] = [
    { kept: 0, number: Number.NaN },
    { kept: 0, number: Number.NaN },
  ];
  for (let i = 0; i < slots.length; i++) {
    all.kept = 0;
    for (const read of readers) {
      read(slots[i]!, one);
      if (all.kept === 0) Object.assign(all, one);
      else join(all, one, isOption);
    }
    write(all, positions[i]!, column);
  }
}

function isChosenOrNot({ codes }: Variable): boolean {
  return codes.length === 2 && codes[0]?.code === 1 && codes[1]?.code === 0;
}

function join(all: Cell, one: Cell, isOption: boolean): void {
  const [a, b] = [all.kept >= firstCode, one.kept >= firstCode];
  if (a && b) {
    if (isOption) all.kept = Math.min(all.kept, one.kept);
    else if (all.kept !== one.kept || !isSameNumber(all.number, one.number)) all.kept = noCounterpart;
  } else if (b || (!a && tells(one.kept) < tells(all.kept))) Object.assign(all, one);
}

const isSameNumber = (a: number, b: number) => a === b || (Number.isNaN(a) && Number.isNaN(b));

/** Reasons stand in `missingReasons` by how much they tell, but for routing, which tells less than an end. */
const telling = ["refused", "dont-know", "no-answer", "not-reached", "not-asked", "not-in-version"];
const tells = (cell: KeptCell) => telling.indexOf(missingReasons[cell] ?? "not-in-version");
