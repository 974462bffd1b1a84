import type { IndicatorDefinition } from "./definition.ts";
import type { Estimand } from "./estimand.ts";
import { variablesOfQuantity, variablesOfRule } from "./rules.ts";

/** Every variable that an indicator reads, with repeats; of a list the name of the list. */
export function variablesOfIndicator({ universe, drawn, estimand }: IndicatorDefinition): string[] {
  return [
    ...variablesOfEstimand(estimand),
    ...(universe.where ? variablesOfRule(universe.where) : []),
    ...(drawn === undefined ? [] : [drawn]),
  ];
}

/** Every variable that an estimand reads, with repeats; of a list the name of the list. */
export function variablesOfEstimand(estimand: Estimand): string[] {
  switch (estimand.type) {
    case "proportion":
      return "where" in estimand ? variablesOfRule(estimand.where) : [estimand.variable];
    case "mean":
      return "of" in estimand ? variablesOfQuantity(estimand.of) : [estimand.variable];
    case "quantile":
      return variablesOfQuantity(estimand.of);
    case "time-to-event": {
      const { time, waiting = time, happened } = estimand;
      return [...[time, waiting].flatMap(variablesOfQuantity), ...variablesOfRule(happened)];
    }
    case "index":
      return estimand.items.map(({ variable }) => variable);
    case "grouped-index":
      return estimand.groups.flatMap(({ where, items }) => [
        ...(where ? variablesOfRule(where) : []),
        ...items.map(({ variable }) => variable),
      ]);
    case "ratio":
      if ("totalOf" in estimand) return [estimand.totalOf, estimand.perTotalOf].flatMap(variablesOfQuantity);
      return [...[estimand.numerator, estimand.denominator].flatMap(variablesOfRule), ...estimand.needs];
    case "roster-ratio":
      return [estimand.roster];
    case "net-balance":
      return [estimand.variable];
    case "count":
      return estimand.of.flatMap(variablesOfRule);
    case "reach":
      return estimand.channels.flatMap(({ where }) => variablesOfRule(where));
    case "priority":
      return estimand.needs.flatMap(({ importance, needed, met }) => [
        importance.variable,
        ...variablesOfRule(met),
        ...(needed ? variablesOfRule(needed) : []),
      ]);
  }
}
