import type { VariableDescription } from "@tiltas/instrument/codebook";
import type { Code } from "@tiltas/instrument/definition";
import type { IndexItem, Quantity, Rule } from "./rule.ts";

/** Something in an indicator set that the instrument does not bear out. */
export interface IndicatorFinding {
  /** Place in the set, such as `indicators[2].estimand.variable`. */
  readonly path: string;
  readonly message: string;
}

export type Variables = ReadonlyMap<string, VariableDescription>;
export type Findings = Generator<IndicatorFinding>;

export function* checkRule(rule: Rule, variables: Variables, path: string): Findings {
  if ("all" in rule) yield* checkRules(rule.all, variables, `${path}.all`);
  else if ("any" in rule) yield* checkRules(rule.any, variables, `${path}.any`);
  else if ("not" in rule) yield* checkRule(rule.not, variables, `${path}.not`);
  else if ("of" in rule) {
    yield* checkKnown(rule.known ?? rule.atLeast, rule.of.length, `${path}.known`);
    yield* checkRules(rule.of, variables, `${path}.of`);
  } else if ("quantity" in rule) yield* checkQuantity(rule.quantity, variables, `${path}.quantity`);
  else if ("in" in rule) yield* checkCodes(rule.variable, rule.in, variables, path, "in");
  else yield* checkNumeric(rule.variable, variables, `${path}.variable`);
}

export function* checkRules(rules: readonly Rule[], variables: Variables, path: string): Findings {
  for (const [i, part] of rules.entries()) yield* checkRule(part, variables, `${path}[${i}]`);
}

export function* checkQuantity(quantity: Quantity, variables: Variables, path: string): Findings {
  if ("sum" in quantity || "difference" in quantity || "quotient" in quantity) {
    const [[operation, parts] = ["", []]] = Object.entries(quantity) as [string, Quantity[]][];
    for (const [i, part] of parts.entries())
      yield* checkQuantity(part, variables, `${path}.${operation}[${i}]`);
  } else if ("product" in quantity) {
    yield* checkQuantity(quantity.product[0], variables, `${path}.product[0]`);
  } else if ("count" in quantity) {
    yield* checkKnown(quantity.known ?? 1, quantity.count.length, `${path}.known`);
    yield* checkRules(quantity.count, variables, `${path}.count`);
  } else if ("index" in quantity)
    yield* checkItems(quantity.index.items, quantity.index.atLeast, variables, `${path}.index`);
  else if (quantity.values)
    yield* checkCodes(quantity.variable, codesOf(quantity.values), variables, path, "values", String);
  else yield* checkNumeric(quantity.variable, variables, `${path}.variable`);
}

function codesOf(values: Readonly<Record<string, number>>): string[] {
  return Object.keys(values);
}

export function* checkKnown(known: number, among: number, path: string): Findings {
  if (known > among)
    yield { path, message: `${known} answers are asked for, but there are only ${among}. Lower the number.` };
}

export function* checkItems(
  items: readonly IndexItem[],
  atLeast: number,
  variables: Variables,
  place: string,
): Findings {
  if (atLeast > items.length)
    yield {
      path: `${place}.atLeast`,
      message: `${atLeast} answers are asked for, but the index has ${items.length} items. Lower the number.`,
    };
  for (const [i, { variable, values, minimum, maximum }] of items.entries()) {
    const path = `${place}.items[${i}]`;
    if (values) {
      yield* checkCodes(variable, codesOf(values), variables, path, "values", String);
      yield* checkWithin(variable, Object.values(values), minimum, maximum, path);
    } else {
      yield* checkNumeric(variable, variables, `${path}.variable`);
      yield* checkRange(variable, minimum, maximum, variables, path);
    }
  }
}

export function* checkRange(
  variable: string,
  minimum: number,
  maximum: number,
  variables: Variables,
  path: string,
): Findings {
  const codes = (variables.get(variable)?.codes ?? []).map(({ code }) => code);
  yield* checkWithin(
    variable,
    codes.filter((code) => typeof code === "number"),
    minimum,
    maximum,
    path,
  );
}

function* checkWithin(
  variable: string,
  numbers: readonly number[],
  minimum: number,
  maximum: number,
  path: string,
): Findings {
  if (minimum >= maximum)
    yield { path, message: `The minimum ${minimum} is not below the maximum ${maximum}. Correct the two.` };
  const outside = numbers.find((number) => number < minimum || number > maximum);
  if (outside !== undefined)
    yield {
      path,
      message: `The code ${outside} of "${variable}" lies outside ${minimum} to ${maximum}. Correct the range.`,
    };
}

export function* checkName(name: string, variables: Variables, path: string): Findings {
  if (!variables.has(name))
    yield { path, message: `The instrument has no variable "${name}". Use a name from its codebook.` };
}

/** @param spelling "as written", or text where the codes stand as names of an object */
export function* checkCodes(
  name: string,
  codes: readonly Code[],
  variables: Variables,
  path: string,
  list: string,
  spelling: (code: Code) => Code = (code) => code,
): Findings {
  yield* checkName(name, variables, `${path}.variable`);
  const variable = variables.get(name);
  if (variable?.kind !== "code") return;
  for (const [i, code] of codes.entries()) {
    if (variable.codes.some((known) => spelling(known.code) === code)) continue;
    const known = variable.codes.map((one) => JSON.stringify(one.code)).join(", ");
    yield {
      path: `${path}.${list}[${i}]`,
      message: `"${name}" has no code ${JSON.stringify(code)}; it has ${known}. Numbers and text differ.`,
    };
  }
}

export function* checkNumeric(name: string, variables: Variables, path: string): Findings {
  yield* checkName(name, variables, path);
  const word = variables.get(name)?.codes.find(({ code }) => typeof code !== "number");
  if (word && variables.get(name)?.kind === "code")
    yield {
      path,
      message: `"${name}" has the code ${JSON.stringify(word.code)}, which is no number. Use a variable with numeric codes.`,
    };
}
