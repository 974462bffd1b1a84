import { type VariableDescription, variablesOf } from "@tiltas/instrument/codebook";
import type { Code, Instrument } from "@tiltas/instrument/definition";
import {
  checkCodes,
  checkItems,
  checkKnown,
  checkName,
  checkNumeric,
  checkQuantity,
  checkRange,
  checkRule,
  checkRules,
  type Findings,
  type IndicatorFinding,
  type Variables,
} from "./check-rule.ts";
import type { IndicatorDefinition, IndicatorSet } from "./definition.ts";
import type { Estimand, EstimandOf } from "./estimand.ts";

export type { IndicatorFinding } from "./check-rule.ts";

/** Checks a set against the instrument it is for: names, codes, ranges, domains of life. Empty: nothing to object to. */
export function checkIndicators(set: IndicatorSet, instrument: Instrument): IndicatorFinding[] {
  const variables: Variables = new Map(variablesOf(instrument).map((variable) => [variable.name, variable]));
  const domains = new Set(set.domains.map(({ id }) => id));
  const ids = new Set<string>();
  return set.indicators.flatMap((indicator, place) => {
    const path = `indicators[${place}]`;
    const findings = [...checkIndicator(indicator, variables, instrument, path)];
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
  { universe, estimand, drawn }: IndicatorDefinition,
  variables: Variables,
  instrument: Instrument,
  path: string,
): Findings {
  if (drawn !== undefined) yield* checkDrawn(drawn, variables, instrument, `${path}.drawn`);
  if (universe.where) yield* checkRule(universe.where, variables, `${path}.universe.where`);
  if (estimand.type === "roster-ratio") yield* checkRoster(estimand, instrument, `${path}.estimand`);
  else yield* checkEstimand(estimand, variables, `${path}.estimand`);
}

function* checkDrawn(drawn: string, variables: Variables, instrument: Instrument, path: string): Findings {
  yield* checkName(drawn, variables, path);
  const name = variables.get(drawn)?.item;
  const item = instrument.items.find((one) => one.name === name);
  if (item && item.measure.role !== "drawn")
    yield {
      path,
      message: `"${item.name}" is not drawn, so nobody has a chance of it. Name an option of an item with the role "drawn" in measures.json.`,
    };
}

function* checkEstimand(
  estimand: Exclude<Estimand, { type: "roster-ratio" }>,
  variables: Variables,
  place: string,
): Findings {
  switch (estimand.type) {
    case "proportion":
      if ("where" in estimand) return yield* checkRule(estimand.where, variables, `${place}.where`);
      return yield* checkCodes(estimand.variable, estimand.in, variables, place, "in");
    case "mean":
      if ("of" in estimand) return yield* checkQuantity(estimand.of, variables, `${place}.of`);
      return yield* checkNumeric(estimand.variable, variables, `${place}.variable`);
    case "quantile":
      return yield* checkQuantity(estimand.of, variables, `${place}.of`);
    case "time-to-event":
      yield* checkQuantity(estimand.time, variables, `${place}.time`);
      if (estimand.waiting) yield* checkQuantity(estimand.waiting, variables, `${place}.waiting`);
      return yield* checkRule(estimand.happened, variables, `${place}.happened`);
    case "index":
      yield* checkItems(estimand.items, estimand.atLeast, variables, place);
      return yield* checkParts(estimand, place);
    case "grouped-index":
      return yield* checkGroups(estimand, variables, place);
    case "ratio":
      return yield* checkRatio(estimand, variables, place);
    case "net-balance":
      yield* checkCodes(estimand.variable, estimand.positive, variables, place, "positive");
      yield* checkCodes(estimand.variable, estimand.negative, variables, place, "negative");
      return yield* checkApart(estimand.positive, estimand.negative, place);
    case "count":
      yield* checkKnown(estimand.known ?? 1, estimand.of.length, `${place}.known`);
      return yield* checkRules(estimand.of, variables, `${place}.of`);
    case "reach":
      yield* checkKnown(estimand.size, estimand.channels.length, `${place}.size`);
      for (const [i, { where }] of estimand.channels.entries())
        yield* checkRule(where, variables, `${place}.channels[${i}].where`);
      return;
    case "priority":
      return yield* checkNeeds(estimand, variables, place);
    default:
      estimand satisfies never;
  }
}

function* checkParts({ items, parts = [], everyPart }: EstimandOf<"index">, place: string): Findings {
  if (everyPart && parts.length === 0)
    yield {
      path: `${place}.everyPart`,
      message: "The index has no parts that could be missing. Name its parts, or leave everyPart out.",
    };
  for (const [i, part] of parts.entries()) {
    yield* checkKnown(part.atLeast, part.items.length, `${place}.parts[${i}].atLeast`);
    for (const [j, name] of part.items.entries())
      if (!items.some(({ variable }) => variable === name))
        yield {
          path: `${place}.parts[${i}].items[${j}]`,
          message: `The part names "${name}", which the index does not have. Name items of the index.`,
        };
  }
}

function* checkGroups(
  { groups }: EstimandOf<"grouped-index">,
  variables: Variables,
  place: string,
): Findings {
  for (const [i, { where, items, atLeast }] of groups.entries()) {
    const path = `${place}.groups[${i}]`;
    if (where) yield* checkRule(where, variables, `${path}.where`);
    yield* checkItems(items, atLeast, variables, path);
  }
}

function* checkRatio(estimand: EstimandOf<"ratio">, variables: Variables, place: string): Findings {
  if ("totalOf" in estimand) {
    yield* checkQuantity(estimand.totalOf, variables, `${place}.totalOf`);
    return yield* checkQuantity(estimand.perTotalOf, variables, `${place}.perTotalOf`);
  }
  yield* checkRule(estimand.numerator, variables, `${place}.numerator`);
  yield* checkRule(estimand.denominator, variables, `${place}.denominator`);
  for (const [i, name] of estimand.needs.entries()) yield* checkName(name, variables, `${place}.needs[${i}]`);
}

function* checkNeeds({ needs }: EstimandOf<"priority">, variables: Variables, place: string): Findings {
  for (const [i, { importance, needed, met }] of needs.entries()) {
    const path = `${place}.needs[${i}]`;
    const { variable, minimum, maximum } = importance;
    yield* checkNumeric(variable, variables, `${path}.importance.variable`);
    yield* checkRange(variable, minimum, maximum, variables, `${path}.importance`);
    if (needed) yield* checkRule(needed, variables, `${path}.needed`);
    yield* checkRule(met, variables, `${path}.met`);
  }
}

function* checkRoster(
  { roster, numerator, denominator }: EstimandOf<"roster-ratio">,
  instrument: Instrument,
  place: string,
): Findings {
  const members = rosterVariables(roster, instrument);
  if (!members)
    return yield {
      path: `${place}.roster`,
      message: `The instrument has no list "${roster}". Name an item that is a list, such as a panel that repeats.`,
    };
  yield* checkRule(numerator, members, `${place}.numerator`);
  yield* checkRule(denominator, members, `${place}.denominator`);
}

function rosterVariables(roster: string, instrument: Instrument): Variables | undefined {
  const item = instrument.items.find(({ name, kind }) => name === roster && kind === "roster");
  if (!item) return undefined;
  const parts: VariableDescription[] = variablesOf({ ...instrument, items: item.parts ?? [] });
  return new Map(parts.map((variable) => [variable.name, variable]));
}

function* checkApart(positive: readonly Code[], negative: readonly Code[], place: string): Findings {
  for (const [i, code] of negative.entries())
    if (positive.includes(code))
      yield {
        path: `${place}.negative[${i}]`,
        message: `The code ${JSON.stringify(code)} is both positive and negative. Leave it in one list.`,
      };
}
