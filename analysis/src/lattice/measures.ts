import { variablesOf } from "@tiltas/instrument/codebook";
import type { Instrument } from "@tiltas/instrument/definition";
import type { Dataset } from "../dataset/index.ts";
import {
  type IndicatorDefinition,
  leavesOut,
  lowestLevel,
  universeKey,
  variablesOfEstimand,
} from "../indicators/index.ts";
import { columnBehind } from "./dimension-codes.ts";
import type { Crossing, Lattice } from "./lattice.ts";
import type { TableMeasure } from "./working-tables.ts";

/** An indicator, or a part of one, as its evaluation names it. */
export interface NamedPart {
  readonly indicator: IndicatorDefinition;
  /** null for the indicator itself. */
  readonly part: string | null;
}

/** Sub-scores of an index go as far down as the index; other parts are told of the country alone. */
export function measureOf({ indicator, part }: NamedPart, sensitive: ReadonlySet<string>): TableMeasure {
  const { id, estimand } = indicator;
  return {
    id: part === null ? id : `${id}, ${part}`,
    indicator: id,
    part,
    universe: universeKey(indicator),
    lowest: part === null || estimand.type === "index" ? lowestLevel(indicator) : "country",
    sensitive: variablesOfEstimand(estimand).some((variable) => sensitive.has(variable)),
  };
}

/** Variables of items that are special categories of personal data or could harm; a list by its own name. */
export function sensitiveVariables(instrument: Instrument): ReadonlySet<string> {
  const items = instrument.items.filter((item) => [item, ...(item.parts ?? [])].some(isSensitive));
  return new Set([...items, ...variablesOf({ items })].map(({ name }) => name));
}

const isSensitive = ({ measure: { dataClass } }: Instrument["items"][number]): boolean =>
  dataClass === "sensitive" || dataClass === "special-category";

const rungs = ["country", "municipality-group", "municipality"] as const;

/** Whether a crossing goes no further down than the measure may. */
export function isShownIn({ lowest }: TableMeasure, crossing: Crossing): boolean {
  const deepest = crossing.includes("municipality") ? 2 : crossing.includes("municipality-group") ? 1 : 0;
  return deepest <= rungs.indexOf(lowest);
}

/** By cell of a crossing: whether the indicator is by definition not about the people in it. */
export function leftOutOf(
  lattice: Lattice,
  dataset: Dataset,
  instrument: Instrument,
): (indicator: IndicatorDefinition, crossing: Crossing, codes: readonly string[]) => boolean {
  const held = new Map(
    lattice.dimensions.flatMap((dimension) => {
      const variable =
        dimension.id !== "municipality-group" && columnBehind(dimension, dataset, instrument)?.variable;
      if (!variable || variable.kind === "number") return [];
      return dimension.codes.map(({ code, holds = [code] }) => {
        const own = variable.codes.filter((one) =>
          holds.some((answer) => String(answer) === String(one.code)),
        );
        return [
          `${dimension.id} ${code}`,
          { variable: variable.name, codes: own.map((one) => one.code) },
        ] as const;
      });
    }),
  );
  return (indicator, crossing, codes) =>
    crossing.some((id, i) => {
      const answers = held.get(`${id} ${codes[i]}`);
      if (!answers || answers.codes.length === 0) return false;
      return answers.codes.every((code) => leavesOut(indicator, answers.variable, code));
    });
}
