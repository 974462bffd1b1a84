import { isList, isObject, type JsonObject } from "../../definition/index.ts";

/** Where an indicator reads answers. */
export interface IndicatorReference {
  readonly indicator: string;
  /** Number of the set that holds it. */
  readonly set: number;
  /** Variable as the codebook names it: `item`, `matrix.row`, `list.code`; of a roster's part, `roster.part`. */
  readonly variable: string;
  /** universe: whom it speaks of · estimand: what it says of them. */
  readonly use: "universe" | "estimand";
}

/**
 * Variables that the indicators of a set are made of, read from its structure: every `variable`, the names in `needs`,
 * the parts of a `roster`, and what was `drawn`. Whatever is no set of indicators has none.
 */
export function indicatorReferences(set: unknown): IndicatorReference[] {
  if (!isObject(set) || !isList(set.indicators)) return [];
  const number = typeof set.number === "number" ? set.number : 0;
  return set.indicators.slice(0, 5000).flatMap((indicator, i) => {
    if (!isObject(indicator)) return [];
    const id = typeof indicator.id === "string" ? indicator.id : `indicators[${i}]`;
    return (["universe", "estimand"] as const).flatMap((use) =>
      [...new Set(variablesOf(indicator, use))].map((variable) => ({
        indicator: id,
        set: number,
        variable,
        use,
      })),
    );
  });
}

/** Who drew what an indicator rests on is part of whom it speaks of. */
function variablesOf(indicator: JsonObject, use: IndicatorReference["use"]): string[] {
  const drawn = use === "universe" && typeof indicator.drawn === "string" ? [indicator.drawn] : [];
  return [...drawn, ...variablesIn(indicator[use])];
}

/** Rules stand in one another; deeper than this is no rule of ours. */
const deepest = 30;

function variablesIn(part: unknown, depth = 0): string[] {
  if (depth > deepest) return [];
  if (isList(part)) return part.flatMap((member) => variablesIn(member, depth + 1));
  if (!isObject(part)) return [];
  const { roster, ...rules } = part;
  if (typeof roster === "string")
    return [roster, ...variablesIn(rules, depth + 1).map((variable) => `${roster}.${variable}`)];
  return Object.entries(part).flatMap(([key, value]) => {
    if (key === "variable" && typeof value === "string") return [value];
    if (key === "needs" && isList(value))
      return value.flatMap((need) => (typeof need === "string" ? [need] : variablesIn(need, depth + 1)));
    return variablesIn(value, depth + 1);
  });
}
