import { indicatorReferences } from "@tiltas/instrument/versions";
import type { IndicatorDefinition } from "../indicators/index.ts";
import type { ReleasedIndicator } from "../release/index.ts";
import type { Both, ChainInput, DatasetRead } from "./input.ts";

type Comparability = ReleasedIndicator["comparability"];

const ranks: readonly Comparability[] = ["same", "limited", "not-comparable"];

/** Whether a change of an indicator since the wave before may be told: as its weakest variable allows. */
export function comparabilityOf(
  { previous, indicators }: ChainInput,
  read: Both<DatasetRead>,
): (indicator: IndicatorDefinition) => Comparability {
  if (!previous || !read.previous) return () => "no-wave-before";
  const grades = read.previous.dataset.comparability;
  const variables = Map.groupBy(indicatorReferences(indicators.set), ({ indicator }) => indicator);
  const gradeOf = (variable: string): Comparability => {
    const grade = grades.get(variable) ?? "not-comparable";
    return grade === "not-comparable" || grade === "limited" ? grade : "same";
  };
  return ({ id }) => {
    const found = (variables.get(id) ?? []).map(({ variable }) => ranks.indexOf(gradeOf(variable)));
    return ranks[Math.max(0, ...found)] ?? "same";
  };
}
