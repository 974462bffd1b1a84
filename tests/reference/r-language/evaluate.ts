import { functions } from "./functions.ts";
import type { Argument, Expression } from "./parse.ts";
import { type Atom, memberNamed, membersOf, numbersOf, textsOf, type Value, vector } from "./values.ts";

/** Where names are looked up and set. */
export type Environment = Map<string, Value>;

export interface EvaluatedArgument {
  readonly name: string | undefined;
  readonly value: Value;
}

const constants: Readonly<Record<string, Atom>> = {
  TRUE: true,
  FALSE: false,
  T: true,
  F: false,
  Inf: Number.POSITIVE_INFINITY,
  pi: Math.PI,
};

/** @throws TypeError for what the cases were not known to write */
export function evaluateR(expression: Expression, environment: Environment): Value {
  switch (expression.is) {
    case "number":
    case "text":
      return vector([expression.value]);
    case "name":
      return valueNamed(expression.name, environment);
    case "block":
      return expression.statements.reduce<Value>(
        (_, statement) => evaluateR(statement, environment),
        vector([]),
      );
    default:
      return evaluateCall(expression.name, expression.args, environment);
  }
}

function valueNamed(name: string, environment: Environment): Value {
  const known = environment.get(name);
  if (known) return known;
  if (name === "NULL") return { is: "list", values: [], names: undefined };
  if (name in constants) return vector([constants[name] ?? 0]);
  throw new TypeError(`R text: nothing is called "${name}".`);
}

function evaluateCall(name: string, args: readonly Argument[], environment: Environment): Value {
  const [first, second] = args;
  if (name === "local" && first) return evaluateR(first.value, new Map(environment));
  if (name === "~" && first) return { is: "formula", right: (second ?? first).value };
  if (name === "<-" && first && second) {
    const value = evaluateR(second.value, environment);
    if (first.value.is === "name") environment.set(first.value.name, value);
    else setColumn(first.value, value, environment);
    return value;
  }
  const evaluated = args.map(({ name, value }) => ({ name, value: evaluateR(value, environment) }));
  const values = evaluated.map(({ value }) => value);
  if (name in operators && values.length > 0) return operate(name, values);
  const called = functions[name];
  if (called) return called(evaluated);
  return accessed(name, values);
}

/** `d$variables$column <- …`: columns made on the way are kept under their own name. */
function setColumn(target: Expression, value: Value, environment: Environment): void {
  const member = target.is === "call" && target.name === "$" ? target.args[1]?.value : undefined;
  if (member?.is !== "text") throw new TypeError("R text: this cannot be assigned to.");
  environment.set(`$${member.value}`, value);
}

function accessed(name: string, [value, index]: readonly Value[]): Value {
  if (!value || !index) throw new TypeError(`R text: the function "${name}" is not known.`);
  if (name === "$" || name === "[[") {
    const [key] = index.is === "vector" ? index.values : [];
    const found = typeof key === "number" ? membersOf(value)[key - 1] : memberNamed(value, String(key));
    if (found) return found;
    throw new TypeError(`R text: there is no member "${key}".`);
  }
  if (name === "[" && value.is === "vector") {
    const places = placesOf(value, index);
    return vector(
      places.map((at) => value.values[at] ?? 0),
      value.names && places.map((at) => value.names?.[at] ?? ""),
    );
  }
  throw new TypeError(`R text: the function "${name}" is not known.`);
}

function placesOf(value: Value & { is: "vector" }, index: Value): number[] {
  if (index.is === "vector" && typeof index.values[0] === "string")
    return textsOf(index).map((name) => value.names?.indexOf(name) ?? -1);
  const at = numbersOf(index);
  if (at.every((place) => place > 0)) return at.map((place) => place - 1);
  return value.values.map((_, place) => place).filter((place) => !at.includes(-(place + 1)));
}

const operators: Readonly<Record<string, (a: Atom, b: Atom) => Atom>> = {
  "+": (a, b) => Number(a) + Number(b),
  "-": (a, b) => Number(a) - Number(b),
  "*": (a, b) => Number(a) * Number(b),
  "/": (a, b) => Number(a) / Number(b),
  "^": (a, b) => Number(a) ** Number(b),
  "==": (a, b) => a === b || String(a) === String(b),
  "!=": (a, b) => String(a) !== String(b),
  "<": (a, b) => a < b,
  ">": (a, b) => a > b,
  "<=": (a, b) => a <= b,
  ">=": (a, b) => a >= b,
  "&": (a, b) => Boolean(a) && Boolean(b),
  "|": (a, b) => Boolean(a) || Boolean(b),
  "!": (a) => !a,
};

function operate(name: string, [left, right]: readonly Value[]): Value {
  const operator = operators[name];
  if (left?.is !== "vector" || !operator) throw new TypeError(`R text: "${name}" needs vectors.`);
  if (!right) {
    const one = name === "-" ? (a: Atom) => -Number(a) : (a: Atom) => operator(a, a);
    return vector(left.values.map(name === "+" ? Number : one), left.names);
  }
  if (right.is !== "vector") throw new TypeError(`R text: "${name}" needs vectors.`);
  const length = Math.max(left.values.length, right.values.length);
  return vector(
    Array.from({ length }, (_, i) =>
      operator(
        left.values[i % left.values.length] ?? Number.NaN,
        right.values[i % right.values.length] ?? Number.NaN,
      ),
    ),
    left.names ?? right.names,
  );
}
