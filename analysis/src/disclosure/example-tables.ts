import type { Crossing, Lattice, TableMeasure, WorkingCell, WorkingTables } from "../lattice/index.ts";

/** What a made cell needs; the rest is filled in plausibly. */
export interface MadeCell {
  readonly respondents: number;
  /** Respondents with the trait; null for a mean. */
  readonly numerator?: number | null;
  readonly value?: number | null;
  readonly households?: number;
  readonly effectiveRespondents?: number;
  readonly itemNonresponse?: number;
  readonly weightedBase?: number;
  readonly leftOut?: boolean;
}

export function madeCell(made: MadeCell | number): WorkingCell {
  const cell = typeof made === "number" ? { respondents: made } : made;
  const { respondents } = cell;
  const numerator = cell.numerator === undefined ? Math.ceil(respondents * 0.4) : cell.numerator;
  const proportion = respondents === 0 ? null : (numerator ?? respondents * 0.6123457) / respondents;
  const value = cell.value === undefined ? proportion : cell.value;
  const error = value === null ? null : 0.5 / Math.sqrt(respondents);
  return {
    estimate: {
      value,
      standardError: error,
      interval:
        value === null || error === null
          ? null
          : { low: value - 1.96 * error, high: value + 1.96 * error, method: "t" },
      degreesOfFreedom: 999,
      respondents,
      effectiveRespondents: cell.effectiveRespondents ?? respondents / 1.25,
      designEffect: 1.25,
      itemNonresponse: cell.itemNonresponse ?? 0.04,
    },
    eligible: respondents,
    prorated: null,
    base: respondents,
    households: cell.households ?? respondents,
    weightedBase: cell.weightedBase ?? respondents * 41.5,
    numerator,
    ...(cell.leftOut && { leftOut: true }),
  };
}

export const madeMeasure = (id: string, more: Partial<TableMeasure> = {}): TableMeasure => ({
  id,
  indicator: id,
  part: null,
  universe: "everyone",
  lowest: "municipality",
  sensitive: false,
  ...more,
});

const codeOf = (code: string, group?: string) => ({
  code,
  label: { en: code },
  ...(group !== undefined && { group }),
});

/** Two groups of three municipalities each; two sexes; four ages. */
export const madeLattice: Lattice = {
  number: 1,
  dimensions: [
    { id: "municipality-group", label: { en: "Group" }, codes: [codeOf("east"), codeOf("west")] },
    {
      id: "municipality",
      label: { en: "Municipality" },
      codes: [
        ...["1", "2", "3"].map((code) => codeOf(code, "east")),
        ...["4", "5", "6"].map((code) => codeOf(code, "west")),
      ],
    },
    { id: "sex", label: { en: "Sex" }, codes: [codeOf("women"), codeOf("men")] },
    { id: "age", label: { en: "Age" }, codes: ["18", "30", "45", "60"].map((code) => codeOf(code)) },
  ],
  pairs: [["municipality-group", "sex"]],
  refused: [],
  ladder: { single: 50, pooled: 50, group: 100 },
};

export interface MadeTable {
  readonly crossing: Crossing;
  readonly domains: readonly (readonly string[])[];
  /** By measure, by domain. */
  readonly cells: readonly (readonly (MadeCell | number | null)[])[];
}

export function madeTables(
  measures: readonly TableMeasure[],
  tables: readonly MadeTable[],
  more: Partial<WorkingTables> = {},
): WorkingTables {
  return {
    wave: "autumn",
    lattice: madeLattice,
    measures,
    crossings: tables.map(({ crossing, domains, cells }) => ({
      crossing,
      domains,
      cells: cells.map((row) => row.map((cell) => (cell === null ? null : madeCell(cell)))),
    })),
    ladder: [],
    ...more,
  };
}
