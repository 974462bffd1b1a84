import { addUp, type CrossedCells } from "../estimation/index.ts";
import { type Everyone, everyoneIn } from "./everyone.ts";

/** What each respondent counts as, by row. */
export interface Marks {
  /** 1 for respondents of the universe who were asked, whether or not they answered. */
  readonly eligible: Uint8Array;
  /** 1 for eligible respondents whose answers suffice. */
  readonly usable: Uint8Array;
  /** Counted in the base: 1, or for a list the members that count; 0 for who does not count. */
  readonly base: Uint8Array | Float64Array;
  /** Of these with the trait; null where the figure is no share. */
  readonly numerator: Uint8Array | Float64Array | null;
  /** index: 1 where the score rests on some, not all, items (rule M3); null otherwise. */
  readonly prorated: Uint8Array | null;
}

/** The same in one cell: what disclosure control protects. */
export interface CellCounts {
  readonly eligible: number;
  /** Unweighted respondents whose answers count in the base (for a list: members). */
  readonly base: number;
  /** Distinct respondents (households, for members of a list) behind them. */
  readonly households: number;
  /** Sum of final weights over the base. */
  readonly weightedBase: number;
  /** Unweighted respondents with the trait; null where there is no numerator. */
  readonly numerator: number | null;
  /** Share of the base whose index rests on some, not all, items (0 to 1); null for other types. */
  readonly prorated: number | null;
  /** Unweighted share of eligible respondents without a usable answer, 0 to 1. */
  readonly itemNonresponse: number;
}

/**
 * Counts in the cells of crossings. Respondents are of a few kinds; of the most frequent kind there are in a cell as
 * many as are left of everybody, so that only the others are read.
 */
export function countsInCells(weights: Float64Array, marks: Marks): (cells: CrossedCells) => CellCounts[] {
  const counted = countedRows(weights, marks);
  return (cells) => {
    const { people, weightedBase } = peopleIn(cells, counted, everyoneIn(cells, weights));
    const members = marks.base instanceof Float64Array ? membersIn(cells, counted.rows, marks) : null;
    return Array.from({ length: cells.count }, (_, cell): CellCounts => {
      const of = (kind: number) => peopleOf(people, cell, kind);
      const [eligible, households] = [of(asked), of(counts)];
      return {
        eligible,
        households,
        base: members ? members.base[cell]! : households,
        weightedBase: households === 0 ? 0 : weightedBase[cell]!,
        numerator: members?.numerator ? members.numerator[cell]! : marks.numerator && of(holds),
        prorated: marks.prorated && households > 0 ? of(prorates) / households : null,
        itemNonresponse: eligible === 0 ? 0 : 1 - of(suffices) / eligible,
      };
    });
  };
}

/** Kinds of respondents, as bits: asked, the answers suffice, in the base, with the trait, on some items only. */
const [asked, suffices, counts, holds, prorates, kinds] = [1, 2, 4, 8, 16, 32];

/** Respondents of positive weight of all kinds but the most frequent one, in ascending order of their rows. */
interface CountedRows {
  readonly frequent: number;
  readonly rows: Int32Array;
  readonly kinds: Uint8Array;
  /** Weight · base, less the weight where the frequent kind is in the base. */
  readonly weightedBase: Float64Array;
}

function countedRows(weights: Float64Array, marks: Marks): CountedRows {
  const { base } = marks;
  const kindOf = kindsOf(weights, marks);
  const frequent = mostFrequent(kindOf, base instanceof Float64Array);
  const rows = new Int32Array(weights.length);
  let count = 0;
  for (let row = 0; row < weights.length; row++)
    if (kindOf[row] !== nobody && kindOf[row] !== frequent) rows[count++] = row;
  const kept = rows.slice(0, count);
  const own = { kinds: new Uint8Array(count), weightedBase: new Float64Array(count) };
  const less = (frequent & counts) === 0 ? 0 : 1;
  for (let i = 0; i < count; i++) {
    const row = kept[i]!;
    own.kinds[i] = kindOf[row]!;
    own.weightedBase[i] = weights[row]! * (base[row]! - less);
  }
  return { frequent, rows: kept, ...own };
}

/** No kind: those without weight. */
const nobody = 255;

function kindsOf(weights: Float64Array, { eligible, usable, base, numerator, prorated }: Marks): Uint8Array {
  const kindOf = new Uint8Array(weights.length);
  for (let row = 0; row < weights.length; row++) {
    if (weights[row] === 0) kindOf[row] = nobody;
    else if (eligible[row] === 1) {
      const isIn = base[row]! > 0;
      kindOf[row] =
        asked |
        (usable[row] === 1 ? suffices : 0) |
        (isIn ? counts : 0) |
        (isIn && numerator && numerator[row]! > 0 ? holds : 0) |
        (isIn && prorated?.[row] === 1 ? prorates : 0);
    }
  }
  return kindOf;
}

/** Members of lists are read one by one: who has some is never of the frequent kind. */
function mostFrequent(kindOf: Uint8Array, ofMembers: boolean): number {
  const sizes = new Int32Array(nobody + 1);
  for (let row = 0; row < kindOf.length; row++) sizes[kindOf[row]!]!++;
  let frequent = 0;
  for (let kind = 0; kind < kinds; kind++)
    if (sizes[kind]! > sizes[frequent]! && !(ofMembers && (kind & counts) !== 0)) frequent = kind;
  return frequent;
}

/** By cell, then kind: respondents; by cell: Σ weight · base. */
function peopleIn(
  cells: CrossedCells,
  { frequent, rows, kinds: kindOf, weightedBase: amounts }: CountedRows,
  everyone: Everyone,
) {
  const { of, stride, places, count } = cells;
  const [people, weightedBase] = [new Int32Array(kinds * places), new Float64Array(places)];
  for (let i = 0; i < rows.length; i++) {
    const [kind, amount, first] = [kindOf[i]!, amounts[i]!, rows[i]! * stride];
    for (let at = first; at < first + stride; at++) {
      const cell = of[at]!;
      people[kinds * cell + kind]!++;
      weightedBase[cell]! += amount;
    }
  }
  addUp(people, cells, kinds);
  addUp(weightedBase, cells);
  const isInBase = (frequent & counts) !== 0;
  for (let cell = 0; cell < count; cell++) {
    const read = people.subarray(kinds * cell, kinds * (cell + 1));
    people[kinds * cell + frequent] = everyone.people[cell]! - read.reduce((sum, one) => sum + one, 0);
    if (isInBase) weightedBase[cell]! += everyone.weights[cell]!;
  }
  return { people, weightedBase };
}

/** Respondents of a cell with all the bits of a kind. */
function peopleOf(people: Int32Array, cell: number, bits: number): number {
  let sum = 0;
  for (let kind = 0; kind < kinds; kind++) if ((kind & bits) === bits) sum += people[kinds * cell + kind]!;
  return sum;
}

/** Members that count, and those with the trait, of the rows that were read: nobody else has any. */
function membersIn(cells: CrossedCells, rows: Int32Array, { base, numerator }: Marks) {
  return { base: sumByCell(cells, rows, base), numerator: numerator && sumByCell(cells, rows, numerator) };
}

function sumByCell(cells: CrossedCells, rows: Int32Array, values: Uint8Array | Float64Array): Float64Array {
  const { of, stride, places } = cells;
  const sums = new Float64Array(places);
  for (const row of rows)
    for (let at = row * stride; at < (row + 1) * stride; at++) sums[of[at]!]! += values[row]!;
  return addUp(sums, cells);
}
