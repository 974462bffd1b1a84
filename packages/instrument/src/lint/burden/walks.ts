import { conditionsAround, type Instrument, type Item, unmeasured } from "../../definition/index.ts";
import { compileConditions, preparePlan } from "../../plan/index.ts";
import { simulate } from "../../simulation/index.ts";
import { compilationOf } from "../compilation.ts";
import type { Subject } from "../subject.ts";
import { routesThrough } from "./routes.ts";
import { partsAround } from "./texts.ts";

/** One way through a questionnaire. */
export interface Walk {
  /** Names of the items met, with the share of their rows that were shown: 1 but for rows that depend on answers. */
  readonly asked: ReadonlyMap<string, number>;
  /** Paths of words between questions that were not shown, such as notes to interviewers. */
  readonly hidden: ReadonlySet<string>;
}

/** The ways of those who answer one form. */
export interface Walks {
  /** Empty where there is one form; "core": the short form without what is drawn. */
  readonly form: string;
  readonly walks: readonly Walk[];
}

type Answers = Readonly<Record<string, unknown>>;

/** Invented respondents of each form. */
const people = 300;

/**
 * Ways through a questionnaire. Of an instrument: invented respondents of all kinds, the same ones every time, who
 * answer it in each of its forms. Of a questionnaire that came alone: routes by chance, see `routesThrough`.
 */
export function walksThrough(subject: Subject): {
  readonly forms: readonly Walks[];
  readonly isWalked: boolean;
} {
  const { instrument } = subject;
  const walk = instrument && walkerOf(subject, instrument);
  if (instrument === undefined || walk === undefined) {
    const { routes, isWalked } = routesThrough(subject);
    const walks = routes.map((route) => ({
      asked: new Map([...route].map((name) => [name, 1])),
      hidden: new Set<string>(),
    }));
    return { forms: [{ form: "", walks }], isWalked };
  }
  const forms = formsOf(instrument).map((form) => ({ form, answers: answersIn(instrument, form) }));
  const drawn = drawnByForm(instrument);
  const [first] = forms;
  const core = first && drawn.size > 0 ? [{ form: "core", answers: without(first.answers, drawn) }] : [];
  return {
    isWalked: true,
    forms: [...core, ...forms].map(({ form, answers }) => ({ form, walks: answers.map(walk) })),
  };
}

/** Follows the answers of one person; undefined where the plan does not take the questionnaire. */
function walkerOf(subject: Subject, instrument: Instrument): ((answers: Answers) => Walk) | undefined {
  const { plan } = compilationOf(subject);
  if (plan === undefined) return undefined;
  const prepared = preparePlan(plan);
  const items = new Map(instrument.items.map((item) => [item.name, item]));
  const withChangingRows = new Set(
    subject.outline.nodes.flatMap(({ name, json }) => (json.rowsVisibleIf && name ? [name] : [])),
  );
  const shown = notesShown(subject, instrument);
  return (answers) => {
    const asked = new Map<string, number>();
    for (const path of prepared.check(answers, { now: moment }).asked) {
      const item = items.get(path.split(/[.[]/)[0] ?? path);
      if (item)
        asked.set(item.name, withChangingRows.has(item.name) ? shareOfRows(item, answers[item.name]) : 1);
    }
    return { asked, hidden: shown(answers) };
  };
}

const moment = new Date(Date.UTC(2026, 0, 1));

function shareOfRows({ rows }: Item, answer: unknown): number {
  const answered = typeof answer === "object" && answer !== null ? Object.keys(answer).length : 0;
  return rows.length === 0 ? 1 : answered / rows.length;
}

/** Which of the words between questions stay hidden, given the answers. */
function notesShown(
  { outline, items }: Subject,
  instrument: Instrument,
): (answers: Answers) => ReadonlySet<string> {
  const paths = new Set(items.map(({ path }) => path));
  const conditional = outline.nodes
    .filter(({ type }) => type === "page")
    .flatMap((page) => partsAround(page, paths))
    .map((part) => ({ path: part.path, conditions: conditionsAround(part) }))
    .filter(({ conditions }) => conditions.length > 0);
  const notes = conditional.map(({ path, conditions }) => noteAsItem(path, conditions));
  const routing = compileConditions({ ...instrument, items: [...instrument.items, ...notes] });
  return (answers) =>
    new Set(conditional.map(({ path }) => path).filter((path) => !routing.isAsked(path, answers)));
}

/** Words between questions take part in routing as an item would. */
function noteAsItem(path: string, conditions: readonly string[]): Item {
  const nothing = { titles: {}, choices: [], rows: [], required: false, measure: unmeasured };
  return { ...nothing, name: path, kind: "text", page: "", path, conditions };
}

function answersIn(instrument: Instrument, form: string): readonly Answers[] {
  const wave = form === "" ? {} : { given: { form } };
  const walk = simulate({ instrument, margins: [], respondents: people, seed: 2026, ...wave });
  return [...walk].map(({ answers }) => answers);
}

/** Codes of the item that tells forms apart; one form without a name where there is none. */
function formsOf({ items }: Instrument): string[] {
  const form = items.find(({ measure }) => measure.given === "form");
  return form ? form.choices.map(({ code }) => String(code)) : [""];
}

/** Drawn items of which the form decides how much is drawn: modules. */
function drawnByForm({ items }: Instrument): ReadonlySet<string> {
  return new Set(
    items.flatMap(({ name, measure }) => (typeof measure.draw?.size === "object" ? [name] : [])),
  );
}

function without(people: readonly Answers[], names: ReadonlySet<string>): readonly Answers[] {
  return people.map((answers) =>
    Object.fromEntries(Object.entries(answers).filter(([name]) => !names.has(name))),
  );
}
