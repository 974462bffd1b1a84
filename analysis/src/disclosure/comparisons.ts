import type { Correlations, WorkingComparison, WorkingComparisons } from "../comparison/index.ts";
import { type Crossing, crossingName, type WorkingTables } from "../lattice/index.ts";
import type { Judged } from "./judge.ts";
import type { Policy } from "./policies.ts";
import type { ReleasedComparison } from "./released-tables.ts";

/** Whether a figure is shown: by the id of its measure, its crossing and its codes. */
export type IsShown = (measure: string, crossing: Crossing, codes: readonly string[]) => boolean;

const nameOf = (measure: string, crossing: Crossing, codes: readonly string[]) =>
  JSON.stringify([measure, crossingName(crossing), ...codes]);

/** Reads from a judgement which figures are shown. */
export function shownBy(
  { measures }: Pick<WorkingTables, "measures">,
  { crossings, standings }: Judged,
): IsShown {
  const shown = new Set<string>();
  for (const [place, { crossing, domains }] of crossings.entries())
    for (const [row, { id }] of measures.entries())
      for (const [domain, codes] of domains.entries())
        if (standings[place]?.[row]?.[domain] === "shown") shown.add(nameOf(id, crossing, codes));
  return (measure, crossing, codes) => shown.has(nameOf(measure, crossing, codes));
}

/**
 * Comparisons of which both figures are shown: a difference and one figure tell the other. A change tells the figure of
 * the wave before, so that one must be shown of its own wave under the same policy; where nobody can tell, no change is.
 */
export function releasedComparisons(
  { comparisons }: Pick<WorkingComparisons, "comparisons">,
  { measures, lattice }: Pick<WorkingTables, "measures" | "lattice">,
  isShown: IsShown,
  wasShown: IsShown,
  policy: Policy,
): ReleasedComparison[] {
  const municipalities = lattice.dimensions.find(({ id }) => id === "municipality")?.codes ?? [];
  const groups = new Map(municipalities.map(({ code, group }) => [code, group]));
  const otherIsShown = ({ kind, crossing, domain }: WorkingComparison, id: string) => {
    if (kind === "change") return wasShown(id, crossing, domain);
    if (kind !== "group") return isShown(id, [], []);
    const group = groups.get(domain[crossing.indexOf("municipality")] ?? "");
    return group !== undefined && isShown(id, ["municipality-group"], [group]);
  };
  return comparisons.flatMap((one) => {
    const id = measures[one.measure]?.id;
    if (id === undefined || !isShown(id, one.crossing, one.domain) || !otherIsShown(one, id)) return [];
    return [comparisonOf(one, policy)];
  });
}

/** Correlations between figures that are both shown. */
export function releasedCorrelations(
  { correlations }: Pick<WorkingComparisons, "correlations">,
  { measures, crossings }: Pick<WorkingTables, "measures" | "crossings">,
  isShown: IsShown,
): Correlations[] {
  const domains = new Map(crossings.map((table) => [crossingName(table.crossing), table.domains]));
  return correlations.flatMap((one) => {
    const id = measures[one.measure]?.id ?? "";
    const shows = (crossing: Crossing, place: number) => {
      const codes = domains.get(crossingName(crossing))?.[place];
      return codes !== undefined && isShown(id, crossing, codes);
    };
    const pairs = one.pairs.filter(
      ([first, second]) => shows(one.crossing, first) && shows(one.other, second),
    );
    return pairs.length === 0 ? [] : [{ ...one, pairs }];
  });
}

function comparisonOf(
  { standardError: _, degreesOfFreedom: __, p: ___, before: ____, ...told }: WorkingComparison,
  { rounding }: Policy,
): ReleasedComparison {
  const round = rounding ? threeDigits : sixDecimals;
  const orNull = (value: number | null) => (value === null ? null : round(value));
  return {
    kind: told.kind,
    measure: told.measure,
    crossing: told.crossing,
    domain: told.domain,
    difference: round(told.difference),
    low: orNull(told.low),
    high: orNull(told.high),
    adjustedP: orNull(told.adjustedP),
    compositionAdjusted: orNull(told.compositionAdjusted),
    detectable: orNull(told.detectable),
    verdict: told.verdict,
  };
}

const sixDecimals = (value: number) => Math.round(value * 1e6) / 1e6 + 0;
/** To a tenth of a per cent, or three digits of what is larger. */
const threeDigits = (value: number) =>
  Math.abs(value) < 1 ? Math.round(value * 1000) / 1000 + 0 : Number(value.toPrecision(3)) + 0;
