import type { Item } from "../../definition/index.ts";
import { type Expression, partsOf, referencesIn } from "../../expressions/index.ts";
import { preparePlan } from "../../plan/index.ts";
import { type Random, seeded } from "../../simulation/random.ts";
import { compilationOf } from "../compilation.ts";
import { itemsByName, referred } from "../expressions.ts";
import type { Subject } from "../subject.ts";

/** Names of the items that one respondent is asked. */
export type Route = ReadonlySet<string>;

/** Most respondents that are invented, fewest that show anything, and most items and references that are met in all. */
const limits = { most: 400, fewest: 20, steps: 40_000 } as const;

/**
 * Routes through a questionnaire: respondents who answer the items that conditions look at by chance, the same ones
 * every time. Where the plan does not take the questionnaire, the two bounds: whoever is asked everything, and who
 * is asked only what has no condition.
 */
export function routesThrough(subject: Subject): {
  readonly routes: readonly Route[];
  readonly isWalked: boolean;
} {
  const { items, expressions } = subject;
  const names = items.map(({ name }) => name);
  const references = expressions.reduce((sum, { text }) => sum + text.split("{").length - 1, 0);
  const count = Math.min(limits.most, Math.floor(limits.steps / (items.length + references + 1)));
  const plan = subject.excess === undefined ? compilationOf(subject).plan : undefined;
  if (plan === undefined || count < limits.fewest) return { routes: boundsOf(items), isWalked: false };
  const deciding = decidingItems(subject);
  if (deciding.length === 0) return { routes: [new Set(names)], isWalked: true };
  const prepared = preparePlan(plan);
  const known = new Set(names);
  const random = seeded(2026, 11);
  const routes = Array.from({ length: count }, () => {
    const { asked } = prepared.check(answersTo(deciding, random), { now: new Date(Date.UTC(2026, 0, 1)) });
    return new Set(asked.map((path) => path.split(/[.[]/)[0] ?? path).filter((name) => known.has(name)));
  });
  return { routes, isWalked: true };
}

function boundsOf(items: readonly Item[]): Route[] {
  const all = new Set(items.map(({ name }) => name));
  const always = new Set(items.filter(({ conditions }) => conditions.length === 0).map(({ name }) => name));
  return [always, all];
}

/** An item that conditions look at, and the values they compare it with. */
interface DecidingItem {
  readonly item: Item;
  readonly values: readonly unknown[];
}

function decidingItems({ expressions, items }: Subject): DecidingItem[] {
  const byName = itemsByName(items);
  const values = new Map<Item, Set<unknown>>();
  for (const { expression } of expressions) {
    if (expression === undefined) continue;
    const constants = constantsIn(expression);
    for (const reference of referencesIn(expression)) {
      const item = referred(reference, byName)?.item;
      if (item === undefined) continue;
      values.set(item, new Set([...(values.get(item) ?? []), ...constants]));
    }
  }
  return [...values].map(([item, compared]) => ({ item, values: [...compared] }));
}

function constantsIn(expression: Expression): (string | number | boolean)[] {
  if (expression.type === "constant") return [expression.value];
  return partsOf(expression).flatMap(constantsIn);
}

/** How often an item is left empty, and how often a several-choice option is ticked. */
const chances = { empty: 0.1, ticked: 0.35, compared: 0.5 } as const;

function answersTo(deciding: readonly DecidingItem[], random: Random): Record<string, unknown> {
  const answers = new Map<string, unknown>();
  for (const { item, values } of deciding) {
    if (random.chance(chances.empty)) continue;
    const answer = answerTo(item, values, random);
    if (answer !== undefined) answers.set(item.valueName ?? item.name, answer);
  }
  return Object.fromEntries(answers);
}

function answerTo(item: Item, values: readonly unknown[], random: Random): unknown {
  const codes = item.choices.map(({ code }) => code);
  const compared = codes.filter((code) => values.some((value) => String(value) === String(code)));
  const one = <Value>(list: readonly Value[]) => list[random.index(list.length)];
  switch (item.kind) {
    case "single":
    case "rating":
      return compared.length > 0 && random.chance(chances.compared) ? one(compared) : one(codes);
    case "boolean":
      return booleanOf(one(codes));
    case "multiple":
      return codes.filter(() => random.chance(chances.ticked));
    case "number":
      return numberFor(values, random);
    case "matrix":
      return Object.fromEntries(item.rows.map(({ code }) => [code, one(codes)]));
    case "text":
    case "date":
      return "x";
    default:
      return undefined;
  }
}

function booleanOf(code: string | number | undefined): unknown {
  return code === "true" ? true : code === "false" ? false : code;
}

/** Near the numbers that conditions compare with. */
function numberFor(values: readonly unknown[], random: Random): number {
  const numbers = values.map(Number).filter(Number.isFinite);
  return (numbers[random.index(Math.max(numbers.length, 1))] ?? 1) + random.index(3) - 1;
}
