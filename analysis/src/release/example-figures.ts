import type { ReleasedCell, ReleasedComparison, ReleasedCrossing } from "../disclosure/released-tables.ts";
import { type Crossing, crossingName } from "../lattice/index.ts";
import { exampleLattice, exampleRespondents } from "./example-lattice.ts";
import type { ReleaseFile } from "./release-file.ts";

export type ExampleWave = "spring" | "autumn";

/** Invented: the figure of the country in autumn, how far cells lie around it, and the error of 100 respondents. */
const figures: readonly { country: number; spread: number; error: number }[] = [
  { country: 0.46, spread: 0.12, error: 0.05 },
  { country: 0.18, spread: 0.06, error: 0.038 },
  { country: 0.57, spread: 0.08, error: 0.021 },
  { country: 0.61, spread: 0.07, error: 0.028 },
  { country: 6.4, spread: 0.7, error: 0.22 },
  { country: 21, spread: 14, error: 8 },
  { country: 74, spread: 20, error: 9 },
];

const rungs: Readonly<Record<string, number>> = { country: 0, "municipality-group": 1, municipality: 2 };

export function exampleCrossings(
  measures: ReleaseFile["measures"],
  policy: ReleaseFile["policy"],
  wave: ExampleWave,
): ReleasedCrossing[] {
  const { dimensions, pairs } = exampleLattice;
  const crossings: Crossing[] = [[], ...dimensions.map(({ id }) => [id]), ...pairs];
  return crossings.map((crossing) => {
    const domains = domainsOf(crossing);
    return {
      crossing,
      domains,
      cells: measures.map((measure, m) =>
        domains.map(
          (domain, d) => withheld(measure, crossing, domain, policy) ?? shown(m, crossing, d, wave),
        ),
      ),
    };
  });
}

function domainsOf(crossing: Crossing): string[][] {
  return crossing.reduce<string[][]>(
    (before, id) => {
      const codes = exampleLattice.dimensions.find((dimension) => dimension.id === id)?.codes ?? [];
      return before.flatMap((domain) => codes.map(({ code }) => [...domain, code]));
    },
    [[]],
  );
}

/** Every reason for which a cell may hold no figure stands somewhere in the example. */
function withheld(
  { id, lowest, sensitive }: ReleaseFile["measures"][number],
  crossing: Crossing,
  [code]: readonly string[],
  policy: ReleaseFile["policy"],
): ReleasedCell | undefined {
  const [dimension] = crossing;
  const rung = rungs[dimension ?? "country"] ?? 0;
  if (rung > (rungs[lowest] ?? 0) || (dimension === "municipality" && code === "23"))
    return { state: "not-shown-here" };
  if (dimension === "municipality" && code === "15")
    return id === "bel.05" ? { state: "not-estimable", reason: "nonresponse" } : { state: "too-few" };
  if (sensitive && policy === "public" && crossing.length === 2) return { state: "protected" };
  if (sensitive && code === "other") return { state: "protected" };
  if (id === "mun.01" && code === "55+") return { state: "left-out" };
  return id === "arr.02" && code === "south" ? { state: "not-estimable", reason: "no-estimate" } : undefined;
}

function shown(measure: number, crossing: Crossing, domain: number, wave: ExampleWave): ReleasedCell {
  const { country, spread, error } = figures[measure] ?? { country: 0.5, spread: 0, error: 0.05 };
  const respondents = exampleRespondents[crossingName(crossing)]?.[domain] ?? 0;
  const place = crossing.length === 0 ? 0 : ((domain * 2 + measure) % 5) / 2.5 - 0.8;
  const value = rounded(country + place * spread * 0.6 - (wave === "spring" ? spread * 0.4 : 0));
  const standardError = rounded(error / Math.sqrt(respondents / 100));
  return {
    state: respondents < 50 ? "few-observations" : "published",
    value,
    low: rounded(value - 1.97 * standardError),
    high: rounded(value + 1.97 * standardError),
    standardError,
    degreesOfFreedom: respondents - 1,
    respondents,
    effectiveRespondents: rounded(respondents / 1.4),
    designEffect: 1.4,
    itemNonresponse: 0.03,
    prorated: measure === 2 || measure === 3 ? 0.04 : null,
  };
}

/** Change since spring in the country and its groups, and each municipality beside the rest. */
export function exampleComparisons(
  measures: ReleaseFile["measures"],
  indicators: ReleaseFile["indicators"],
): ReleasedComparison[] {
  return measures.flatMap((measure, m) => {
    const direction = indicators.find(({ id }) => id === measure.indicator)?.direction;
    const { spread = 0 } = figures[m] ?? {};
    const clear = m % 2 === 0;
    const compared = (
      kind: ReleasedComparison["kind"],
      crossing: Crossing,
      domain: readonly string[],
    ): ReleasedComparison => ({
      kind,
      measure: m,
      crossing,
      domain,
      difference: rounded(spread * 0.4),
      low: rounded(clear ? spread * 0.1 : -spread * 0.2),
      high: rounded(clear ? spread * 0.7 : spread),
      adjustedP: clear ? 0.01 : 0.4,
      compositionAdjusted: kind === "change" ? null : rounded(spread * 0.3),
      detectable: rounded(spread * 0.45),
      verdict: clear ? verdictOf(direction) : "cannot-be-told-apart",
    });
    return [
      compared("change", [], []),
      ...(measure.lowest === "country" ? [] : [compared("change", ["municipality-group"], ["east"])]),
      ...(measure.lowest === "municipality"
        ? [compared("rest", ["municipality"], ["13"]), compared("country", ["municipality"], ["21"])]
        : []),
    ];
  });
}

function verdictOf(direction: string | undefined): ReleasedComparison["verdict"] {
  return direction === "none" ? "higher" : direction === "lower-is-better" ? "worse" : "better";
}

const rounded = (value: number) => Math.round(value * 1e6) / 1e6;
