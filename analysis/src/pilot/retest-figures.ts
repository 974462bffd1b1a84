import { cohenKappa, intraclassCorrelations } from "../psychometrics/index.ts";
import { type Figure, known, unknown } from "./figure.ts";
import type { PilotInput } from "./input.ts";
import { type People, valuesOf } from "./people.ts";
import { scaleAnswers, scaleScores } from "./scale-answers.ts";
import { figureOf } from "./scale-figures.ts";
import type { PilotUnit } from "./units.ts";

/** How far people answered the same the second time. */
export interface RetestFigures {
  /** A unit, or a scale. */
  readonly name: string;
  /** "icc": ICC(2,1); "weighted-kappa" with squared distances; "kappa" of unordered codes. */
  readonly statistic: "icc" | "weighted-kappa" | "kappa";
  readonly figure: Figure;
  /** Of two codes: 2 × share equal − 1, which does not depend on how common they are (PABAK). */
  readonly adjustedForPrevalence?: number;
}

/** From so many codes on, answers are treated as numbers. */
const manyCodes = 8;

export function retestFigures(input: PilotInput, people: People): RetestFigures[] {
  const { retest } = input;
  if (retest === undefined) return [];
  const second = secondColumns(input, people);
  const units = people.units.flatMap((unit) => {
    const again = second.get(unit.name);
    return again ? [retestOfUnit(unit, valuesOf(people, unit), again, input)] : [];
  });
  const scales = input.scales.flatMap((scale) => {
    const first = scaleAnswers(scale, people);
    const columns = first.names.map((name) => second.get(name));
    if (columns.length === 0 || columns.some((column) => column === undefined)) return [];
    const turned = scale.items.map((item, i) =>
      item.reversed ? columns[i]!.map((value) => item.minimum + item.maximum - value) : columns[i]!,
    );
    const again = scaleScores(scale, { names: first.names, values: turned });
    const figure = correlation(scaleScores(scale, first), again, input);
    return [{ name: scale.id, statistic: "icc" as const, figure }];
  });
  return [...units, ...scales];
}

/** Second answers by unit as numbers, in the rows of the first. */
function secondColumns({ retest = [] }: PilotInput, people: People): ReadonlyMap<string, Float64Array> {
  const columns = new Map<string, Float64Array>();
  for (const { response, answers } of retest) {
    const row = people.rowOf.get(response);
    if (row === undefined) continue;
    for (const unit of people.units) {
      const text = answers.get(unit.name);
      if (text === undefined) continue;
      const column = columns.get(unit.name) ?? new Float64Array(people.count).fill(Number.NaN);
      column[row] = numberOf(unit, text);
      columns.set(unit.name, column);
    }
  }
  return columns;
}

/** The number that `valuesOf` gives the same answer. */
function numberOf({ codes }: PilotUnit, text: string): number {
  if (codes.length === 0 || codes.every((code) => typeof code === "number")) return Number(text);
  const place = codes.findIndex((code) => String(code) === text);
  return place < 0 ? Number.NaN : place;
}

function retestOfUnit(
  unit: PilotUnit,
  first: Float64Array,
  second: Float64Array,
  input: PilotInput,
): RetestFigures {
  if (unit.ordered && (unit.codes.length === 0 || unit.codes.length >= manyCodes))
    return { name: unit.name, statistic: "icc", figure: correlation(first, second, input) };
  const statistic = unit.ordered ? "weighted-kappa" : "kappa";
  const rows = bothTimes(first, second);
  const needs = input.thresholds.retestRespondents;
  if (rows.length < needs)
    return { name: unit.name, statistic, figure: unknown("too-few", rows.length, needs) };
  const codes = [...new Set(rows.flatMap((row) => [first[row]!, second[row]!]))].sort((a, b) => a - b);
  const kappa = cohenKappa(
    rows.map((row) => first[row]!),
    rows.map((row) => second[row]!),
    codes,
    unit.ordered ? "quadratic" : "none",
  );
  const equal = rows.filter((row) => first[row] === second[row]).length / rows.length;
  return {
    name: unit.name,
    statistic,
    figure: figureOf(kappa, rows.length, (found) =>
      known(found.kappa, rows.length, found.low, Math.min(1, found.high)),
    ),
    ...(unit.codes.length === 2 ? { adjustedForPrevalence: 2 * equal - 1 } : {}),
  };
}

function correlation(first: Float64Array, second: Float64Array, { thresholds }: PilotInput): Figure {
  const rows = bothTimes(first, second);
  const needs = thresholds.retestRespondents;
  if (rows.length < needs) return unknown("too-few", rows.length, needs);
  const found = intraclassCorrelations(
    [first, second].map((column) => Float64Array.from(rows, (row) => column[row]!)),
  );
  return figureOf(found, rows.length, ({ forms }) => {
    const icc = forms.find(({ form }) => form === "ICC2");
    return icc ? known(icc.value, rows.length, icc.low, icc.high) : unknown("not-converged", rows.length);
  });
}

function bothTimes(first: Float64Array, second: Float64Array): number[] {
  return Array.from(first.keys()).filter((row) => !Number.isNaN(first[row]! + second[row]!));
}
