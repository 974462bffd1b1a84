import type { Domains } from "../estimation/index.ts";
import type { ScoredStatistic } from "../indicators/index.ts";
import type { ScoreSpace } from "./score-space.ts";

export type Needs = Extract<ScoredStatistic, { kind: "priority" }>["needs"];

/** Numbers of a respondent by need: answered, importance, needed it, and it is not met; 0 for what does not hold. */
export const perNeed = 4;

/** Numbers that are not 0, times the weight: those of a respondent one behind the other. */
export interface HeldNumbers {
  readonly rows: Int32Array;
  /** By respondent: where the numbers begin; one place more says where they end. */
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  readonly amounts: Float64Array;
  /** How many different numbers there are. */
  readonly size: number;
  /** By need: which number says that it was answered; where the same people answered about all, one says so of all. */
  readonly answered: readonly number[];
}

export function heldNumbers(needs: Needs, weights: Float64Array): HeldNumbers {
  const isShared = needs.every((need) => sameAnswered(need, needs[0]!));
  const answered = needs.map((_, need) => (isShared ? 0 : perNeed * need));
  const [rows, starts]: [number[], number[]] = [[], []];
  const [ids, amounts]: [number[], number[]] = [[], []];
  for (let row = 0; row < weights.length; row++) {
    const weight = weights[row]!;
    if (weight === 0) continue;
    const before = ids.length;
    for (let need = 0; need < needs.length; need++) {
      const { importance, unmet } = needs[need]!;
      const important = importance[row]!;
      if (Number.isNaN(important)) continue;
      if (need === 0 || !isShared) amounts[ids.push(answered[need]!) - 1] = weight;
      if (important !== 0) amounts[ids.push(perNeed * need + 1) - 1] = weight * important;
      const isUnmet = unmet[row]!;
      if (Number.isNaN(isUnmet)) continue;
      amounts[ids.push(perNeed * need + 2) - 1] = weight;
      if (isUnmet !== 0) amounts[ids.push(perNeed * need + 3) - 1] = weight * isUnmet;
    }
    if (ids.length > before) starts[rows.push(row) - 1] = before;
  }
  return {
    rows: Int32Array.from(rows),
    starts: Int32Array.from([...starts, ids.length]),
    ids: Int32Array.from(ids),
    amounts: Float64Array.from(amounts),
    size: perNeed * needs.length,
    answered,
  };
}

function sameAnswered({ importance }: Needs[number], other: Needs[number]): boolean {
  return importance.every((one, row) => Number.isNaN(one) === Number.isNaN(other.importance[row]!));
}

/** Of numbers times weights: sums, sums by slot (to fit and to cross) and by stratum, and Σ scale · products of pairs. */
export interface NumberSums {
  readonly totals: Float64Array;
  readonly bySlot: Float64Array;
  readonly byStratum: Float64Array;
  readonly products: Float64Array;
}

/** Sums by domain; respondents in none (-1) count nowhere. */
export function numberSums(held: HeldNumbers, { of, count }: Domains, space: ScoreSpace): NumberSums[] {
  const { strata, columnsOfSlot } = space;
  const { rows, starts, ids, amounts, size } = held;
  const slots = 2 * columnsOfSlot.length;
  const sums = Array.from(
    { length: count },
    (): NumberSums => ({
      totals: new Float64Array(size),
      bySlot: new Float64Array(size * slots),
      byStratum: new Float64Array(size * strata.sampled.length),
      products: new Float64Array(size * size),
    }),
  );
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const own = sums[of[row]!];
    if (!own) continue;
    const stratum = strata.of[row]!;
    const [scale, end] = [strata.scale[stratum]!, starts[i + 1]!];
    const { totals, byStratum, products } = own;
    for (let at = starts[i]!; at < end; at++) {
      const [id, amount] = [ids[at]!, amounts[at]!];
      totals[id]! += amount;
      byStratum[id * strata.sampled.length + stratum]! += amount;
      const [line, scaled] = [id * size, scale * amount];
      for (let other = starts[i]!; other <= at; other++)
        products[line + ids[other]!]! += scaled * amounts[other]!;
      addBySlot(own.bySlot, id * slots, row, amount, space);
    }
  }
  for (const { products } of sums) mirror(products, size);
  return sums;
}

/** Products of pairs were summed once for each pair, in the order of the numbers. */
function mirror(products: Float64Array, size: number): void {
  for (let id = 0; id < size; id++)
    for (let other = 0; other < id; other++) products[other * size + id] = products[id * size + other]!;
}

function addBySlot(
  bySlot: Float64Array,
  first: number,
  row: number,
  amount: number,
  { slotsOfRow, toFit, toCross }: ScoreSpace,
): void {
  for (let bundle = 0; bundle < slotsOfRow.length; bundle++) {
    const at = first + 2 * slotsOfRow[bundle]![row]!;
    bySlot[at]! += toFit[row]! * amount;
    bySlot[at + 1]! += toCross[row]! * amount;
  }
}

export function less(all: NumberSums, some: NumberSums): NumberSums {
  const difference = (of: keyof NumberSums) => all[of].map((one, i) => one - some[of][i]!);
  return {
    totals: difference("totals"),
    bySlot: difference("bySlot"),
    byStratum: difference("byStratum"),
    products: difference("products"),
  };
}
