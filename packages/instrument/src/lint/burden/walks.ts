import {
  conditionsAround,
  type Instrument,
  type Item,
  type OutlineNode,
  unmeasured,
} from "../../definition/index.ts";
import { compileConditions, type Offering, offeringsIn, preparePlan } from "../../plan/index.ts";
import { simulate } from "../../simulation/index.ts";
import { compilationOf } from "../compilation.ts";
import type { Subject } from "../subject.ts";
import { routesThrough } from "./routes.ts";
import { partsAround } from "./texts.ts";

/** One way through a questionnaire. */
export interface Walk {
  /** The items met by name, and how much of them was shown. */
  readonly asked: ReadonlyMap<string, Shown>;
  /** Paths of words between questions that were not shown, such as notes to interviewers. */
  readonly hidden: ReadonlySet<string>;
}

interface Shown {
  /** Share of the rows: 1 but for rows that depend on answers. */
  readonly share: number;
  /** Codes of the options that were shown; absent where all were. */
  readonly offered?: ReadonlySet<unknown>;
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
      asked: new Map([...route].map((name) => [name, { share: 1 }])),
      hidden: new Set<string>(),
    }));
    return { forms: [{ form: "", walks }], isWalked };
  }
  const forms = formsOf(instrument).map((form) => ({ form, answers: answersIn(instrument, form) }));
  const drawn = modulesOf(instrument);
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
  const offering = offeringsIn(instrument);
  const offerings = new Map(instrument.items.map((item) => [item.name, offering(item)]));
  const hidden = notesHidden(subject, instrument);
  return (answers) => {
    const asked = new Map<string, Shown>();
    for (const path of prepared.check(answers, { now: moment }).asked) {
      const item = items.get(path.split(/[.[]/)[0] ?? path);
      if (item === undefined) continue;
      asked.set(item.name, shownOf(item, offerings.get(item.name), answers));
    }
    return { asked, hidden: hidden(answers) };
  };
}

const moment = new Date(Date.UTC(2026, 0, 1));

function shownOf(item: Item, { choices, rows }: Partial<Offering> = {}, answers: Answers): Shown {
  const up =
    rows && item.rows.length > 0
      ? item.rows.filter(({ code }) => rows(code, answers)).length / item.rows.length
      : 1;
  if (choices === undefined) return { share: up };
  const codes = item.choices.map(({ code }) => code).filter((code) => choices(code, answers));
  return { share: up, offered: new Set(codes) };
}

/** Which of the words between questions stay hidden, given the answers. */
function notesHidden(
  { outline, items }: Subject,
  instrument: Instrument,
): (answers: Answers) => ReadonlySet<string> {
  const paths = new Set(items.map(({ path }) => path));
  const conditional = outline.nodes
    .filter(({ type }) => type === "page")
    .flatMap((page) => partsAround(page, paths))
    .filter((part) => conditionsAround(part).length > 0);
  const holds = conditionsOf(conditional, instrument);
  return (answers) => new Set(conditional.map(({ path }) => path).filter((path) => !holds(path, answers)));
}

/** Whether the conditions around parts that no answer belongs to hold: they take part in routing as items would. */
function conditionsOf(
  parts: readonly OutlineNode[],
  instrument: Instrument,
): (path: string, answers: Answers) => boolean {
  const nothing = { titles: {}, choices: [], rows: [], required: false, measure: unmeasured };
  const items = parts.map((part): Item => {
    const conditions = conditionsAround(part);
    return { ...nothing, name: part.path, kind: "text", page: "", path: part.path, conditions };
  });
  const routing = compileConditions({ ...instrument, items: [...instrument.items, ...items] });
  return (path, answers) => routing.isAsked(path, answers);
}

/** As in the field: the questions about the questionnaire itself, which pilots add, are not counted. */
function answersIn(instrument: Instrument, form: string): readonly Answers[] {
  const circumstances = { stage: "field", ...(isForm(form) ? { forms: { [form]: 1 } } : {}) } as const;
  const walk = simulate({ instrument, margins: [], respondents: people, seed: 2026, circumstances });
  return [...walk].map(({ answers }) => answers);
}

function isForm(word: string): word is "short" | "long" {
  return word === "short" || word === "long";
}

/** Codes of the item that tells forms apart; one form without a name where there is none. */
function formsOf({ items }: Instrument): string[] {
  const form = items.find(({ measure }) => measure.given === "form");
  return form ? form.choices.map(({ code }) => String(code)) : [""];
}

/** Modules: what is drawn for everybody, not from what somebody ticked. */
function modulesOf({ items }: Instrument): ReadonlySet<string> {
  return new Set(
    items.flatMap(({ name, measure: { draw } }) => (draw && draw.from === undefined ? [name] : [])),
  );
}

function without(people: readonly Answers[], names: ReadonlySet<string>): readonly Answers[] {
  return people.map((answers) =>
    Object.fromEntries(Object.entries(answers).filter(([name]) => !names.has(name))),
  );
}
