import type { Instrument, Item } from "../definition/index.ts";
import { functionsIn } from "../expressions/index.ts";
import { compilePlan } from "./compile/compile.ts";
import { parsed, type Test, testsOf } from "./looking-back.ts";
import { NamedAnswers, own, type PlacedAnswers } from "./placed-answers.ts";
import { preparePlan } from "./prepare/prepare.ts";
import type { Answers } from "./run/check.ts";
import { partsOf, Walk } from "./walk.ts";

/** Routing of one instrument, compiled once: for walking in order, and for telling "not asked" from "no answer". */
export interface Routing {
  /**
   * Names of the items whose page, panel and item conditions all hold, also of the hidden ones that the application or
   * chance fills (arms, given and drawn items). Answers to items not asked count as absent.
   */
  asked(answers: Answers): ReadonlySet<string>;
  /** The same for many responses: by the item's place 1 where it is asked. The next call writes over it. */
  mark(answers: PlacedAnswers): Uint8Array;
  /** Whether one item is asked, given answers to items that were themselves asked: for walking in order. */
  isAsked(item: string, answers: Answers): boolean;
}

/**
 * Compiles the conditions of an instrument for routing alone. Where conditions only look back at answers, one pass over
 * them settles every item, also through calculated values; where they look at more (entries of a list, words of options),
 * the whole plan is asked, which takes longer.
 *
 * @throws  RoutingError where the plan refuses the questionnaire, or routing depends on the day of the interview
 */
export function compileConditions(instrument: Pick<Instrument, "items" | "questionnaire">): Routing {
  const tests = testsOf(instrument);
  return tests === undefined ? routingByPlan(instrument) : routingByTests(instrument.items, tests);
}

/** Routing cannot be told from the answers alone. */
export class RoutingError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "RoutingError";
  }
}

function routingByTests(items: readonly Item[], tests: ReadonlyMap<string, readonly Test[]>): Routing {
  const walk = new Walk(items, tests);
  const named = new NamedAnswers(items);
  const byName = new Map(items.map((item) => [item.name, partsOf(item, tests)]));
  return {
    asked: (answers) => {
      const marks = walk.marked(named.of(answers));
      return new Set(items.flatMap(({ name }, place) => (marks[place] === 1 ? [name] : [])));
    },
    mark: (answers) => walk.marked(answers),
    isAsked: (item, answers) =>
      byName.get(item)?.every(({ holds }) => holds((name) => own(answers, name))) ?? false,
  };
}

function routingByPlan({ items, questionnaire }: Pick<Instrument, "items" | "questionnaire">): Routing {
  const { plan, refusals } = compilePlan(questionnaire);
  const [refusal] = refusals;
  if (plan === undefined)
    throw new RoutingError(`Routing cannot be followed: ${refusal?.path}: ${refusal?.message}`);
  if (items.some(({ conditions }) => conditions.some(readsTheClock)))
    throw new RoutingError("A condition depends on the day of the interview, which answers do not tell.");
  const prepared = preparePlan(plan);
  const names = new Set(items.map(({ name }) => name));
  const filled = items.filter(({ hidden }) => hidden).map(({ name }) => name);
  const asked = (answers: Answers) => {
    const shown = prepared.check(answers, { now: new Date(0) }).asked.filter((path) => names.has(path));
    return new Set([...shown, ...filled.filter((name) => own(answers, name) !== undefined)]);
  };
  const marks = new Uint8Array(items.length);
  const mark = (answers: PlacedAnswers) => {
    const seen = asked(answers.whole());
    items.forEach(({ name }, place) => {
      marks[place] = seen.has(name) ? 1 : 0;
    });
    return marks;
  };
  return { asked, mark, isAsked: (item, answers) => asked(answers).has(item) };
}

const clock = new Set(
  "age currentdate currentyear datediff dateadd day diffdays getdate getyear month today weekday year".split(
    " ",
  ),
);

function readsTheClock(condition: string): boolean {
  const expression = parsed(condition);
  return expression !== undefined && functionsIn(expression).some((name) => clock.has(name.toLowerCase()));
}
