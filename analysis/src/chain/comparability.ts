import { indicatorReferences } from "@tiltas/instrument/versions";
import type { IndicatorDefinition } from "../indicators/index.ts";
import type { ReleasedIndicator } from "../release/index.ts";
import type { ChainInput, DatasetRead } from "./input.ts";
import type { Both } from "./links.ts";

type Comparability = ReleasedIndicator["comparability"];

const ranks: readonly Comparability[] = ["same", "limited", "not-comparable"];

/** Whether a change of an indicator since the wave before may be told: as its weakest variable allows. */
export function comparabilityOf(
  { previous, indicators }: ChainInput,
  read: Both<DatasetRead>,
): (indicator: IndicatorDefinition) => Comparability {
  if (!previous || !read.previous) return () => "no-wave-before";
  const { columns, rosters } = read.previous.dataset;
  const grades = read.previous.dataset.comparability;
  const variables = Map.groupBy(indicatorReferences(indicators.set), ({ indicator }) => indicator);
  const gradeOf = (variable: string): Comparability => {
    const grade = grades?.get(variable);
    if (grade === "not-comparable" || grade === "limited") return grade;
    const isThere = columns.has(variable) || rosters?.has(variable.split(".")[0] ?? "");
    return grade || isThere ? "same" : "not-comparable";
  };
  return ({ id }) => {
    const found = (variables.get(id) ?? []).map(({ variable }) => ranks.indexOf(gradeOf(variable)));
    return ranks[Math.max(0, ...found)] ?? "same";
  };
}
