import {
  bindExpression,
  type Expression,
  functionsIn,
  type Host,
  parseExpression,
  referencesIn,
} from "../../expressions/index.ts";
import { type Look, Unsettled } from "./look.ts";
import type { Readings, Where } from "./readings.ts";

/** Whether a condition holds for the answers that are looked at. */
export type Test = () => boolean;

/** Functions that look at their arguments alone. */
const plainFunctions = new Set(["iif", "sum", "min", "max", "avg", "count", "round", "trunc", "substring"]);

/** The conditions of a plan: what several have in common is looked at once for each response. */
export class Conditions {
  private readonly readings: Readings;
  private readonly look: Look;
  private readonly host: Host<Look>;
  private readonly trees = new Map<string, Expression>();
  private readonly tests = new Map<string, Test>();

  constructor(readings: Readings, look: Look) {
    this.readings = readings;
    this.look = look;
    this.host = {
      reference: (reference) => readings.reading(reference),
      now: ({ now }) => now,
      displayValue: () => undefined,
      comment: () => undefined,
    };
  }

  /** @throws  Unsettled  where the condition may give anything but true and false, or looks at more than answers */
  test(text: string, where: Where): Test {
    return this.testOf(this.understood(text, where));
  }

  /** @throws  Unsettled  where the expression looks at more than answers */
  value(text: string): () => unknown {
    const { look } = this;
    const evaluate = bindExpression(this.understood(text, {}), this.host);
    return () => evaluate(look);
  }

  private understood(text: string, where: Where): Expression {
    const tree = this.trees.get(text) ?? parseExpression(text);
    this.trees.set(text, tree);
    const called = functionsIn(tree).find((name) => !plainFunctions.has(name));
    if (called !== undefined) throw new Unsettled(`${called}() looks at more than its arguments`);
    for (const reference of referencesIn(tree)) this.readings.mustMeanTheSame(reference, where);
    return tree;
  }

  private testOf(tree: Expression): Test {
    const key = JSON.stringify(tree);
    const known = this.tests.get(key);
    if (known) return known;
    const made = this.made(tree);
    const test = isLocal(tree) ? made : remembered(made, this.look);
    this.tests.set(key, test);
    return test;
  }

  private made(tree: Expression): Test {
    if (tree.type === "operation" && (tree.operator === "and" || tree.operator === "or")) {
      const left = this.testOf(tree.left);
      const right = this.testOf(tree.right);
      return tree.operator === "and" ? () => left() && right() : () => left() || right();
    }
    if (!isTruth(tree)) throw new Unsettled("the condition may give more than true and false");
    const { look } = this;
    const evaluate = bindExpression(tree, this.host);
    return () => evaluate(look) === true;
  }
}

/** Its outcome is kept until the next response is looked at. */
export function remembered<Outcome>(find: () => Outcome, look: Look): () => Outcome {
  let round = 0;
  let outcome: Outcome | undefined;
  return () => {
    if (round !== look.round) {
      outcome = find();
      round = look.round;
    }
    return outcome as Outcome;
  };
}

const comparing = new Set("= != < <= > >= contains notcontains anyof allof noneof".split(" "));

function isTruth(tree: Expression): boolean {
  return tree.type === "check" || (tree.type === "operation" && comparing.has(tree.operator));
}

/** It reads what changes while one response is looked at: an item or an entry. */
function isLocal(tree: Expression): boolean {
  return referencesIn(tree).some(
    ({ path }) => path[0]?.name === "panel" || ["item", "choice"].includes(path[0]?.name.toLowerCase() ?? ""),
  );
}
