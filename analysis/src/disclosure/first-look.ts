import type { TableMeasure, WorkingCell } from "../lattice/index.ts";
import type { Policy } from "./policies.ts";

/**
 * What is to become of a cell. "protected" wins over everything, since it must be guarded against subtraction;
 * "too-few" is a matter of precision alone.
 */
export type Standing =
  | "shown"
  | "too-few"
  | "protected"
  | "left-out"
  | "not-shown-here"
  | "no-estimate"
  | "nonresponse";

/** The rules that look at one cell alone; the mask of its universe may still hide it. */
export function firstLook(cell: WorkingCell | null, measure: TableMeasure, policy: Policy): Standing {
  if (cell === null) return "not-shown-here";
  const people = peopleBehind(cell);
  if (cell.leftOut === true && people === 0) return "left-out";
  if (holdsTooFew(cell, measure, policy) || saysItOfEveryone(cell, measure, policy)) return "protected";
  const { estimate } = cell;
  const { showFrom, effectiveFrom, withholdAboveNonresponse } = policy.precision;
  if (people < showFrom || (estimate.effectiveRespondents ?? people) < effectiveFrom) return "too-few";
  if (estimate.value === null) return "no-estimate";
  return estimate.itemNonresponse > withholdAboveNonresponse ? "nonresponse" : "shown";
}

/** Respondents, or households where the figure is about their members. */
export const peopleBehind = ({ base, households }: WorkingCell): number => Math.min(base, households);

/** Somebody, but so few that they could know each other's answers. An empty cell speaks of nobody. */
export function holdsTooFew(
  cell: Pick<WorkingCell, "base" | "households">,
  { sensitive }: Pick<TableMeasure, "sensitive">,
  { protect }: Policy,
): boolean {
  if (cell.base <= 0) return false;
  const below = sensitive ? protect.sensitiveBelow : protect.below;
  return cell.base < below || cell.households < protect.householdsBelow;
}

/** A sensitive trait that nobody or everybody has: the figure says it of each of them (group disclosure). */
export function saysItOfEveryone(
  { base, numerator }: Pick<WorkingCell, "base" | "numerator">,
  { sensitive }: Pick<TableMeasure, "sensitive">,
  { protect }: Policy,
): boolean {
  if (!sensitive || numerator === null || base === 0) return false;
  return (numerator === 0 || numerator === base) && base < protect.extremesBelow;
}
