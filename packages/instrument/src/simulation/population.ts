import { type Code, type DesignRole, type Instrument, itemWithRole } from "../definition/index.ts";
import type { Random } from "./random.ts";

/** A row of a margins file: the header's words as keys. */
export type MarginRow = Readonly<Record<string, string>>;

/** Codes of one person on the dimensions that margins speak of. */
export type Profile = Readonly<Partial<Record<DesignRole, Code>>>;

interface Cell {
  readonly profile: Profile;
  readonly count: number;
}

/** The margins file does not fit the instrument; the message names the row. */
export class MarginsMisfitError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "MarginsMisfitError";
  }
}

/** The people a margins file counts, ready to be drawn from. */
export interface Population {
  /** People by municipality code, from the margin with no other dimension; empty if there is none. */
  readonly municipalities: ReadonlyMap<Code, number>;
  /** Completes what is known of a person, margin by margin; joint cells such as citizenship by sex stay together. */
  draw(random: Random, known: Profile): Profile;
}

/** The dimensions that margins may speak of. */
export const dimensions: readonly DesignRole[] = [
  "municipality",
  "citizenship",
  "sex",
  "age",
  "residence-ground",
];

/** @throws MarginsMisfitError naming the row whose dimension, code or count the instrument cannot use */
export function readPopulation(rows: readonly MarginRow[], instrument: Instrument): Population {
  const byMargin = new Map<string, Cell[]>();
  for (const [i, row] of rows.entries()) {
    if (row.cell === undefined || row.cell === "") continue;
    const cells = byMargin.get(row.margin ?? "") ?? [];
    byMargin.set(row.margin ?? "", [...cells, readCell(row, i + 2, instrument)]);
  }
  const margins = [...byMargin.values()].map(marginOf);
  const places = margins.find(({ dimensions }) => dimensions.join() === "municipality");
  const municipalities = new Map(
    places?.cells.flatMap(({ profile, count }) =>
      profile.municipality === undefined ? [] : [[profile.municipality, count]],
    ),
  );
  return { municipalities, draw: (random, known) => complete(margins, random, known) };
}

interface Margin {
  readonly dimensions: readonly DesignRole[];
  readonly cells: readonly Cell[];
  readonly counts: readonly number[];
}

function marginOf(cells: readonly Cell[]): Margin {
  const spoken = dimensions.filter((role) => cells.some(({ profile }) => profile[role] !== undefined));
  return { dimensions: spoken, cells, counts: cells.map(({ count }) => count) };
}

function readCell(row: MarginRow, line: number, instrument: Instrument): Cell {
  const count = Number(row.count);
  if (!(count > 0))
    throw new MarginsMisfitError(
      `Line ${line} of the margins file has no positive count; leave the row out.`,
    );
  const profile: Partial<Record<DesignRole, Code>> = {};
  for (const pair of (row.cell ?? "").split(";")) {
    const [dimension = "", code = ""] = pair.split("=").map((part) => part.trim());
    const role = dimensions.find((name) => name === dimension);
    const choice = role && itemWithRole(instrument, role)?.choices.find((each) => String(each.code) === code);
    if (!role || !choice) {
      throw new MarginsMisfitError(
        `Line ${line} of the margins file speaks of ${dimension}=${code}, which no item of the instrument offers.`,
      );
    }
    profile[role] = choice.code;
  }
  return { profile, count };
}

function complete(margins: readonly Margin[], random: Random, known: Profile): Profile {
  let profile = known;
  for (const { dimensions, cells, counts } of margins) {
    const settled = dimensions.filter((role) => profile[role] !== undefined);
    if (settled.length === dimensions.length) continue;
    const fitting =
      settled.length === 0 ? cells : cells.filter((cell) => agrees(cell.profile, profile, settled));
    if (fitting.length === 0) continue;
    const cell = fitting[random.weighted(fitting === cells ? counts : fitting.map(({ count }) => count))];
    if (cell) profile = { ...profile, ...cell.profile };
  }
  return profile;
}

/** A cell that does not speak of a settled dimension agrees with whatever it is. */
function agrees(cell: Profile, profile: Profile, settled: readonly DesignRole[]): boolean {
  return settled.every((role) => cell[role] === undefined || cell[role] === profile[role]);
}
