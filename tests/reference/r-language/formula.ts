import { type Argument, type Expression, parseR } from "./parse.ts";

/** The last call of one of these functions in an R text, wherever it stands inside other calls. */
export function callOf(text: string, names: readonly string[]): readonly Argument[] | undefined {
  let found: readonly Argument[] | undefined;
  const look = (expression: Expression): void => {
    if (expression.is === "block") expression.statements.forEach(look);
    if (expression.is !== "call") return;
    if (names.includes(expression.name)) found = expression.args;
    for (const { value } of expression.args) look(value);
  };
  parseR(text).forEach(look);
  return found;
}

/** The argument of this name, or the first formula where the name is "formula". */
export function argument(args: readonly Argument[] | undefined, name: string): Expression | undefined {
  const named = args?.find((each) => each.name === name)?.value;
  if (named || name !== "formula") return named;
  return args?.find(({ value }) => value.is === "call" && value.name === "~")?.value;
}

/** A formula taken apart: what is explained, the terms that explain it (each its factors), and whether a constant does. */
export interface Formula {
  readonly left: Expression | undefined;
  readonly terms: readonly (readonly Expression[])[];
  readonly intercept: boolean;
}

export function formulaOf(expression: Expression): Formula {
  if (expression.is !== "call" || expression.name !== "~")
    throw new SyntaxError(`R text: "${textOf(expression)}" is not a formula.`);
  const [first, second] = expression.args.map(({ value }) => value);
  const added = addedTerms(second ?? first!);
  const terms = new Map(
    added.terms.toReversed().map((term) => [term.map(textOf).toSorted().join(":"), term]),
  );
  return {
    left: second ? first : undefined,
    terms: [...terms.values()].toReversed(),
    intercept: added.intercept,
  };
}

function addedTerms(expression: Expression): { terms: Expression[][]; intercept: boolean } {
  if (expression.is === "number") return { terms: [], intercept: expression.value !== 0 };
  if (expression.is !== "call") return { terms: [[expression]], intercept: true };
  const [left, right] = expression.args.map(({ value }) => value);
  if (left && right?.is === "number" && expression.name === "^")
    return crossedUpTo(addedTerms(left), right.value);
  if (!left || !right || !["+", "-", "*", ":"].includes(expression.name))
    return expression.name === "-" && left?.is === "number"
      ? { terms: [], intercept: left.value === 0 }
      : { terms: [[expression]], intercept: true };
  const [a, b] = [addedTerms(left), addedTerms(right)];
  const crossed = a.terms.flatMap((one) => b.terms.map((other) => [...one, ...other]));
  switch (expression.name) {
    case "+":
      return { terms: [...a.terms, ...b.terms], intercept: a.intercept && b.intercept };
    case "-": {
      const gone = b.terms.map((term) => term.map(textOf).join(":"));
      return {
        terms: a.terms.filter((term) => !gone.includes(term.map(textOf).join(":"))),
        intercept: right.is === "number" ? right.value === 0 : a.intercept,
      };
    }
    case ":":
      return { terms: crossed, intercept: true };
    default:
      return { terms: [...a.terms, ...b.terms, ...crossed], intercept: a.intercept && b.intercept };
  }
}

/** `(a + b + c)^2`: every term, and every two of them together. */
function crossedUpTo(added: { terms: Expression[][]; intercept: boolean }, most: number) {
  let terms = added.terms;
  for (let i = 1; i < most; i++)
    terms = [
      ...terms,
      ...terms.flatMap((one) => added.terms.map((other) => [...new Set([...one, ...other])])),
    ];
  const sorted = terms.toSorted((a, b) => a.length - b.length);
  return { terms: sorted, intercept: added.intercept };
}

const tight = ["^", ":"];

/** An expression as R writes it. */
export function textOf(expression: Expression): string {
  switch (expression.is) {
    case "number":
      return String(expression.value);
    case "text":
      return `"${expression.value}"`;
    case "name":
      return expression.name;
    case "block":
      return `{${expression.statements.map(textOf).join("; ")}}`;
    default: {
      const texts = expression.args.map(({ name, value }) => (name ? `${name} = ` : "") + textOf(value));
      if (/^[A-Za-z.]/.test(expression.name)) return `${expression.name}(${texts.join(", ")})`;
      return texts.length === 1
        ? `${expression.name}${texts[0]}`
        : texts.join(tight.includes(expression.name) ? expression.name : ` ${expression.name} `);
    }
  }
}
