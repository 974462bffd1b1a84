import { type Instrument, type Item, readOutline, stringGiven } from "../definition/index.ts";
import {
  bindCondition,
  bindExpression,
  type Expression,
  ExpressionError,
  functionsIn,
  type Host,
  isEmptyValue,
  lookUp,
  missing,
  parseExpression,
  type Reading,
  type Reference,
  referencesIn,
  writeExpression,
} from "../expressions/index.ts";

/** The answer to an item that was asked. */
type Get = (item: string) => unknown;

/** A condition that looks at answers to earlier items only. */
export interface Test {
  readonly holds: (get: Get) => boolean;
  /** The items whose answers it looks at: the same answers, the same outcome. */
  readonly reads: readonly string[];
}

/**
 * By the text of the condition what has to hold, each part that several conditions share once; undefined if one of them
 * looks at more than earlier answers.
 */
export function testsOf({
  items,
  questionnaire,
}: Pick<Instrument, "items" | "questionnaire">): ReadonlyMap<string, readonly Test[]> | undefined {
  const calculated = calculatedIn(questionnaire);
  const earlier = new Map<string, Item>();
  const tests = new Map<string, readonly Test[]>();
  const known = new Map<string, Test>();
  for (const item of items) {
    for (const condition of item.conditions) {
      const parts = tests.get(condition) ?? new LookingBack(earlier, calculated).tests(condition, known);
      if (parts === undefined) return undefined;
      tests.set(condition, parts);
    }
    earlier.set(item.name.toLowerCase(), item);
  }
  return tests;
}

/** Expressions of the calculated values, by name in small letters. */
function calculatedIn(questionnaire: unknown): ReadonlyMap<string, string> {
  const values = readOutline(questionnaire).survey.children.filter(({ slot }) => slot === "calculatedValues");
  return new Map(
    values.flatMap((node) => {
      const expression = stringGiven(node, "expression");
      return node.name === undefined || expression === undefined
        ? []
        : [[node.name.toLowerCase(), expression]];
    }),
  );
}

const ofAnswersAlone = new Set(["iif", "sum", "min", "max", "avg", "round", "trunc"]);

/** Binds what looks at earlier items alone, directly or through calculated values. */
class LookingBack {
  private readonly earlier: ReadonlyMap<string, Item>;
  private readonly calculated: ReadonlyMap<string, string>;
  /** Calculated values that are being bound: one that reads itself is left to the plan. */
  private readonly open: readonly string[];

  constructor(
    earlier: ReadonlyMap<string, Item>,
    calculated: ReadonlyMap<string, string>,
    open: readonly string[] = [],
  ) {
    this.earlier = earlier;
    this.calculated = calculated;
    this.open = open;
  }

  /** One test for each part that `and` joins; parts that were bound before are taken from `known`. */
  tests(condition: string, known: Map<string, Test>): readonly Test[] | undefined {
    const expression = this.understood(condition);
    return expression && conjunctsOf(expression).map((part) => this.testOf(part, known));
  }

  private testOf(part: Expression, known: Map<string, Test>): Test {
    const text = writeExpression(part);
    const test = known.get(text) ?? {
      holds: bindCondition(part, this.host()),
      reads: [...this.readsOf(part)],
    };
    known.set(text, test);
    return test;
  }

  private readsOf(expression: Expression): ReadonlySet<string> {
    return new Set(
      referencesIn(expression).flatMap(({ path: [first] }) => {
        const name = first?.name ?? "";
        const item = this.earlier.get(name.toLowerCase());
        return item === undefined ? this.readsOfCalculation(name) : [item.name];
      }),
    );
  }

  private readsOfCalculation(name: string): string[] {
    const key = name.toLowerCase();
    const text = this.open.includes(key) ? undefined : this.calculated.get(key);
    if (text === undefined) return [];
    const inside = new LookingBack(this.earlier, this.calculated, [...this.open, key]);
    const expression = inside.understood(text);
    return expression ? [...inside.readsOf(expression)] : [];
  }

  private understood(text: string): Expression | undefined {
    const expression = parsed(text);
    if (expression === undefined || functionsIn(expression).some((name) => !ofAnswersAlone.has(name)))
      return undefined;
    const looksBack = referencesIn(expression).every(
      ({ path, isProperty, inEntries }) =>
        !isProperty && !inEntries && this.readingOf({ path }) !== undefined,
    );
    return looksBack ? expression : undefined;
  }

  private host(): Host<Get> {
    const unasked = () => undefined;
    return {
      reference: (reference) => this.readingOf(reference) ?? { read: unasked },
      now: () => new Date(0),
      displayValue: unasked,
      comment: unasked,
    };
  }

  private readingOf({ path }: Pick<Reference, "path">): Reading<Get> | undefined {
    const [first, ...inside] = path;
    const item = this.earlier.get(first?.name.toLowerCase() ?? "");
    if (item !== undefined) return isSimple(item) ? readingOfItem(item.name, path) : undefined;
    return inside.length === 0 && first?.index === undefined
      ? this.calculation(first?.name ?? "")
      : undefined;
  }

  private calculation(name: string): Reading<Get> | undefined {
    const key = name.toLowerCase();
    const text = this.open.includes(key) ? undefined : this.calculated.get(key);
    if (text === undefined) return undefined;
    const inside = new LookingBack(this.earlier, this.calculated, [...this.open, key]);
    const expression = inside.understood(text);
    return expression && { read: bindExpression(expression, inside.host()) };
  }
}

/** The parts that `and` joins, where each is true or false; `and` of other values is one part. */
function conjunctsOf(expression: Expression): readonly Expression[] {
  return expression.type === "operation" && expression.operator === "and" && isTruth(expression)
    ? [expression.left, expression.right].flatMap(conjunctsOf)
    : [expression];
}

const truths: ReadonlySet<string> = new Set(
  "= != < <= > >= contains notcontains anyof allof noneof".split(" "),
);

function isTruth(expression: Expression): boolean {
  if (expression.type === "check") return true;
  if (expression.type !== "operation") return false;
  const { operator, left, right } = expression;
  return operator === "and" || operator === "or" ? isTruth(left) && isTruth(right) : truths.has(operator);
}

function readingOfItem(name: string, path: Reference["path"]): Reading<Get> {
  const [first, ...inside] = path;
  const steps = first?.index === undefined ? inside : [{ name: "", index: first.index }, ...inside];
  if (steps.length === 0) return { read: (get) => get(name) };
  const seen = (get: Get) => (isEmptyValue(get(name)) ? missing : lookUp({ [name]: get(name) }, path));
  return { read: (get) => plain(seen(get)), exists: (get) => seen(get) !== missing };
}

/** Kinds whose answer a condition sees as it is stored. */
function isSimple(item: Item): boolean {
  const kinds: readonly Item["kind"][] = [
    "single",
    "multiple",
    "rating",
    "number",
    "text",
    "matrix",
    "boolean",
  ];
  return kinds.includes(item.kind) && (item.valueName ?? item.name) === item.name;
}

function plain(value: unknown): unknown {
  return value === missing ? undefined : value;
}

/** The condition as an expression; undefined where it is none. */
export function parsed(condition: string): Expression | undefined {
  try {
    return parseExpression(condition);
  } catch (error) {
    if (error instanceof ExpressionError) return undefined;
    throw error;
  }
}
