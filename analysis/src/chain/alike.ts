import { alikeGroups } from "../comparison/index.ts";
import { crossingName } from "../lattice/index.ts";
import type { ReleaseFile } from "../release/index.ts";

/**
 * Groups of domains within which nothing can be told apart, of every measure in every dimension, from shown figures and
 * their correlations alone. Municipalities whose figure holds two waves are left out, as they are compared with nothing.
 */
export function alikeDomains(
  { crossings, correlations }: Pick<ReleaseFile, "crossings" | "correlations">,
  ladder: ReleaseFile["ladder"],
): ReleaseFile["alike"] {
  const pooled = new Set(
    ladder.flatMap(({ municipality, stands }) => (stands === "pooled" ? [municipality] : [])),
  );
  const pairsOf = new Map(
    correlations
      .filter(({ crossing, other }) => crossingName(crossing) === crossingName(other))
      .map(({ measure, crossing, pairs }) => [`${measure} ${crossingName(crossing)}`, pairs]),
  );
  return crossings
    .filter(({ crossing }) => crossing.length === 1)
    .flatMap((table) =>
      table.cells.flatMap((cells, measure) => {
        const figures = figuresOf(
          table,
          cells,
          (code) => table.crossing[0] === "municipality" && pooled.has(code),
        );
        if (figures.length < 2) return [];
        const correlationOf = correlationsBy(pairsOf.get(`${measure} ${crossingName(table.crossing)}`) ?? []);
        const groups = alikeGroups(figures, (one, other) =>
          correlationOf(figures[one]!.place, figures[other]!.place),
        );
        return [{ measure, crossing: table.crossing, groups }];
      }),
    );
}

type Table = ReleaseFile["crossings"][number];

/** Figures that are shown with an error, with their place in the crossing. */
function figuresOf({ domains }: Table, cells: Table["cells"][number], isPooled: (code: string) => boolean) {
  return cells.flatMap((cell, place) => {
    const [code = ""] = domains[place] ?? [];
    if ((cell.state !== "published" && cell.state !== "few-observations") || isPooled(code)) return [];
    const { value, standardError, degreesOfFreedom } = cell;
    return standardError === null ? [] : [{ code, place, value, standardError, degreesOfFreedom }];
  });
}

function correlationsBy(pairs: ReleaseFile["correlations"][number]["pairs"]) {
  const known = new Map(pairs.map(([one, other, thousandths]) => [`${one} ${other}`, thousandths / 1000]));
  return (one: number, other: number) => known.get(`${one} ${other}`) ?? known.get(`${other} ${one}`) ?? 0;
}
