import { type Instrument, itemWithRole } from "@tiltas/instrument/definition";
import type { Column, Dataset } from "./dataset.ts";

/**
 * The municipality where each respondent is declared, which is what registers count: an answer that says "the same"
 * is the one given to the other item. A place that the item does not offer, such as no fixed place, is none.
 */
export function declaredMunicipality(dataset: Dataset, instrument: Instrument): Column | undefined {
  const item = itemWithRole(instrument, "municipality");
  const column = item && dataset.columns.get(item.name);
  const { sameAs } = item?.measure ?? {};
  const other = sameAs && dataset.columns.get(sameAs.item);
  return column && other ? resolved(column, sameAs.code, other) : column;
}

/** The municipality where each respondent lives, which is what results are told of; the declared one where only that is asked. */
export function actualMunicipality(dataset: Dataset, instrument: Instrument): Column | undefined {
  const item = itemWithRole(instrument, "actual-municipality");
  return (item && dataset.columns.get(item.name)) ?? declaredMunicipality(dataset, instrument);
}

function resolved(column: Column, same: string | number, other: Column): Column {
  const { codes } = column.variable;
  const sameAt = codes.findIndex(({ code }) => code === same);
  const placeOfOther = other.variable.codes.map(({ code }) => codes.findIndex((own) => own.code === code));
  const [values, missing] = [column.values.slice(), column.missing.slice()];
  for (let row = 0; row < values.length; row++) {
    if (column.values[row] !== sameAt) continue;
    values[row] = placeOfOther[other.values[row] ?? -1] ?? -1;
    missing[row] = other.missing[row] ?? 0;
  }
  return { ...column, values, missing };
}
