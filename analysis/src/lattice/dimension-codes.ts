import { type DesignRole, type Instrument, itemWithRole } from "@tiltas/instrument/definition";
import { actualMunicipality, type Column, type Dataset } from "../dataset/index.ts";
import { type Dimension, type DimensionId, type Lattice, outsidePopulation } from "./lattice.ts";

/** By dimension, by row: the place of the respondent's code among those of the dimension; -1 for who has none. */
export type DimensionCodes = ReadonlyMap<DimensionId, Int32Array>;

/**
 * Where each respondent stands in every dimension that the instrument asks about; dimensions that it does not ask
 * about are left out. Who is not of the population stands nowhere but outside it.
 *
 * @param inside rows of those who belong to the population; everyone when left out
 */
export function domainsOf(
  lattice: Lattice,
  dataset: Dataset,
  instrument: Instrument,
  inside?: Int32Array,
): DimensionCodes {
  const counts = inside && markedRows(dataset.rows, inside);
  const codes = new Map<DimensionId, Int32Array>();
  for (const dimension of lattice.dimensions) {
    const counted = dimension.id === outsidePopulation ? 0 : 1;
    const places = placesIn(dimension, lattice, dataset, instrument);
    if (places && (counts || counted === 1))
      codes.set(
        dimension.id,
        counts ? places.map((place, row) => (counts[row] === counted ? place : -1)) : places,
      );
  }
  return codes;
}

/** By row: 1 for the rows named. */
export function markedRows(rows: number, named: Int32Array): Uint8Array {
  const marked = new Uint8Array(rows);
  for (const row of named) marked[row] = 1;
  return marked;
}

function placesIn(
  dimension: Dimension,
  lattice: Lattice,
  dataset: Dataset,
  instrument: Instrument,
): Int32Array | undefined {
  if (dimension.id === "municipality-group") return groupsOfPlaces(dimension, lattice, dataset, instrument);
  const column = columnBehind(dimension, dataset, instrument);
  return column && placesOf(dimension, column);
}

const roles: Readonly<Partial<Record<DimensionId, DesignRole>>> = {
  "citizenship-group": "citizenship",
  ground: "residence-ground",
  sex: "sex",
  age: "age",
};

/** The column a dimension is read from; undefined where the instrument has none. */
export function columnBehind(
  { id, items = [] }: Dimension,
  dataset: Dataset,
  instrument: Instrument,
): Column | undefined {
  if (id === "municipality" || id === "municipality-group") return actualMunicipality(dataset, instrument);
  const outside = id === outsidePopulation && instrument.items.find(isAskedOfOthers)?.name;
  if (outside) return dataset.columns.get(outside);
  const role = roles[id];
  const asked = role && itemWithRole(instrument, role)?.name;
  const name = [asked, ...items].find((one) => one !== undefined && dataset.columns.has(one));
  return name === undefined ? undefined : dataset.columns.get(name);
}

const isAskedOfOthers = ({ measure }: Instrument["items"][number]) => measure.outsidePopulation !== undefined;

function placesOf({ codes }: Dimension, { values, variable }: Column): Int32Array {
  if (variable.kind === "number")
    return Int32Array.from(values, (value) =>
      codes.findIndex(
        ({ from, to }) => from !== undefined && value >= from && (to === undefined || value <= to),
      ),
    );
  const placeOf = new Map(
    codes.flatMap(({ code, holds }, place) => (holds ?? [code]).map((held) => [String(held), place])),
  );
  const places = variable.codes.map(({ code }) => placeOf.get(String(code)) ?? -1);
  return Int32Array.from(values, (value) => places[value] ?? -1);
}

/** The group of the municipality where a respondent lives. */
function groupsOfPlaces(
  { codes: groups }: Dimension,
  lattice: Lattice,
  dataset: Dataset,
  instrument: Instrument,
): Int32Array | undefined {
  const municipality = lattice.dimensions.find(({ id }) => id === "municipality");
  const column = municipality && columnBehind(municipality, dataset, instrument);
  if (!column) return undefined;
  const groupOf = municipality.codes.map(({ group }) => groups.findIndex(({ code }) => code === group));
  return placesOf(municipality, column).map((place) => groupOf[place] ?? -1);
}
