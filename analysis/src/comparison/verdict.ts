import type { IndicatorDefinition } from "../indicators/index.ts";
import { benjaminiHochberg, holm } from "../numerics/index.ts";
import type { WorkingComparison } from "./working-comparisons.ts";

/** A comparison before anything is said of it. */
export type Untold = Omit<WorkingComparison, "adjustedP" | "verdict">;

/** By whom a finding may be false: any of a family ("holm"), or one in twenty of those told ("false-discovery"). */
export type Control = "holm" | "false-discovery";

const level = 0.05;

/**
 * Says of a family of comparisons which differ, after control over the whole family. Without tests (samples whose
 * chances nobody knows, items that changed their meaning a little) nothing is said and no p-value is kept.
 */
export function told(
  family: readonly Untold[],
  directionOf: (measure: number) => IndicatorDefinition["direction"],
  control: Control,
  hasTests: (one: Untold) => boolean,
): WorkingComparison[] {
  const adjust = control === "holm" ? holm : benjaminiHochberg;
  const adjusted = adjust(family.map((one) => (hasTests(one) ? (one.p ?? Number.NaN) : Number.NaN)));
  return family.map((one, i): WorkingComparison => {
    const adjustedP = adjusted[i]!;
    if (Number.isNaN(adjustedP)) return { ...one, p: null, adjustedP: null, verdict: "tests-off" };
    return { ...one, adjustedP, verdict: verdictOf(one.difference, adjustedP, directionOf(one.measure)) };
  });
}

export function verdictOf(
  difference: number,
  p: number,
  direction: IndicatorDefinition["direction"],
): WorkingComparison["verdict"] {
  if (!(p < level) || difference === 0) return "cannot-be-told-apart";
  if (direction === "none") return difference > 0 ? "higher" : "lower";
  return difference > 0 === (direction === "higher-is-better") ? "better" : "worse";
}
