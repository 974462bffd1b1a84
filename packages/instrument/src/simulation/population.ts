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

const roles: readonly DesignRole[] = ["municipality", "citizenship", "sex", "age", "residence-ground"];

/** @throws MarginsMisfitError naming the row whose dimension, code or count the instrument cannot use */
export function readPopulation(rows: readonly MarginRow[], instrument: Instrument): Population {
  const margins = new Map<string, Cell[]>();
  for (const [i, row] of rows.entries()) {
    if (row.cell === undefined || row.cell === "") continue;
    const cells = margins.get(row.margin ?? "") ?? [];
    margins.set(row.margin ?? "", [...cells, readCell(row, i + 2, instrument)]);
  }
  const places = [...margins.values()].find(
    ([first]) => first && Object.keys(first.profile).join() === "municipality",
  );
  const municipalities = new Map(
    places?.flatMap(({ profile, count }) =>
      profile.municipality === undefined ? [] : [[profile.municipality, count]],
    ),
  );
  return { municipalities, draw: (random, known) => complete([...margins.values()], random, known) };
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
    const role = roles.find((name) => name === dimension);
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

function complete(margins: readonly (readonly Cell[])[], random: Random, known: Profile): Profile {
  let profile = known;
  for (const cells of margins) {
    const fitting = cells.filter((cell) => agrees(cell.profile, profile));
    if (fitting.length < 2 && fitting.length === cells.length) continue;
    const cell = fitting[fitting.length === 0 ? 0 : random.weighted(fitting.map(({ count }) => count))];
    if (cell) profile = { ...profile, ...cell.profile };
  }
  return profile;
}

function agrees(cell: Profile, profile: Profile): boolean {
  return roles.every(
    (role) => cell[role] === undefined || profile[role] === undefined || cell[role] === profile[role],
  );
}
