import { type CellsOfRows, cellPicker, type Domains, picked } from "../estimation/index.ts";

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

/** Counts in the cells of many crossings: who counts is picked out once. */
export function countsInCells(weights: Float64Array, marks: Marks): (cells: Domains) => CellCounts[] {
  const counted = countedRows(weights, marks);
  const cellsIn = cellPicker(counted.rows);
  return (domains) => {
    const cells = cellsIn(domains);
    const { people, weightedBase } = peopleIn(cells, counted);
    const members = counted.members && membersIn(cells, counted.members);
    return Array.from({ length: cells.count }, (_, cell): CellCounts => {
      const of = (kind: number) => peopleOf(people, cell, kind);
      const [eligible, households] = [of(0), of(counts)];
      return {
        eligible,
        households,
        base: members ? members.base[cell]! : households,
        weightedBase: weightedBase[cell]!,
        numerator: members ? members.numerator[cell]! : marks.numerator && of(holds),
        prorated: marks.prorated && households > 0 ? of(prorates) / households : null,
        itemNonresponse: eligible === 0 ? 0 : 1 - of(suffices) / eligible,
      };
    });
  };
}

/** Kinds of eligible respondents, as bits: the answers suffice, in the base, with the trait, on some items only. */
const [suffices, counts, holds, prorates, kinds] = [1, 2, 4, 8, 16];

/** Eligible respondents of positive weight, in ascending order of their rows. */
interface CountedRows {
  readonly rows: Int32Array;
  readonly kinds: Uint8Array;
  /** Weight · base. */
  readonly weightedBase: Float64Array;
  /** Members of lists; null where everybody counts once. */
  readonly members: { readonly base: Float64Array; readonly numerator: Float64Array } | null;
}

function countedRows(weights: Float64Array, marks: Marks): CountedRows {
  const { eligible, usable, base, numerator, prorated } = marks;
  const rows = eligibleRows(weights, eligible);
  const kinds = new Uint8Array(rows.length);
  const weightedBase = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const own = base[row]!;
    weightedBase[i] = own * weights[row]!;
    kinds[i] =
      (usable[row] === 1 ? suffices : 0) |
      (own > 0 ? counts : 0) |
      (own > 0 && numerator && numerator[row]! > 0 ? holds : 0) |
      (own > 0 && prorated?.[row] === 1 ? prorates : 0);
  }
  const ofMembers = base instanceof Float64Array && numerator instanceof Float64Array;
  const members = ofMembers ? { base: picked(base, rows), numerator: picked(numerator, rows) } : null;
  return { rows, kinds, weightedBase, members };
}

function eligibleRows(weights: Float64Array, eligible: Uint8Array): Int32Array {
  const rows = new Int32Array(weights.length);
  let count = 0;
  for (let row = 0; row < weights.length; row++)
    if (eligible[row] === 1 && weights[row] !== 0) rows[count++] = row;
  return rows.slice(0, count);
}

/** By cell, then kind: respondents; by cell: Σ weight · base. */
function peopleIn({ of, count }: CellsOfRows, { kinds: kindOf, weightedBase: amounts }: CountedRows) {
  const [people, weightedBase] = [new Int32Array(kinds * count), new Float64Array(count)];
  for (let i = 0; i < kindOf.length; i++) {
    const cell = of[i]!;
    if (cell < 0) continue;
    people[kinds * cell + kindOf[i]!]!++;
    weightedBase[cell]! += amounts[i]!;
  }
  return { people, weightedBase };
}

/** Respondents of a cell with all the bits of a kind. */
function peopleOf(people: Int32Array, cell: number, bits: number): number {
  let sum = 0;
  for (let kind = 0; kind < kinds; kind++) if ((kind & bits) === bits) sum += people[kinds * cell + kind]!;
  return sum;
}

function membersIn(cells: CellsOfRows, { base, numerator }: NonNullable<CountedRows["members"]>) {
  return { base: sumByCell(cells, base), numerator: sumByCell(cells, numerator) };
}

function sumByCell({ of, count }: CellsOfRows, values: Float64Array): Float64Array {
  const sums = new Float64Array(count);
  for (let i = 0; i < values.length; i++) if (of[i]! >= 0) sums[of[i]!]! += values[i]!;
  return sums;
}
