import type { Membership } from "../expression.ts";
import { areEqualValues, isEmptyValue, textOf } from "../values/index.ts";

/**
 * What contains, notcontains, anyof, allof and noneof say of two values.
 *
 * @source survey-core 3.0.0, OperandMaker.binaryFunctions
 */
export const memberships: Readonly<Record<Membership, (left: unknown, right: unknown) => boolean>> = {
  contains: (left, right) => contains(left, right, true),
  notcontains: (left, right) => (!left && !isEmptyValue(right) ? true : contains(left, right, false)),
  anyof: hasAnyOf,
  noneof: (left, right) => !hasAnyOf(left, right),
  allof: hasAllOf,
};

function hasAnyOf(left: unknown, right: unknown): boolean {
  if (isEmptyValue(left)) return isEmptyValue(right);
  if (isEmptyValue(right)) return true;
  if (!Array.isArray(left)) return contains(right, left, true);
  if (!Array.isArray(right)) return contains(left, right, true);
  return right.some((option) => contains(left, option, true));
}

function hasAllOf(left: unknown, right: unknown): boolean {
  if (!left && !isEmptyValue(right)) return false;
  if (!Array.isArray(right)) return contains(left, right, true);
  return right.every((option) => contains(left, option, true));
}

/** Whether the left, as text or as a list, holds the right or every entry of it; `wanted` false asks for the contrary. */
function contains(left: unknown, right: unknown, wanted: boolean): boolean {
  if (Array.isArray(left)) {
    if (left.length === 0) return !wanted;
    return listHolds(left, right) === wanted;
  }
  if (!left && left !== 0 && left !== false) return false;
  if (!right) return false;
  return textOf(left).toLowerCase().includes(textOf(right).toLowerCase()) === wanted;
}

function listHolds(list: readonly unknown[], wanted: unknown): boolean {
  const options = Array.isArray(wanted) ? wanted : [wanted];
  return options.every((option) => list.some((entry) => isSame(entry, option)));
}

const anyOrder = { ignoreOrder: true };

function isSame(entry: unknown, option: unknown): boolean {
  if (typeof entry === "number" && typeof option === "number") return entry === option;
  const left = entry === "undefined" ? undefined : entry;
  const right = option === "undefined" ? undefined : option;
  return areEqualValues(left, right, anyOrder);
}
