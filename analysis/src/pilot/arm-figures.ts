import { benjaminiHochberg } from "../numerics/index.ts";
import { differenceOfMeans } from "../quality/index.ts";
import { type Figure, known, unknown } from "./figure.ts";
import type { PilotInput } from "./input.ts";
import { emptinessOf, type People, valuesOf } from "./people.ts";
import { figureOf } from "./scale-figures.ts";
import type { PilotUnit } from "./units.ts";

/** One unit in two arms of a split ballot. */
export interface ArmFigures {
  readonly unit: string;
  readonly first: string;
  readonly second: string;
  /** "mean": of an ordered item; "share": of those who chose the option most chose; "nonresponse": share without an answer. */
  readonly measure: "mean" | "share" | "nonresponse";
  readonly inFirst: Figure;
  readonly inSecond: Figure;
  /** Second minus first, with its 95 % interval. */
  readonly difference: Figure;
  /** Adjusted over all comparisons (Benjamini–Hochberg). */
  readonly pValue: number | null;
}

/** Every unit compared between the first arm and each other. */
export function armFigures(input: PilotInput, people: People): ArmFigures[] {
  const arm = people.units.find(({ name }) => name === input.arms);
  if (!arm) return [];
  const of = valuesOf(people, arm);
  const arms = [...new Set(of)].filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const nameOf = (value: number) =>
    String(arm.codes.every((code) => typeof code === "number") ? value : arm.codes[value]);
  const tested = arms.slice(1).flatMap((other) =>
    people.units
      .filter((unit) => unit !== arm && unit.variables.length > 0)
      .flatMap((unit) =>
        columnsOf(people, unit).map(({ measure, values }) => ({
          unit: unit.name,
          first: nameOf(arms[0]!),
          second: nameOf(other),
          measure,
          ...compared(values, of, arms[0]!, other, input.thresholds.processRespondents),
        })),
      ),
  );
  const adjusted = benjaminiHochberg(tested.map(({ raw }) => raw));
  return tested.map(({ raw: _, ...figures }, i) => ({
    ...figures,
    pValue: Number.isNaN(adjusted[i]!) ? null : adjusted[i]!,
  }));
}

function columnsOf(
  people: People,
  unit: PilotUnit,
): { measure: ArmFigures["measure"]; values: Float64Array }[] {
  const missing = Float64Array.from(emptinessOf(people, unit), (why) =>
    why === "spared" ? Number.NaN : Number(why !== "answered"),
  );
  const nonresponse = missing.some((left) => left === 1)
    ? [{ measure: "nonresponse" as const, values: missing }]
    : [];
  if (unit.kind === "multiple") return nonresponse;
  const values = valuesOf(people, unit);
  if (unit.ordered) return [{ measure: "mean", values }, ...nonresponse];
  const counts = Map.groupBy(
    values.filter((value) => !Number.isNaN(value)),
    (value) => value,
  );
  const usual = [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0];
  const chosen = values.map((value) => (Number.isNaN(value) ? value : Number(value === usual)));
  return [{ measure: "share", values: chosen }, ...nonresponse];
}

function compared(values: Float64Array, arm: Float64Array, one: number, other: number, needs: number) {
  const [first, second] = [one, other].map((value) =>
    values.filter((answer, row) => arm[row] === value && !Number.isNaN(answer)),
  ) as [Float64Array, Float64Array];
  const fewest = Math.min(first.length, second.length);
  if (fewest < needs) {
    const few = unknown("too-few", fewest, needs);
    return { inFirst: few, inSecond: few, difference: few, raw: Number.NaN };
  }
  const mean = (own: Float64Array) =>
    known(own.reduce((sum, value) => sum + value, 0) / own.length, own.length);
  const found = differenceOfMeans(first, second);
  return {
    inFirst: mean(first),
    inSecond: mean(second),
    difference: figureOf(found, fewest, ({ value, low, high }) =>
      known(value, first.length + second.length, low, high),
    ),
    raw: found.estimable ? found.pValue : Number.NaN,
  };
}
