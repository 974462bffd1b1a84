import { type VariableDescription, variablesOf } from "@tiltas/instrument/codebook";
import type { Code, Instrument } from "@tiltas/instrument/definition";
import type { IndicatorDefinition, IndicatorSet, Rule } from "./definition.ts";

/** Something in an indicator set that the instrument does not bear out. */
export interface IndicatorFinding {
  /** Place in the set, such as `indicators[2].estimand.variable`. */
  readonly path: string;
  readonly message: string;
}

type Variables = ReadonlyMap<string, VariableDescription>;
type Findings = Generator<IndicatorFinding>;

/** Checks a set against the instrument it is for: names, codes, ranges, domains of life. Empty: nothing to object to. */
export function checkIndicators(set: IndicatorSet, instrument: Instrument): IndicatorFinding[] {
  const variables: Variables = new Map(variablesOf(instrument).map((variable) => [variable.name, variable]));
  const domains = new Set(set.domains.map(({ id }) => id));
  const ids = new Set<string>();
  return set.indicators.flatMap((indicator, place) => {
    const path = `indicators[${place}]`;
    const findings = [...checkIndicator(indicator, variables, path)];
    if (!domains.has(indicator.domain))
      findings.push({
        path: `${path}.domain`,
        message: `The domain "${indicator.domain}" is not in the list of domains of this set. Add it there, or name one of them.`,
      });
    if (ids.has(indicator.id))
      findings.push({
        path: `${path}.id`,
        message: `The id ${indicator.id} occurs twice. Give each indicator its own.`,
      });
    ids.add(indicator.id);
    return findings;
  });
}

function* checkIndicator(
  { universe, estimand }: IndicatorDefinition,
  variables: Variables,
  path: string,
): Findings {
  if (universe.where) yield* checkRule(universe.where, variables, `${path}.universe.where`);
  const place = `${path}.estimand`;
  switch (estimand.type) {
    case "proportion":
      return yield* checkCodes(estimand.variable, estimand.in, variables, place, "in");
    case "mean":
      return yield* checkNumeric(estimand.variable, variables, `${place}.variable`);
    case "index":
      return yield* checkIndex(estimand, variables, place);
    case "ratio":
      yield* checkRule(estimand.numerator, variables, `${place}.numerator`);
      yield* checkRule(estimand.denominator, variables, `${place}.denominator`);
      for (const [i, name] of estimand.needs.entries())
        yield* checkName(name, variables, `${place}.needs[${i}]`);
      return;
    case "net-balance":
      yield* checkCodes(estimand.variable, estimand.positive, variables, place, "positive");
      yield* checkCodes(estimand.variable, estimand.negative, variables, place, "negative");
      return yield* checkApart(estimand.positive, estimand.negative, place);
    default:
      estimand satisfies never;
  }
}

type IndexEstimand = Extract<IndicatorDefinition["estimand"], { type: "index" }>;

function* checkIndex({ items, atLeast }: IndexEstimand, variables: Variables, place: string): Findings {
  if (atLeast > items.length)
    yield {
      path: `${place}.atLeast`,
      message: `${atLeast} answers are asked for, but the index has ${items.length} items. Lower the number.`,
    };
  for (const [i, { variable, minimum, maximum }] of items.entries()) {
    const path = `${place}.items[${i}]`;
    yield* checkNumeric(variable, variables, `${path}.variable`);
    if (minimum >= maximum)
      yield { path, message: `The minimum ${minimum} is not below the maximum ${maximum}. Correct the two.` };
    const outside = (variables.get(variable)?.codes ?? []).filter(
      ({ code }) => typeof code === "number" && (code < minimum || code > maximum),
    );
    if (outside.length > 0)
      yield {
        path,
        message: `The code ${outside[0]?.code} of "${variable}" lies outside ${minimum} to ${maximum}. Correct the range.`,
      };
  }
}

function* checkRule(rule: Rule, variables: Variables, path: string): Findings {
  if ("all" in rule)
    for (const [i, part] of rule.all.entries()) yield* checkRule(part, variables, `${path}.all[${i}]`);
  else if ("any" in rule)
    for (const [i, part] of rule.any.entries()) yield* checkRule(part, variables, `${path}.any[${i}]`);
  else if ("in" in rule) yield* checkCodes(rule.variable, rule.in, variables, path, "in");
  else yield* checkNumeric(rule.variable, variables, `${path}.variable`);
}

function* checkName(name: string, variables: Variables, path: string): Findings {
  if (!variables.has(name))
    yield { path, message: `The instrument has no variable "${name}". Use a name from its codebook.` };
}

function* checkCodes(
  name: string,
  codes: readonly Code[],
  variables: Variables,
  path: string,
  list: string,
): Findings {
  yield* checkName(name, variables, `${path}.variable`);
  const variable = variables.get(name);
  if (variable?.kind !== "code") return;
  for (const [i, code] of codes.entries()) {
    if (variable.codes.some((known) => known.code === code)) continue;
    const known = variable.codes.map((one) => JSON.stringify(one.code)).join(", ");
    yield {
      path: `${path}.${list}[${i}]`,
      message: `"${name}" has no code ${JSON.stringify(code)}; it has ${known}. Numbers and text differ.`,
    };
  }
}

function* checkNumeric(name: string, variables: Variables, path: string): Findings {
  yield* checkName(name, variables, path);
  const word = variables.get(name)?.codes.find(({ code }) => typeof code !== "number");
  if (word && variables.get(name)?.kind === "code")
    yield {
      path,
      message: `"${name}" has the code ${JSON.stringify(word.code)}, which is no number. Use a variable with numeric codes.`,
    };
}

function* checkApart(positive: readonly Code[], negative: readonly Code[], place: string): Findings {
  for (const [i, code] of negative.entries())
    if (positive.includes(code))
      yield {
        path: `${place}.negative[${i}]`,
        message: `The code ${JSON.stringify(code)} is both positive and negative. Leave it in one list.`,
      };
}
