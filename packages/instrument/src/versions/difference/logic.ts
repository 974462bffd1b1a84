import { type Expression, parseExpression, partsOf } from "../../expressions/index.ts";

/** Alternatives of which one must hold. */
export interface Clause {
  /** The same for every spelling of the same alternatives. */
  readonly key: string;
  readonly alternatives: readonly Statement[];
}

interface Statement {
  readonly key: string;
  readonly expression: Expression | undefined;
}

/** What must all hold for a condition to hold. A text that is no expression is one statement nobody can look into. */
export function clausesOf(text: string): Clause[] {
  const expression = parsed(text);
  if (expression === undefined) {
    const key = `unread ${text.replaceAll(/\s+/g, " ").trim()}`;
    return [{ key, alternatives: [{ key, expression }] }];
  }
  return joinedBy("and", expression).map((part) => {
    const alternatives = joinedBy("or", part).map((one) => ({ key: keyOf(one), expression: one }));
    const keys = [...new Set(alternatives.map(({ key }) => key))].sort();
    return { key: keys.join(" or "), alternatives };
  });
}

function parsed(text: string): Expression | undefined {
  try {
    return parseExpression(text);
  } catch {
    return undefined;
  }
}

function joinedBy(operator: "and" | "or", expression: Expression): Expression[] {
  const open = [expression];
  const parts: Expression[] = [];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (one.type === "operation" && one.operator === operator) open.push(one.right, one.left);
    else parts.push(one);
  }
  return parts;
}

const mirrored: Readonly<Record<string, string>> = {
  "=": "=",
  "!=": "!=",
  "<": ">",
  ">": "<",
  "<=": ">=",
  ">=": "<=",
};

/** One spelling of an expression: names without regard to case, and what is compared with a constant in front. */
function keyOf(expression: Expression): string {
  switch (expression.type) {
    case "constant":
      return JSON.stringify(expression.value);
    case "nothing":
      return "null";
    case "reference": {
      const { name, isProperty, isText } = expression.reference;
      return `{${isProperty ? "$" : ""}${isText ? "#" : ""}${name.toLowerCase()}}`;
    }
    case "check":
      return `${expression.check}(${keyOf(expression.operand)})`;
    case "operation":
      return operationKey(expression.operator, expression.left, expression.right);
    case "list":
      return `[${partsOf(expression).map(keyOf).join(", ")}]`;
    case "call":
      return `${expression.name}(${partsOf(expression).map(keyOf).join(", ")})`;
    default:
      return expression satisfies never;
  }
}

function operationKey(operator: string, left: Expression, right: Expression): string {
  if (operator === "and" || operator === "or") {
    const whole = { type: "operation", operator, left, right } as const;
    return `(${joinedBy(operator, whole).map(keyOf).sort().join(` ${operator} `)})`;
  }
  const turned = mirrored[operator];
  const isTurned = turned !== undefined && left.type === "constant" && right.type !== "constant";
  return isTurned
    ? `(${keyOf(right)} ${turned} ${keyOf(left)})`
    : `(${keyOf(left)} ${operator} ${keyOf(right)})`;
}

/** Whether `wanted` holds wherever `given` does, as far as comparisons of one reference with constants show it. */
export function follows(given: Clause, wanted: Clause): boolean {
  return given.alternatives.every(
    (one) =>
      one.key === "false" ||
      wanted.alternatives.some(
        (other) => other.key === one.key || other.key === "true" || entails(one, other),
      ),
  );
}

function entails(one: Statement, other: Statement): boolean {
  const [given, wanted] = [aboutOf(one.expression), aboutOf(other.expression)];
  if (!given || !wanted || given.subject !== wanted.subject) return false;
  if (wanted.values === undefined)
    return wanted.operator === "notempty" && given.values !== undefined && saysSomething(given);
  if (given.values === undefined) return false;
  return valuesEntail(given.operator, given.values, wanted.operator, wanted.values);
}

interface About {
  readonly subject: string;
  readonly operator: string;
  readonly values?: readonly (string | number | boolean)[];
}

/** A comparison of one reference with constants. */
function aboutOf(expression: Expression | undefined): About | undefined {
  if (expression?.type === "check" && expression.operand.type === "reference")
    return { subject: keyOf(expression.operand), operator: expression.check };
  if (expression?.type !== "operation") return undefined;
  const { operator, left, right } = expression;
  const turned = left.type === "constant" ? mirrored[operator] : undefined;
  const [subject, value] = turned === undefined ? [left, right] : [right, left];
  const values = value.type === "list" ? value.items : [value];
  const constants = values.flatMap((one) => (one.type === "constant" ? [one.value] : []));
  if (subject.type !== "reference" || constants.length !== values.length) return undefined;
  return { subject: keyOf(subject), operator: turned ?? operator, values: constants };
}

/** An answer that equals, exceeds or contains something is not empty. */
function saysSomething({ operator, values = [] }: About): boolean {
  return (
    ["=", ">", ">=", "contains", "anyof", "allof"].includes(operator) && values.every((value) => value !== "")
  );
}

type Values = readonly (string | number | boolean)[];

function valuesEntail(given: string, has: Values, wanted: string, wants: Values): boolean {
  if (["=", "anyof"].includes(given) && ["=", "anyof"].includes(wanted))
    return (wanted === "anyof" || given === "=") && has.every((value) => wants.includes(value));
  if (given === "noneof" && wanted === "noneof") return wants.every((value) => has.includes(value));
  const [number, bound] = [has[0], wants[0]];
  if (typeof number !== "number" || typeof bound !== "number") return false;
  return numbersEntail(given, number, wanted, bound);
}

function numbersEntail(given: string, number: number, wanted: string, bound: number): boolean {
  const isFrom = given === ">=" || given === ">" || given === "=";
  const isTo = given === "<=" || given === "<" || given === "=";
  if (wanted === ">=") return isFrom && number >= bound;
  if (wanted === "<=") return isTo && number <= bound;
  if (wanted === ">") return isFrom && (number > bound || (number === bound && given === ">"));
  if (wanted === "<") return isTo && (number < bound || (number === bound && given === "<"));
  return false;
}
