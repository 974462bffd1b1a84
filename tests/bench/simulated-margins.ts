import { type CountedMargin, countedMargin } from "@tiltas/analysis/weighting";
import { columnOf, type SimulatedRows } from "./simulated-rows.ts";

const people = 2_000_000;

/**
 * Margins for the simulated sample: its weighted counts, moved by up to a tenth and scaled to two million people
 * (specification: the README of the scale reference).
 */
export function simulatedMargins(sample: SimulatedRows): CountedMargin[] {
  return [
    margin(sample, "muni", 60, 3),
    margin(sample, "cit", 8, 2),
    margin(sample, "sex", 2, 1),
    margin(sample, "age", 6, 4),
  ];
}

function margin(sample: SimulatedRows, name: string, levelCount: number, step: number): CountedMargin {
  const [column, weights] = [columnOf(sample, name), columnOf(sample, "w")];
  const codes = new Int32Array(sample.rows);
  const counts = new Float64Array(levelCount);
  for (let row = 0; row < sample.rows; row++) {
    codes[row] = column[row]! - 1;
    counts[codes[row]!]! += weights[row]!;
  }
  const moved = counts.map((count, level) => count * (1 + 0.05 * ((((level + 1) * step) % 5) - 2)));
  const total = moved.reduce((sum, count) => sum + count, 0);
  const levels = Array.from(counts, (_, level) => String(level + 1));
  const table = levels.map((level, i) => ({ levels: [level], count: (moved[i]! / total) * people }));
  return countedMargin([{ name, levels, codes }], table, sample.rows);
}
