import type { IndicatorDefinition, RatioStatistic } from "../indicators/index.ts";
import { domainsOf, type Lattice, type WeighedPeople } from "../lattice/index.ts";
import { type Composition, sameComposition } from "./composition.ts";
import { compositionOf } from "./places.ts";
import { countryOf, designOf, statisticsIn } from "./statistics-in.ts";

/**
 * How much a figure of the country changed between people of the same citizenship, sex, age and ground of stay; by the
 * place of the measure among those of its indicator. The best channels are chosen anew in each wave, so that of their
 * parts no change is told.
 *
 * @returns a function of the indicator; undefined entries for figures that are no ratio of totals
 */
export function changeOfSameComposition(
  lattice: Lattice,
  before: WeighedPeople,
  now: WeighedPeople,
): (indicator: IndicatorDefinition) => (number | undefined)[] {
  const composition = joinedComposition(
    [before, now].map(({ dataset, instrument, inside }) =>
      compositionOf(lattice, domainsOf(lattice, dataset, instrument, inside)),
    ),
  );
  const of = joined([countryOf(before), countryOf(now).map((domain) => (domain < 0 ? -1 : 1))]);
  return (indicator) => {
    const [earlier, later] = [statisticsIn(indicator, before), statisticsIn(indicator, now)];
    const weights = joined([before, now].map((people) => designOf(indicator, people).weights));
    const parts = indicator.estimand.type === "index" ? later : later.slice(0, 1);
    return parts.map((statistic, part) => {
      const old = earlier[part];
      if (!statistic || !old) return undefined;
      const change = sameComposition(joinedStatistic(old, statistic), weights, composition, of, 2)([1]);
      return Number.isFinite(change) ? change : undefined;
    });
  };
}

function joinedStatistic(before: RatioStatistic, now: RatioStatistic): RatioStatistic {
  const numerator = joined([before.numerator, now.numerator]);
  const denominator =
    before.denominator && now.denominator ? joined([before.denominator, now.denominator]) : null;
  return { numerator, denominator };
}

/** Only dimensions that both waves asked about. */
function joinedComposition([before, now]: readonly Composition[]): Composition {
  const both = (now?.ids ?? []).flatMap((id, i) => {
    const old = before?.ids.indexOf(id) ?? -1;
    return old < 0
      ? []
      : [{ id, codes: joined([before!.codes[old]!, now!.codes[i]!]), count: now!.counts[i]! }];
  });
  return {
    ids: both.map(({ id }) => id),
    codes: both.map(({ codes }) => codes),
    counts: both.map(({ count }) => count),
  };
}

function joined<Numbers extends Int32Array | Float64Array>([before, now]: readonly Numbers[]): Numbers {
  const all = (before instanceof Int32Array
    ? new Int32Array(before.length + now!.length)
    : new Float64Array(before!.length + now!.length)) as unknown as Numbers;
  all.set(before!);
  all.set(now!, before!.length);
  return all;
}
