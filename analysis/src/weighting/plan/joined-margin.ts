import { proposeCollapses } from "../collapse.ts";
import type { CountedMargin } from "../counted-margin.ts";
import type { Margin } from "../margins.ts";
import { placeMargin, refuseEmptyCells } from "../placed-margin.ts";
import { rowsByCell } from "./cells-of.ts";
import type { DesignColumns } from "./design-columns.ts";
import type { CollapseRule } from "./weighting-plan.ts";

/** A margin over the respondents, its small cells joined. */
export interface JoinedMargin {
  readonly margin: Margin;
  /** What is met. */
  readonly counted: CountedMargin;
  /** By cell that is met: the cells of the file it is made of. */
  readonly parts: readonly (readonly number[])[];
  /** The rule by which cells were joined; undefined where none was. */
  readonly rule: CollapseRule | undefined;
  /** By cell that is met: respondents. */
  readonly respondents: Int32Array;
}

/**
 * Lays a margin over the respondents and joins cells with too few of them: first within the groups that the rule
 * names, then across.
 *
 * @throws MarginsError an empty cell that no rule joins; respondents in a category that the margin lacks
 * @source Kalton & Flores-Cervantes (2003), Weighting Methods, Journal of Official Statistics 19(2)
 */
export function joinedMargin(
  margin: Margin,
  base: Float64Array,
  columns: DesignColumns,
  rules: readonly CollapseRule[],
): JoinedMargin {
  const placed = placeMargin(margin, base, columns, "keep");
  const respondents = rowsByCell(placed.cells, margin.cells.length);
  const rule = rules.find(({ dimension }) => margin.dimensions.includes(dimension));
  const alone = margin.cells.map((_, cell) => [cell]);
  const parts = rule ? joined(alone, margin, respondents, rule) : alone;
  refuseEmptyCells(
    margin,
    Uint8Array.from(margin.cells, (_, cell) => {
      const own = parts.find((part) => part.includes(cell)) ?? [];
      return own.some((one) => respondents[one]! > 0) ? 1 : 0;
    }),
  );
  const cellOf = new Int32Array(margin.cells.length);
  parts.forEach((part, at) => {
    for (const cell of part) cellOf[cell] = at;
  });
  return {
    margin,
    counted: {
      name: placed.name,
      levels: parts.map((part) => part.map((cell) => placed.levels[cell]).join(" + ")),
      counts: Float64Array.from(parts, (part) => part.reduce((sum, cell) => sum + placed.counts[cell]!, 0)),
      cells: placed.cells.map((cell) => (cell < 0 ? -1 : cellOf[cell]!)),
    },
    parts,
    rule: parts.length < alone.length ? rule : undefined,
    respondents: Int32Array.from(parts, (part) => part.reduce((sum, cell) => sum + respondents[cell]!, 0)),
  };
}

type Parts = readonly (readonly number[])[];

function joined(alone: Parts, margin: Margin, respondents: Int32Array, rule: CollapseRule): Parts {
  const at = margin.dimensions.indexOf(rule.dimension);
  const held = (part: readonly number[]) =>
    margin.cells[part[0]!]!.codes.filter((_, i) => i !== at).join("\n");
  const group = (part: readonly number[]) => {
    const code = margin.cells[part[0]!]!.codes[at]!;
    return rule.groups?.findIndex((codes) => codes.includes(code)) ?? -1;
  };
  const within = joinedIn(
    Map.groupBy(alone, (part) => `${held(part)}\n\n${group(part) < 0 ? `alone ${part[0]}` : group(part)}`),
    margin,
    respondents,
    rule,
  );
  return joinedIn(Map.groupBy(within, held), margin, respondents, rule);
}

function joinedIn(
  families: ReadonlyMap<string, Parts>,
  { cells }: Margin,
  respondents: Int32Array,
  { respondents: fewest, ordered }: CollapseRule,
): Parts {
  return [...families.values()]
    .flatMap((family) => {
      const proposals = proposeCollapses(
        family.map((part, i) => {
          const [people, answered] = part.reduce(
            ([people, answered], cell) => [people + cells[cell]!.count, answered + respondents[cell]!],
            [0, 0] as [number, number],
          );
          return { level: String(i), respondents: answered, factor: answered > 0 ? people / answered : 1 };
        }),
        { respondents: fewest, factor: Number.POSITIVE_INFINITY, ordered: ordered ?? false },
      ).map(({ join }) => join.map(Number));
      const taken = new Set(proposals.flat());
      return [
        ...family.filter((_, i) => !taken.has(i)),
        ...proposals.map((join) => join.flatMap((i) => family[i]!).toSorted((a, b) => a - b)),
      ];
    })
    .toSorted((a, b) => a[0]! - b[0]!);
}
