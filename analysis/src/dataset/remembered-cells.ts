import type { PlacedAnswers } from "@tiltas/instrument/plan";
import type { RowCells } from "./cells.ts";
import type { AnswerReader } from "./read-item.ts";

/** Where the answer to one item goes: its place in the questionnaire, and its cells from `first` to before `end`. */
export interface ItemCells {
  readonly place: number;
  readonly first: number;
  readonly end: number;
}

/** Reads the answers to one item into their cells. @returns how many stayed empty */
export type ItemReader = (answers: PlacedAnswers, cells: RowCells) => number;

/** What an answer that comes again and again became when it was read first is written again. */
export function remembering(read: AnswerReader, { place, first, end }: ItemCells): ItemReader {
  const remembered = new RememberedRows(end - first);
  return (answers, cells) => {
    const number = answers.numberAt(place);
    const row = number < 0 ? -1 : remembered.find(number);
    if (row >= 0) return remembered.write(row, cells, first);
    cells.fill(0, first, end);
    const empty = read(answers.valueAt(place), cells, first);
    if (number >= 0) remembered.keep(number, empty, cells, first);
    return empty;
  };
}

/** Cells by number of an answer. */
class RememberedRows {
  readonly #width: number;
  /** By number: the row and one; 0 for none. */
  #rowOf = new Int32Array(64);
  #kept = new Uint16Array(64);
  /** By row: the number of the first cell, and how many are empty. */
  #numbers = new Float64Array(8);
  #empty = new Uint16Array(8);
  #rows = 0;

  constructor(width: number) {
    this.#width = width;
  }

  find(number: number): number {
    return number < this.#rowOf.length ? this.#rowOf[number]! - 1 : -1;
  }

  write(row: number, { kept, numbers }: RowCells, first: number): number {
    const width = this.#width;
    for (let i = 0; i < width; i++) kept[first + i] = this.#kept[row * width + i]!;
    numbers[first] = this.#numbers[row]!;
    return this.#empty[row]!;
  }

  keep(number: number, empty: number, { kept, numbers }: RowCells, first: number): void {
    const row = this.#rows++;
    this.#rowOf = withRoom(this.#rowOf, number);
    this.#kept = withRoom(this.#kept, (row + 1) * this.#width);
    this.#numbers = withRoom(this.#numbers, row);
    this.#empty = withRoom(this.#empty, row);
    this.#rowOf[number] = row + 1;
    for (let i = 0; i < this.#width; i++) this.#kept[row * this.#width + i] = kept[first + i]!;
    this.#numbers[row] = numbers[first]!;
    this.#empty[row] = empty;
  }
}

function withRoom<Numbers extends Int32Array | Uint16Array | Float64Array>(
  numbers: Numbers,
  at: number,
): Numbers {
  if (at < numbers.length) return numbers;
  const larger = new (numbers.constructor as new (length: number) => Numbers)(2 * (at + 1));
  larger.set(numbers);
  return larger;
}
