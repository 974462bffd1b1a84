import type { ReleasedCell, ReleasedComparison, ReleasedFigure } from "../disclosure/released-tables.ts";
import { type Crossing, crossingName, type DimensionCode, type DimensionId } from "../lattice/index.ts";
import type { ReleasedIndicator, ReleaseFile } from "./release-file.ts";

export type ReleasedMeasure = ReleaseFile["measures"][number];
export type ShownCell = ReleasedCell & ReleasedFigure;

/** A release as its outputs look things up in it; what is not there is undefined, never computed. */
export interface ReleaseReading {
  readonly release: ReleaseFile;
  /** The cell of a measure (its place in `measures`) in a domain of a crossing. */
  cell(measure: number, crossing: Crossing, domain: readonly string[]): ReleasedCell | undefined;
  comparison(
    kind: ReleasedComparison["kind"],
    measure: number,
    crossing: Crossing,
    domain: readonly string[],
  ): ReleasedComparison | undefined;
  indicator(id: string): ReleasedIndicator | undefined;
  /** Place in `measures` of an indicator itself, not of its parts; -1 if it has none. */
  ownMeasure(indicator: string): number;
  codes(dimension: DimensionId): readonly DimensionCode[];
}

export const isShown = (cell: ReleasedCell | undefined): cell is ShownCell =>
  cell?.state === "published" || cell?.state === "few-observations";

export function readingOf(release: ReleaseFile): ReleaseReading {
  const places = new Map(
    release.crossings.map((crossing) => [
      crossingName(crossing.crossing),
      { cells: crossing.cells, at: new Map(crossing.domains.map((domain, i) => [keyOf(domain), i])) },
    ]),
  );
  const comparisons = new Map(
    release.comparisons.map((one) => [
      JSON.stringify([one.kind, one.measure, one.crossing, one.domain]),
      one,
    ]),
  );
  const indicators = new Map(release.indicators.map((one) => [one.id, one]));
  const dimensions = new Map(release.lattice.dimensions.map(({ id, codes }) => [id, codes]));
  const own = new Map(
    release.measures.flatMap(({ indicator, part }, i) => (part === null ? [[indicator, i] as const] : [])),
  );
  return {
    release,
    cell: (measure, crossing, domain) => {
      const place = places.get(crossingName(crossing));
      const at = place?.at.get(keyOf(domain));
      return at === undefined ? undefined : place?.cells[measure]?.[at];
    },
    comparison: (kind, measure, crossing, domain) =>
      comparisons.get(JSON.stringify([kind, measure, crossing, domain])),
    indicator: (id) => indicators.get(id),
    ownMeasure: (indicator) => own.get(indicator) ?? -1,
    codes: (dimension) => dimensions.get(dimension) ?? [],
  };
}

const keyOf = (domain: readonly string[]): string => JSON.stringify(domain);
