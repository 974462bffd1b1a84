import { type Instrument, type Item, parseCondition } from "../definition/index.ts";
import { compile, type Test } from "./compile.ts";

/** Answers by item name, as SurveyJS writes them. */
export type Answers = Readonly<Record<string, unknown>>;

/** Routing of one instrument, compiled once. */
export interface Routing {
  /** Names of the items whose page, panel and item conditions all hold. Answers to items not asked count as absent. */
  asked(answers: Answers): ReadonlySet<string>;
  /** Whether one item is asked, given answers to items that were themselves asked: for walking in order. */
  isAsked(item: string, answers: Answers): boolean;
}

/**
 * Compiles the conditions of an instrument to closures that agree with survey-core under
 * `clearInvisibleValues: "onHiddenContainer"`.
 *
 * @throws  ConditionError for a condition outside the known subset (`readInstrument` has refused it before)
 */
export function compileConditions(instrument: Pick<Instrument, "items">): Routing {
  const tests = new Map<string, Test>();
  for (const item of instrument.items) {
    for (const condition of item.conditions) {
      if (!tests.has(condition)) tests.set(condition, compile(parseCondition(condition), instrument.items));
    }
  }
  const routes = instrument.items.map((item) => ({ name: item.name, tests: testsOf(item, tests) }));
  const byName = new Map(routes.map((route) => [route.name, route.tests]));
  return {
    asked: (answers) => walk(routes, answers),
    isAsked: (item, answers) => {
      const get = (name: string) => own(answers, name);
      return byName.get(item)?.every((test) => test(get)) ?? false;
    },
  };
}

function testsOf(item: Item, tests: ReadonlyMap<string, Test>): readonly Test[] {
  return item.conditions.flatMap((condition) => tests.get(condition) ?? []);
}

/** Conditions look back only, so one pass in questionnaire order settles every item, and a test is run once. */
function walk(
  routes: readonly { name: string; tests: readonly Test[] }[],
  answers: Answers,
): ReadonlySet<string> {
  const asked = new Set<string>();
  const get = (name: string) => (asked.has(name) ? own(answers, name) : undefined);
  const outcomes = new Map<Test, boolean>();
  const holds = (test: Test): boolean => {
    const known = outcomes.get(test);
    if (known !== undefined) return known;
    const outcome = test(get);
    outcomes.set(test, outcome);
    return outcome;
  };
  for (const { name, tests } of routes) if (tests.every(holds)) asked.add(name);
  return asked;
}

function own(answers: Answers, name: string): unknown {
  return Object.hasOwn(answers, name) ? answers[name] : undefined;
}
