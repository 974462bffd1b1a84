import type { Code } from "@tiltas/instrument/definition";
import type { IndicatorDefinition } from "./definition.ts";
import type { Rule } from "./rule.ts";

/**
 * A key that two indicators share when they are about the same people: the rule of the universe, for a ratio also
 * its denominator, and the draw it rests on. One key, one disclosure mask.
 */
export function universeKey(indicator: IndicatorDefinition): string {
  const { drawn } = indicator;
  const written = [...rulesOf(indicator).map(writeRule), ...(drawn === undefined ? [] : [`drew ${drawn}`])];
  return written.length === 0 ? "everyone" : written.sort().join(" and ");
}

/** Whom an indicator is about: its universe, and the people of its denominator. */
function rulesOf({ universe, estimand }: IndicatorDefinition): Rule[] {
  const denominator = estimand.type === "ratio" && "denominator" in estimand ? [estimand.denominator] : [];
  return [...(universe.where ? [universe.where] : []), ...denominator];
}

/** The rule in one fixed spelling: the order of parts and codes makes no difference. */
function writeRule(rule: Rule): string {
  if ("all" in rule) return `(${rule.all.map(writeRule).sort().join(" and ")})`;
  if ("any" in rule) return `(${rule.any.map(writeRule).sort().join(" or ")})`;
  if ("not" in rule) return `not ${writeRule(rule.not)}`;
  if ("of" in rule)
    return `at least ${rule.atLeast} of (${rule.of.map(writeRule).sort().join(", ")}), known ${rule.known ?? "all"}`;
  if ("in" in rule)
    return `${rule.variable} in ${JSON.stringify([...rule.in].map((code) => JSON.stringify(code)).sort())}${[...(rule.keep ?? [])].sort()}`;
  if ("quantity" in rule) return JSON.stringify(rule);
  return `${rule.variable} from ${rule.from ?? "any"} to ${rule.to ?? "any"}`;
}

/**
 * True when an indicator is by its definition not about people with this code: nobody there can ever be counted,
 * which says nothing about those who answered. A municipality whose respondents merely happen to fall outside the
 * universe is not left out in this sense.
 */
export function leavesOut(indicator: IndicatorDefinition, variable: string, code: Code): boolean {
  return rulesOf(indicator).some((rule) => knownFrom(rule, variable, code) === false);
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
  if ("not" in rule) {
    const known = knownFrom(rule.not, variable, code);
    return known === undefined ? undefined : !known;
  }
  return "in" in rule && rule.variable === variable ? rule.in.includes(code) : undefined;
}
