/**
 * Emptiness, equality and copies of answers as survey-core 3.0.0 knows them outside of expressions.
 *
 * @source  survey-core 3.0.0: Helpers.isValueEmpty, Helpers.checkIfValuesEqual, Helpers.getUnbindValue
 */

/** Absent, "", NaN, an empty list, or an object that holds nothing else. 0 and false are answers. */
export function isEmptyValue(value: unknown): boolean {
  if (typeof value === "string") return value === "";
  if (typeof value !== "object" || value === null) return !value && value !== 0 && value !== false;
  if (Array.isArray(value)) return value.length === 0;
  if (!isPlainObject(value)) return false;
  for (const key in value) if (!isEmptyValue(value[key])) return false;
  return true;
}

/** Texts without regard to case and outer space, numbers also as texts; lists in order unless said otherwise. */
export function areEqual(left: unknown, right: unknown, options: EqualityOptions = {}): boolean {
  if (left === right) return true;
  if (isNothing(left) && isNothing(right)) return areBothNothing(left, right);
  if (typeof left === "string" && typeof right === "string") return areEqualTexts(left, right, options);
  if (isConvertibleToNumber(left) && isConvertibleToNumber(right) && options.strictNumbers !== true) {
    if (Number.parseInt(String(left), 10) === Number.parseInt(String(right), 10))
      if (Number.parseFloat(String(left)) === Number.parseFloat(String(right))) return true;
  }
  if (isEmptyValue(left) !== isEmptyValue(right)) return false;
  if (typeof left === "boolean" && typeof right === "string") return String(left) === right.toLowerCase();
  if (typeof right === "boolean" && typeof left === "string") return String(right) === left.toLowerCase();
  return areEqualStructures(left, right, options);
}

export interface EqualityOptions {
  readonly ignoreOrder?: boolean;
  readonly caseSensitive?: boolean;
  readonly trimStrings?: boolean;
  /** Numbers are not compared with the texts that write them. */
  readonly strictNumbers?: boolean;
}

/** A copy that shares nothing with the original: survey-core never hands the same object out twice. */
export function copyOf(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf);
  if (value instanceof Date) return value;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const member: unknown = Reflect.get(value, key);
    if (member === undefined) continue;
    if (key === "__proto__") Object.defineProperty(copy, key, { value: member, enumerable: true });
    else copy[key] = copyOf(member);
  }
  return copy;
}

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** The property that an object has of its own. */
export function ownValue(holder: unknown, key: string): unknown {
  return typeof holder === "object" && holder !== null && Object.hasOwn(holder, key)
    ? Reflect.get(holder, key)
    : undefined;
}

function isNothing(value: unknown): boolean {
  return (
    value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0)
  );
}

/** An empty list equals undefined, "" equals undefined and null; an empty list equals neither "" nor null. */
function areBothNothing(left: unknown, right: unknown): boolean {
  const lists = Number(Array.isArray(left)) + Number(Array.isArray(right));
  if (lists === 2) return true;
  if (lists === 1) return left === undefined || right === undefined;
  return true;
}

function areEqualTexts(left: string, right: string, { caseSensitive, trimStrings = true }: EqualityOptions) {
  const [a, b] = trimStrings ? [left.trim(), right.trim()] : [left, right];
  return a === b || (caseSensitive !== true && a.toLowerCase() === b.toLowerCase());
}

/** @source Helpers.isConvertibleToNumber: no boolean, no list, nothing empty, and a number for Number(). */
function isConvertibleToNumber(value: unknown): boolean {
  return (
    value !== undefined &&
    value !== null &&
    typeof value !== "boolean" &&
    typeof value !== "object" &&
    value !== "" &&
    !Number.isNaN(Number(value))
  );
}

function areEqualStructures(left: unknown, right: unknown, options: EqualityOptions): boolean {
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) {
    const bothPlain = typeof left !== "object" && typeof right !== "object";
    // biome-ignore lint/suspicious/noDoubleEquals: survey-core compares what is left loosely
    return bothPlain && options.strictNumbers !== true && left == right;
  }
  if (left instanceof Date && right instanceof Date) return left.getTime() === right.getTime();
  if (Array.isArray(left) && Array.isArray(right)) return areEqualLists(left, right, options);
  const [a, b] = [Object.keys(left), Object.keys(right)];
  if (a.length !== b.length) return false;
  return a.every(
    (key) => Object.hasOwn(right, key) && areEqual(Reflect.get(left, key), Reflect.get(right, key), options),
  );
}

function areEqualLists(
  left: readonly unknown[],
  right: readonly unknown[],
  options: EqualityOptions,
): boolean {
  if (left.length !== right.length) return false;
  const [a, b] = options.ignoreOrder === true ? [left.toSorted(), right.toSorted()] : [left, right];
  return a.every((value, i) => areEqual(value, b[i], options));
}
