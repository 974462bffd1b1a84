import { type DesignRole, type Instrument, type Item, itemWithRole } from "@tiltas/instrument/definition";
import { type Column, type Dataset, declaredMunicipality } from "../../dataset/index.ts";
import { dimensions } from "../margins.ts";

/** What registers count of each respondent, by dimension. */
export type DesignColumns = ReadonlyMap<DesignRole, Column>;

/**
 * The dimensions of population counts as columns over some rows. The municipality is the declared one; codes that no
 * register counts are no category.
 *
 * @param rows those who belong to the population
 */
export function designColumns(dataset: Dataset, instrument: Instrument, rows: Int32Array): DesignColumns {
  return new Map(
    dimensions.flatMap((role): [DesignRole, Column][] => {
      const item = itemWithRole(instrument, role);
      const column = item && columnOf(role, item, dataset, instrument);
      return column ? [[role, ofRows(countedOnly(column, item), rows)]] : [];
    }),
  );
}

function columnOf(
  role: DesignRole,
  item: Item,
  dataset: Dataset,
  instrument: Instrument,
): Column | undefined {
  return role === "municipality" ? declaredMunicipality(dataset, instrument) : dataset.columns.get(item.name);
}

/** Codes that no population register counts are no category of a margin: these respondents rake without one. */
function countedOnly(column: Column, item: Item): Column {
  const uncounted = new Set(item.measure.outsideMargins ?? []);
  if (uncounted.size === 0) return column;
  const isUncounted = column.variable.codes.map(({ code }) => uncounted.has(code));
  return { ...column, values: column.values.map((value) => (isUncounted[value] ? -1 : value)) };
}

/** A column over some rows only, in their order. */
export function ofRows({ variable, values, missing }: Column, rows: Int32Array): Column {
  const picked = values instanceof Int16Array ? new Int16Array(rows.length) : new Float64Array(rows.length);
  rows.forEach((row, i) => {
    picked[i] = values[row]!;
  });
  return { variable, values: picked, missing: Uint8Array.from(rows, (row) => missing[row]!) };
}
