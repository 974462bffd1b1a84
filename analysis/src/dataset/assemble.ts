import type { Column, Dataset, Roster, Variable } from "./dataset.ts";
import { type ColumnPart, decodeColumn, type PlacedRows } from "./decode.ts";
import type { Harmony } from "./harmony.ts";
import { OnDemand } from "./on-demand.ts";
import { placeInSegment, segmentOf } from "./row-layout.ts";
import type { VersionRows } from "./version-rows.ts";
import { WithdrawnMeanwhile } from "./withdrawn-meanwhile.ts";

/** Which kept rows make a dataset, in its order. */
export interface RowOrder {
  /** By row: place among the versions of the harmony. */
  readonly version: ArrayLike<number>;
  /** By row: where it is kept. */
  readonly slot: ArrayLike<number>;
}

type Kept = Pick<Dataset, "rows" | "columns" | "chances" | "rosters">;

/** The columns of kept rows, in this order and in the terms of the harmony; decoded when they are asked for. */
export function assemble(
  harmony: Harmony,
  kept: ReadonlyMap<string, VersionRows>,
  order: RowOrder,
  beside: readonly Column[],
): Kept {
  const rows = order.version.length;
  const placed = placedRows(harmony, kept, order);
  const columns = columnsOf(harmony.variables, rows, (i) =>
    placed.map(({ rows: own, takes }) => ({ placed: own, takes: takes.variables[i] ?? [] })),
  );
  for (const column of beside) columns.set(column.variable.name, () => column);
  const chances = harmony.drawn.map((name, i) => [name, () => chancesOf(i, placed, rows)] as const);
  const rosters = [...harmony.lists].map(
    ([name, variables], list) => [name, rosterOf(list, variables, placed, order)] as const,
  );
  return {
    rows,
    columns: new OnDemand(columns, bytesOf),
    ...(chances.length > 0
      ? { chances: new OnDemand(new Map(chances), ({ byteLength }) => byteLength) }
      : {}),
    ...(rosters.length > 0 ? { rosters: new Map(rosters) } : {}),
  };
}

const bytesOf = ({ values, missing }: Column) => values.byteLength + missing.byteLength;

function columnsOf(
  variables: readonly Variable[],
  rows: number,
  partsOf: (variable: number) => readonly ColumnPart[],
): Map<string, () => Column> {
  return new Map(
    variables.map((variable, i) => [variable.name, () => decodeColumn(variable, partsOf(i), rows)]),
  );
}

type Placed = ReturnType<typeof placedRows>[number];

/** By version: its rows in the dataset. */
function placedRows({ versions }: Harmony, kept: ReadonlyMap<string, VersionRows>, order: RowOrder) {
  const counts = new Uint32Array(versions.size);
  for (let row = 0; row < order.version.length; row++) counts[order.version[row]!]!++;
  const filled = new Uint32Array(versions.size);
  const placed = [...versions].flatMap(([digest, takes], version) => {
    const own = kept.get(digest);
    const count = counts[version]!;
    const places = { slots: new Uint32Array(count), positions: new Uint32Array(count) };
    return own === undefined ? [] : [{ version, takes, own, rows: { kept: own.responses, ...places } }];
  });
  const byVersion = new Map(placed.map((one) => [one.version, one.rows]));
  for (let row = 0; row < order.version.length; row++) {
    const version = order.version[row]!;
    const at = filled[version]!++;
    const rows = byVersion.get(version);
    if (rows === undefined) continue;
    rows.slots[at] = order.slot[row]!;
    rows.positions[at] = row;
  }
  return placed;
}

/** Every chance is above zero, or NaN where nothing could be drawn: a zero was wiped. */
function chancesOf(option: number, placed: readonly Placed[], rows: number): Float64Array {
  const chances = new Float64Array(rows).fill(Number.NaN);
  for (const {
    takes,
    own,
    rows: { slots, positions },
  } of placed) {
    const place = takes.drawn[option] ?? -1;
    if (place < 0) continue;
    const columns = own.responses.segments.map((segment) => segment.chance(place));
    for (let i = 0; i < slots.length; i++) {
      const slot = slots[i]!;
      const chance = columns[segmentOf(slot)]![placeInSegment(slot)]!;
      if (chance === 0) throw new WithdrawnMeanwhile();
      chances[positions[i]!] = chance;
    }
  }
  return chances;
}

/** Members of one list: those of each respondent stand together, in the order of respondents. */
function rosterOf(
  list: number,
  variables: readonly Variable[],
  placed: readonly Placed[],
  order: RowOrder,
): Roster {
  const linked = new Map(placed.map((one) => [one.version, linksOf(one, list)]));
  const owner: number[] = [];
  const members = new Map<number, { slots: number[]; positions: number[] }>(
    placed.map(({ version }) => [version, { slots: [], positions: [] }]),
  );
  for (let row = 0; row < order.version.length; row++) {
    const version = order.version[row]!;
    const [first = 0, count = 0] = linked.get(version)?.(order.slot[row]!) ?? [];
    const into = members.get(version);
    for (let member = 0; member < count; member++) {
      into?.slots.push(first + member);
      into?.positions.push(owner.length);
      owner.push(row);
    }
  }
  const parts = placed.flatMap(({ version, takes, own }) => {
    const { list: place, variables: taken } = takes.lists[list] ?? { list: -1, variables: [] };
    const kept = own.lists[place];
    const { slots = [], positions = [] } = members.get(version) ?? {};
    const rows = { slots: Uint32Array.from(slots), positions: Uint32Array.from(positions) };
    return kept === undefined ? [] : [{ taken, placed: { kept, ...rows } satisfies PlacedRows }];
  });
  const columns = columnsOf(variables, owner.length, (i) =>
    parts.map((part) => ({ placed: part.placed, takes: part.taken[i] ?? [] })),
  );
  return { rows: owner.length, owner: Int32Array.from(owner), columns: new OnDemand(columns, bytesOf) };
}

/** By row of a version: the first member of its list, and how many there are; none where it has no such list. */
function linksOf({ takes, own }: Placed, list: number): (slot: number) => readonly [number, number] {
  const place = takes.lists[list]?.list ?? -1;
  if (place < 0) return () => [0, 0];
  const [firsts, counts] = [0, 1].map((which) =>
    own.responses.segments.map((segment) => segment.link(2 * place + which)),
  );
  return (slot) => {
    const [segment, at] = [segmentOf(slot), placeInSegment(slot)];
    return [firsts?.[segment]?.[at] ?? 0, counts?.[segment]?.[at] ?? 0];
  };
}
