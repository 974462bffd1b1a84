import { countChanges } from "@tiltas/analysis/chain";
import type { ReleaseFile } from "@tiltas/analysis/release";
import type { CandidatePreview, CellCounts } from "@tiltas/contract/releases";

type Cell = ReleaseFile["crossings"][number]["cells"][number][number];
type Releases = ReadonlyMap<ReleaseFile["policy"], ReleaseFile>;

const countedAs: Readonly<Record<Cell["state"], keyof CellCounts>> = {
  published: "published",
  "few-observations": "fewObservations",
  "too-few": "tooFew",
  protected: "protected",
  "left-out": "leftOut",
  "not-shown-here": "notShownHere",
  "not-estimable": "notEstimable",
};

/** How much is hidden and why, without saying what or where. */
export function previewOf(
  releases: Releases,
  digests: Readonly<Record<string, string>>,
  before: Releases | null,
): CandidatePreview {
  const [any] = releases.values();
  const ladder = { single: 0, pooled: 0, group: 0 };
  for (const { stands } of any?.ladder ?? []) ladder[stands]++;
  return {
    policies: [...releases.values()].map(policyOf),
    ladder,
    digests,
    changed: before && countChanges(before, releases),
  };
}

function policyOf({ policy, lattice, crossings, indicators, measures, comparisons }: ReleaseFile) {
  const labels = new Map(lattice.dimensions.map(({ id, label }) => [id, label]));
  const of = (indicator: string) =>
    measures.flatMap((measure, at) => (measure.indicator === indicator ? [at] : []));
  return {
    policy,
    all: countCells(crossings.flatMap(({ cells }) => cells.flat())),
    byCrossing: crossings.map(({ crossing, domains, cells }) => ({
      crossing: [...crossing],
      label: joined(crossing.map((id) => labels.get(id) ?? {})),
      domains: domains.length,
      counts: countCells(cells.flat()),
    })),
    byIndicator: indicators.map(({ id, label }) => ({
      indicator: id,
      label,
      counts: countCells(of(id).flatMap((at) => crossings.flatMap(({ cells }) => cells[at] ?? []))),
    })),
    comparisons: comparisons.length,
  };
}

function countCells(cells: readonly Cell[]): CellCounts {
  const counts = {
    published: 0,
    fewObservations: 0,
    tooFew: 0,
    protected: 0,
    leftOut: 0,
    notShownHere: 0,
    notEstimable: 0,
  };
  for (const { state } of cells) counts[countedAs[state]]++;
  return counts;
}

/** "Municipality × Sex" in every language that all have; the country has no words of its own. */
function joined(labels: readonly Readonly<Record<string, string>>[]): Record<string, string> {
  if (labels.length === 0) return { lt: "Visa šalis", en: "Whole country" };
  const languages = Object.keys(labels[0] ?? {}).filter((language) =>
    labels.every((label) => Object.hasOwn(label, language)),
  );
  return Object.fromEntries(
    languages.map((language) => [language, labels.map((label) => label[language] ?? "").join(" × ")]),
  );
}
