/** Plain JSON, as a plan is. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Where something stands: names and positions from outside in. */
export type Path = readonly (string | number)[];

export function valueAt(whole: Json | undefined, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((value, step) => {
    if (typeof value !== "object" || value === null) return undefined;
    return Object.hasOwn(value, step) ? (value as Readonly<Record<string | number, Json>>)[step] : undefined;
  }, whole);
}

/** The same with something else at a place; undefined takes the place away. What is on the way must be there. */
export function withValue(whole: Json, path: Path, value: Json | undefined): Json {
  const [step, ...rest] = path;
  if (step === undefined) return value ?? null;
  if (Array.isArray(whole)) {
    const at = Number(step);
    if (rest.length === 0 && value === undefined) return whole.toSpliced(at, 1);
    if (rest.length === 0 && at === whole.length) return [...whole, value ?? null];
    return whole.with(at, withValue(whole[at] ?? null, rest, value));
  }
  const fields = typeof whole === "object" && whole !== null ? (whole as Readonly<Record<string, Json>>) : {};
  if (rest.length === 0 && value === undefined)
    return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== String(step)));
  return { ...fields, [step]: withValue(fields[step] ?? null, rest, value) };
}

/** One place at which two values say something else; undefined: it is not there. */
export interface Difference {
  readonly path: Path;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

/** Every smallest place at which two values differ, in the order of the first, then of what is new. */
export function differencesBetween(
  before: Json | undefined,
  after: Json | undefined,
  path: Path = [],
): Difference[] {
  if (same(before, after)) return [];
  const [one, other] = [partsOf(before), partsOf(after)];
  if (one === undefined || other === undefined || Array.isArray(before) !== Array.isArray(after))
    return [{ path, before, after }];
  const steps = [...new Set([...one.keys(), ...other.keys()])];
  return steps.flatMap((step) => differencesBetween(one.get(step), other.get(step), [...path, step]));
}

function partsOf(value: Json | undefined): Map<string | number, Json> | undefined {
  if (Array.isArray(value)) return new Map(value.entries());
  return typeof value === "object" && value !== null ? new Map(Object.entries(value)) : undefined;
}

/** Whether two values say the same; the order of names says nothing. */
export function same(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true;
  const [a, b] = [partsOf(one), partsOf(other)];
  if (a === undefined || b === undefined || a.size !== b.size || Array.isArray(one) !== Array.isArray(other))
    return false;
  return [...a].every(([step, value]) => b.has(step) && same(value, b.get(step)));
}
