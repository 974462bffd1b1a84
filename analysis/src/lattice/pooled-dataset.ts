import type { Column, Columns, Dataset, Roster } from "../dataset/index.ts";
import { joined } from "./pooled-design.ts";

/**
 * The respondents of two waves under each other, in the variables that both have: codes go by what they are, not by
 * their place.
 *
 * @param wanted names of variables, and of lists
 */
export function pooledDataset(first: Dataset, second: Dataset, wanted: ReadonlySet<string>): Dataset {
  const isWanted = (name: string) => wanted.has(name);
  return {
    ...pooledColumns(first, second, isWanted),
    rosters: new Map(
      inBoth(first.rosters, second.rosters, isWanted, (a, b) => pooledRoster(a, b, first.rows)),
    ),
    chances: new Map(inBoth(first.chances, second.chances, isWanted, joined)),
    digest: "",
    exclusions: {},
  };
}

function pooledColumns(first: Columns, second: Columns, isWanted: (name: string) => boolean): Columns {
  const columns = new Map(inBoth(first.columns, second.columns, isWanted, pooledColumn));
  return { rows: first.rows + second.rows, columns };
}

/** Members of all lists are taken with all they tell. */
function pooledRoster(a: Roster, b: Roster, rows: number): Roster {
  const owner = new Int32Array(a.rows + b.rows);
  owner.set(a.owner);
  owner.set(
    b.owner.map((row) => row + rows),
    a.rows,
  );
  return { ...pooledColumns(a, b, () => true), owner };
}

function* inBoth<One>(
  first: ReadonlyMap<string, One> | undefined,
  second: ReadonlyMap<string, One> | undefined,
  isWanted: (name: string) => boolean,
  join: (a: One, b: One) => One | undefined,
): Generator<[string, One]> {
  for (const name of first?.keys() ?? []) {
    if (!isWanted(name) || !second?.has(name)) continue;
    const both = join(first!.get(name)!, second.get(name)!);
    if (both !== undefined) yield [name, both];
  }
}

/** Undefined for a number in one wave and a code in the other. */
function pooledColumn(a: Column, b: Column): Column | undefined {
  if (a.variable.kind !== b.variable.kind) return undefined;
  const missing = new Uint8Array(a.missing.length + b.missing.length);
  missing.set(a.missing);
  missing.set(b.missing, a.missing.length);
  const values = a.variable.kind === "number" ? joined(numbers(a), numbers(b)) : joinedCodes(a, b);
  return values && { variable: a.variable, values, missing };
}

const numbers = ({ values }: Column) => (values instanceof Float64Array ? values : Float64Array.from(values));

/** Undefined where the second wave has answers that the first does not know. */
function joinedCodes(a: Column, b: Column): Int16Array | undefined {
  const placeOf = new Map<unknown, number>(a.variable.codes.map(({ code }, place) => [code, place]));
  const places = b.variable.codes.map(({ code }) => placeOf.get(code));
  const values = new Int16Array(a.values.length + b.values.length);
  values.set(a.values);
  for (let row = 0; row < b.values.length; row++) {
    const code = b.values[row]!;
    const place = code < 0 ? -1 : places[code];
    if (place === undefined) return undefined;
    values[a.values.length + row] = place;
  }
  return values;
}
