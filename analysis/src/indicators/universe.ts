import type { IndicatorDefinition, Rule } from "./definition.ts";

/**
 * A key that two indicators share when they are about the same people: the rule of the universe, and for a
 * ratio also its denominator. One key, one disclosure mask.
 */
export function universeKey({ universe, estimand }: IndicatorDefinition): string {
  const rules = [universe.where, estimand.type === "ratio" ? estimand.denominator : undefined];
  const written = rules.flatMap((rule) => (rule ? [writeRule(rule)] : []));
  return written.length === 0 ? "everyone" : written.sort().join(" and ");
}

/** The rule in one fixed spelling: the order of parts and codes makes no difference. */
function writeRule(rule: Rule): string {
  if ("all" in rule) return `(${rule.all.map(writeRule).sort().join(" and ")})`;
  if ("any" in rule) return `(${rule.any.map(writeRule).sort().join(" or ")})`;
  if ("in" in rule)
    return `${rule.variable} in ${JSON.stringify([...rule.in].map((code) => JSON.stringify(code)).sort())}`;
  return `${rule.variable} from ${rule.from ?? "any"} to ${rule.to ?? "any"}`;
}
