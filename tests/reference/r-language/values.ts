import type { Expression } from "./parse.ts";

export type Atom = number | string | boolean;

/** A vector of R, with names where it has them. */
export interface Vector {
  readonly is: "vector";
  readonly values: readonly Atom[];
  readonly names: readonly string[] | undefined;
}

/** A list of R; a data frame is a list of vectors. */
export interface List {
  readonly is: "list";
  readonly values: readonly Value[];
  readonly names: readonly string[] | undefined;
}

/** A formula, as it was written. */
export interface Formula {
  readonly is: "formula";
  readonly right: Expression;
}

export type Value = Vector | List | Formula;

export function vector(values: readonly Atom[], names?: readonly string[]): Vector {
  return { is: "vector", values, names };
}

export function numbersOf(value: Value | undefined): number[] {
  if (value?.is !== "vector") throw new TypeError("R text: a vector of numbers is needed.");
  return value.values.map(Number);
}

export function textsOf(value: Value | undefined): string[] {
  if (value?.is !== "vector") throw new TypeError("R text: a vector is needed.");
  return value.values.map(String);
}

/** Members of a list, or single values of a vector. */
export function membersOf(value: Value): readonly Value[] {
  if (value.is === "formula") return [value];
  return value.is === "list" ? value.values : value.values.map((one) => vector([one]));
}

export function memberNamed(value: Value, name: string): Value | undefined {
  if (value.is === "formula") return undefined;
  const at = value.names?.indexOf(name) ?? -1;
  return at < 0 ? undefined : membersOf(value)[at];
}
