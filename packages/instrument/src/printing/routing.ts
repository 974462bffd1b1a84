import { isKindOf, isQuestion, type OutlineNode } from "../definition/index.ts";
import type { Expression, Operation } from "../expressions/index.ts";
import { hasOptions, markOf } from "./answers.ts";
import { plain } from "./lists.ts";
import { isNumbered } from "./numbering.ts";
import type { GoTo } from "./options.ts";
import { itemNamed, parsed } from "./parsed.ts";
import type { Phrases } from "./phrases.ts";

/** A question in its place, with everything that must hold for it to be asked. */
interface Stop {
  readonly node: OutlineNode;
  readonly number: string;
  readonly conditions: readonly Expression[];
}

/** How many conditions are looked at in all: a hostile questionnaire prints without "go to", never slowly. */
const mostLooks = 100_000;
const mostOptions = 100;

/**
 * Where each option leads when it skips what follows: the questions right behind that can certainly not be asked of
 * who chose it. For questions with one answer; "Asked if" beside each question says the rest.
 */
export function goToOf(
  survey: OutlineNode,
  numbers: ReadonlyMap<OutlineNode, string>,
  phrases: Phrases,
): ReadonlyMap<OutlineNode, GoTo> {
  const stops = new Walk(numbers).stops(survey, []);
  const goTo = new Map<OutlineNode, GoTo>();
  let looks = 0;
  for (const [i, { node }] of stops.entries()) {
    const options = codesOf(node);
    if (options.length > mostOptions) continue;
    const onward = new Map<string, string>();
    for (const code of options) {
      let next = i + 1;
      while (looks++ < mostLooks && isSkipped(stops[next], node.name, code)) next++;
      if (next > i + 1) onward.set(code, phrases.goTo(stops[next]?.number));
    }
    if (onward.size > 0 && looks < mostLooks) goTo.set(node, onward);
  }
  return goTo;
}

/** Questions in the order people meet them, with all conditions around each. */
class Walk {
  private readonly numbers: ReadonlyMap<OutlineNode, string>;
  private readonly known = new Map<string, Expression | undefined>();

  constructor(numbers: ReadonlyMap<OutlineNode, string>) {
    this.numbers = numbers;
  }

  stops(node: OutlineNode, around: readonly Expression[]): Stop[] {
    if (node.slot === "templateElements" || node.slot === "detailElements") return [];
    const own = typeof node.json.visibleIf === "string" ? this.condition(node.json.visibleIf) : undefined;
    const conditions = own === undefined ? around : [...around, own];
    const number = this.numbers.get(node);
    const here =
      isQuestion(node) && isNumbered(node) && number !== undefined ? [{ node, number, conditions }] : [];
    const inside = node.children.filter((child) => child.children.length > 0 || isQuestion(child));
    return [...here, ...inside.flatMap((child) => this.stops(child, insideOf(node, child, conditions)))];
  }

  private condition(text: string): Expression | undefined {
    if (!this.known.has(text)) this.known.set(text, parsed(text));
    return this.known.get(text);
  }
}

/** Questions inside an option are asked of those who chose it. */
function insideOf(
  node: OutlineNode,
  child: OutlineNode,
  conditions: readonly Expression[],
): readonly Expression[] {
  if (
    child.slot !== "choices" ||
    child.children.length === 0 ||
    node.name === undefined ||
    markOf(node) !== "one"
  )
    return conditions;
  const value = child.json.value;
  if (typeof value !== "string" && typeof value !== "number") return conditions;
  const reference = { name: node.name, path: [{ name: node.name }], isProperty: false, isText: false };
  return [
    ...conditions,
    {
      type: "operation",
      operator: "=",
      left: { type: "reference", reference },
      right: { type: "constant", value },
    },
  ];
}

function codesOf(node: OutlineNode): string[] {
  const isSingle = (hasOptions(node) && markOf(node) === "one") || isKindOf(node.type, "rating");
  if (!isSingle) return [];
  const slot = isKindOf(node.type, "rating") ? "rateValues" : "choices";
  const written = node.children.filter((child) => child.slot === slot).map(({ json }) => plain(json.value));
  if (isKindOf(node.type, "boolean"))
    return [plain(node.json.valueTrue ?? true), plain(node.json.valueFalse ?? false)];
  return written;
}

function isSkipped(stop: Stop | undefined, name: string | undefined, code: string): boolean {
  return (
    stop !== undefined &&
    name !== undefined &&
    stop.conditions.some((each) => truth(each, name, code) === false)
  );
}

/** Whether a condition holds when only one answer is known; undefined where that does not settle it. */
function truth(expression: Expression, name: string, code: string): boolean | undefined {
  if (expression.type === "check") {
    if (expression.check === "not") return negated(truth(expression.operand, name, code));
    return refersTo(expression.operand, name) ? expression.check === "notempty" : undefined;
  }
  if (expression.type !== "operation") return undefined;
  const { operator, left, right } = expression;
  if (operator === "and" || operator === "or") {
    const sides = [truth(left, name, code), truth(right, name, code)];
    const decisive = operator === "or";
    if (sides.includes(decisive)) return decisive;
    return sides.includes(undefined) ? undefined : !decisive;
  }
  return compared(expression, name, code);
}

function compared({ operator, left, right }: Operation, name: string, code: string): boolean | undefined {
  if (!refersTo(left, name)) return undefined;
  const values = right.type === "list" ? right.items : [right];
  const codes = values.flatMap((value) => (value.type === "constant" ? [String(value.value)] : []));
  if (codes.length !== values.length || codes.length === 0) return undefined;
  const isAmong = codes.some((one) => one.toLowerCase() === code.toLowerCase());
  if (operator === "anyof") return isAmong;
  if (operator === "noneof") return !isAmong;
  if (codes.length > 1) return undefined;
  if (operator === "=") return isAmong;
  return operator === "!=" ? !isAmong : undefined;
}

/** The answer itself, not a part or a property of it. */
function refersTo(expression: Expression, name: string): boolean {
  if (expression.type !== "reference" || expression.reference.isProperty) return false;
  const { name: item, rest } = itemNamed(expression.reference);
  return item === name && rest === undefined;
}

function negated(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}
