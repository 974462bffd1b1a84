import type { Code } from "@tiltas/instrument/definition";
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

/**
 * True when an indicator is by its definition not about people with this code: nobody there can ever be counted,
 * which says nothing about those who answered. A municipality whose respondents merely happen to fall outside the
 * universe is not left out in this sense.
 */
export function leavesOut(
  { universe, estimand }: IndicatorDefinition,
  variable: string,
  code: Code,
): boolean {
  const rules = [universe.where, estimand.type === "ratio" ? estimand.denominator : undefined];
  return rules.some((rule) => rule !== undefined && knownFrom(rule, variable, code) === false);
}

/** What a rule comes to when only one variable is known; undefined: that depends on the others. */
function knownFrom(rule: Rule, variable: string, code: Code): boolean | undefined {
  if ("all" in rule) {
    const parts = rule.all.map((part) => knownFrom(part, variable, code));
    return parts.includes(false) ? false : parts.includes(undefined) ? undefined : true;
  }
  if ("any" in rule) {
    const parts = rule.any.map((part) => knownFrom(part, variable, code));
    return parts.includes(true) ? true : parts.includes(undefined) ? undefined : false;
  }
  return "in" in rule && rule.variable === variable ? rule.in.includes(code) : undefined;
}
