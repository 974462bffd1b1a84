import type { Instrument, Localized } from "@tiltas/instrument/definition";
import type { Dataset } from "../../dataset/index.ts";

/** People who are asked though the population does not count them, such as asylum applicants. */
export interface Outside {
  /** By row: place in `groups`; -1 for who belongs to the population. */
  readonly of: Int32Array;
  readonly groups: readonly {
    readonly code: string;
    readonly label: Localized;
    readonly respondents: number;
  }[];
  /** Rows of those who belong to the population, in ascending order. */
  readonly inside: Int32Array;
}

/** Who answered with a code that `outsidePopulation` names; groups nobody belongs to are left out. */
export function outsideOf(dataset: Dataset, instrument: Instrument): Outside {
  const item = instrument.items.find(({ measure }) => measure.outsidePopulation !== undefined);
  const column = item && dataset.columns.get(item.name);
  const named = item?.measure.outsidePopulation ?? [];
  const codes = column?.variable.codes ?? [];
  const counts = new Map<number, number>();
  if (column)
    for (const place of column.values)
      if (place >= 0 && named.includes(codes[place]!.code)) counts.set(place, (counts.get(place) ?? 0) + 1);
  const places = [...counts.keys()].sort((a, b) => a - b);
  const of = Int32Array.from({ length: dataset.rows }, (_, row) => places.indexOf(column?.values[row] ?? -1));
  return {
    of,
    groups: places.map((place) => ({
      code: String(codes[place]!.code),
      label: codes[place]!.labels,
      respondents: counts.get(place) ?? 0,
    })),
    inside: Int32Array.from(of.keys()).filter((row) => of[row] === -1),
  };
}
