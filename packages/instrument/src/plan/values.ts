/**
 * How survey-core 3.0.0 compares answers inside conditions, for the values that items of Tiltas can hold.
 *
 * @source  survey-core 3.0.0: Const.getCorrectValue, Helpers.isValueEmpty, Helpers.checkIfValuesEqual,
 *          OperandMaker.binaryFunctions; proved by the differential test beside this file
 */

/** An answer as a condition sees it: strings of plain digits become numbers, outer quotes fall away. */
export function asCompared(value: unknown): unknown {
  if (typeof value !== "string") return value;
  const isQuoted = value.length > 1 && /^["']/.test(value) && /["']$/.test(value);
  if (isQuoted) return value.slice(1, -1);
  return /^(0|[1-9]\d{0,14})$/.test(value) ? Number(value) : value;
}

/** Absent, "", an empty list, or an object that holds nothing else. 0 and false are answers. */
export function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value === "object" && value !== null) return Object.values(value).every(isEmpty);
  return value === undefined || value === null || value === "" || Number.isNaN(value);
}

/** Two absent answers are equal; texts are compared without regard to case and outer space; lists without order. */
export function isEqual(left: unknown, right: unknown): boolean {
  if (left === right || (isEmpty(left) && isEmpty(right))) return true;
  if (isEmpty(left) || isEmpty(right)) return false;
  if (typeof left === "string" && typeof right === "string") return folded(left) === folded(right);
  if (isNumeric(left) && isNumeric(right)) return Number(left) === Number(right);
  if (Array.isArray(left) && Array.isArray(right)) return areEqualLists(left, right);
  return false;
}

/** False wherever one side is absent or is no number while the other is. */
export function isGreater(left: unknown, right: unknown): boolean {
  if (typeof left === "number" && typeof right === "number") return left > right;
  if (typeof left === "string" && typeof right === "string") return left > right;
  if (typeof left === "number" && typeof right === "string") return left > Number(right);
  if (typeof left === "string" && typeof right === "number") return Number(left) > right;
  return false;
}

/** Every wanted value is among the chosen ones; nothing chosen contains nothing. */
export function contains(chosen: unknown, wanted: unknown): boolean {
  if (!Array.isArray(chosen) || chosen.length === 0) return false;
  const all = Array.isArray(wanted) ? wanted : [wanted];
  return all.every((value) => chosen.some((code) => isEqual(code, value)));
}

/** One of the listed values is the answer, or is among the chosen ones. */
export function isAnyOf(answer: unknown, listed: unknown): boolean {
  if (isEmpty(answer) || !Array.isArray(listed)) return false;
  const given = Array.isArray(answer) ? answer : [answer];
  return listed.some((value) => contains(given, value));
}

function folded(text: string): string {
  return text.trim().toLowerCase();
}

function isNumeric(value: unknown): boolean {
  return (
    typeof value === "number" ||
    (typeof value === "string" && value.trim() !== "" && !Number.isNaN(Number(value)))
  );
}

function areEqualLists(left: readonly unknown[], right: readonly unknown[]): boolean {
  if (left.length !== right.length) return false;
  const [sortedLeft, sortedRight] = [left.toSorted(), right.toSorted()];
  return sortedLeft.every((value, i) => isEqual(value, sortedRight[i]));
}
