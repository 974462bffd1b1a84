import type { Check, Removal } from "../check.ts";
import { SurveyNames } from "../prepare/names.ts";
import type { Answers } from "../run/check.ts";
import { mostGiven } from "../run/given.ts";
import { commentSuffix } from "../run/survey.ts";
import { areEqual, copyOf, setOwn, toTheLetter } from "../run/values.ts";
import type { Plan } from "../specs.ts";
import { Conditions, remembered } from "./conditions.ts";
import { SettledElements } from "./elements.ts";
import { unansweredOf } from "./kinds/index.ts";
import { Look, Unsettled } from "./look.ts";
import { type Findings, type Part, SettledQuestion, SettledRoster } from "./parts.ts";
import { Readings } from "./readings.ts";

/**
 * Judges answers that are *settled*: taking them, judging, completing and clearing would leave each as it is, and nothing
 * is objected to. Most responses are; for all others it gives undefined, and they must go through the whole life of a
 * model. undefined for a plan in which the questionnaire itself makes answers.
 */
export function settledCheck(plan: Plan): ((answers: Answers, now: Date) => Check | undefined) | undefined {
  try {
    const survey = new SettledSurvey(plan);
    return (answers, now) => survey.check(answers, now);
  } catch (error) {
    if (error instanceof Unsettled) return undefined;
    throw error;
  }
}

/** Longer words are told as too long. */
const longestWords = 20_000;

interface Calculated {
  readonly name: string;
  readonly isInResult: boolean;
  readonly value: () => unknown;
}

class SettledSurvey {
  private readonly slots: ReadonlyMap<string, number>;
  private readonly bySlot: readonly (SettledQuestion | SettledRoster)[];
  private readonly pages: readonly Part[];
  private readonly calculated: readonly Calculated[];
  private readonly unanswered: readonly unknown[];
  private readonly look: Look;
  private readonly taken: unknown[];
  private readonly askedIn: number[];
  /** Keys of words beside answers, and the words. */
  private readonly besides: ReadonlyMap<string, number>;
  private readonly words: (string | undefined)[];

  constructor(plan: Plan) {
    const { survey, firstPageIsStartPage, triggers } = plan;
    if (survey.readOnly || firstPageIsStartPage || triggers.length > 0)
      throw new Unsettled("the survey acts by itself");
    const names = new SurveyNames(plan);
    this.look = new Look(names.questions.map(unansweredOf));
    this.calculated = calculatedIn(plan, names, this.look);
    const variables = new Map(this.calculated.map(({ name, value }) => [name.toLowerCase(), value]));
    const conditions = new Conditions(new Readings(names, variables), this.look);
    const elements = new SettledElements(plan, names, conditions, this.look);
    this.pages = elements.pages();
    this.bySlot = elements.bySlot;
    this.slots = new Map(names.questions.map(({ valueName }, slot) => [valueName, slot]));
    this.unanswered = [...this.look.values];
    this.taken = names.questions.map(() => undefined);
    this.askedIn = names.questions.map(() => 0);
    this.words = names.questions.map(() => undefined);
    this.besides = new Map(
      this.bySlot.flatMap(({ standing, kind }, slot) =>
        standing.hasCommentArea || kind.needsWords
          ? [[standing.valueName + commentSuffix, slot] as const]
          : [],
      ),
    );
    this.mustBeDistinct(variables);
  }

  /** No two names are alike, and no answer that passes is ever cut: see `given`. */
  private mustBeDistinct(variables: ReadonlyMap<string, unknown>): void {
    const folded = new Set([...this.slots.keys()].map((name) => name.toLowerCase()));
    const isAlike = [...variables.keys()].some((name) => folded.has(name));
    if (isAlike || variables.size < this.calculated.length || folded.size < this.bySlot.length)
      throw new Unsettled("names are alike");
    const all = this.bySlot.reduce((sum, { kind }) => sum + kind.parts, 0);
    const lists = this.bySlot.filter((one) => one instanceof SettledRoster);
    const entries = lists.reduce((sum, { most }) => sum + most, 0);
    const isLong = this.bySlot.some(
      (one) => one instanceof SettledQuestion && one.kind.parts > mostGiven.parts,
    );
    const areMany = this.bySlot.length > mostGiven.parts || all > mostGiven.values;
    if (
      isLong ||
      areMany ||
      entries > mostGiven.entriesInAll ||
      lists.some(({ most }) => most > mostGiven.entries)
    )
      throw new Unsettled("answers may be cut");
  }

  check(answers: Answers, now: Date): Check | undefined {
    const names = Object.keys(answers);
    this.look.round += 1;
    this.look.now = now;
    const isWhole = names.length <= mostGiven.parts;
    try {
      return isWhole && this.takes(names, answers) ? this.found(names) : undefined;
    } finally {
      for (const name of names) this.forget(name);
    }
  }

  private takes(names: readonly string[], answers: Answers): boolean {
    for (const name of names) {
      const slot = this.slots.get(name);
      if (slot === undefined) {
        if (!this.takesWords(name, answers[name]) && !this.isCalculatedAgain(name)) return false;
        continue;
      }
      const answer = this.bySlot[slot]?.kind.take(answers[name]);
      if (answer === undefined) return false;
      this.taken[slot] = answer;
      this.look.values[slot] = answer;
    }
    return true;
  }
  /** Words beside an answer. */
  private takesWords(name: string, words: unknown): boolean {
    const slot = this.besides.get(name);
    if (slot === undefined || typeof words !== "string" || words.length > longestWords || words.trim() === "")
      return false;
    this.words[slot] = words;
    return true;
  }
  /** A calculated value that came with the answers gives way to the one that is calculated here. */
  private isCalculatedAgain(name: string): boolean {
    return this.calculated.some((one) => one.isInResult && one.name === name);
  }
  private forget(name: string): void {
    const slot = this.slots.get(name) ?? this.besides.get(name);
    if (slot === undefined) return;
    this.words[slot] = undefined;
    this.taken[slot] = undefined;
    this.look.values[slot] = this.unanswered[slot];
  }

  private found(names: readonly string[]): Check | undefined {
    const { taken, askedIn, words } = this;
    const findings: Findings = { taken, askedIn, words, asked: [], made: [] };
    for (const page of this.pages) if (!page.pass(findings)) return undefined;
    const cleaned = {};
    const removed: Removal[] = [];
    for (const name of names) {
      const slot = this.slots.get(name);
      if (slot === undefined) {
        const beside = this.besides.get(name);
        if (beside === undefined) continue;
        if (askedIn[beside] !== this.look.round) return undefined;
        setOwn(cleaned, name, words[beside]);
        continue;
      }
      const answer = taken[slot];
      if (askedIn[slot] !== this.look.round) {
        const hidden = this.bySlot[slot];
        if (!hidden?.keeps(answer, words[slot])) return undefined;
        removed.push({ path: hidden.standing.name, reason: "not-asked" });
      }
      setOwn(cleaned, name, answer);
    }
    for (const { name, list } of findings.made) setOwn(cleaned, name, list);
    const calculated = {};
    for (const { name, isInResult, value } of this.calculated) {
      const found = value();
      if (isInResult && found === undefined && names.includes(name)) return undefined;
      setOwn(calculated, name, copyOf(found));
      if (isInResult && found !== undefined) setOwn(cleaned, name, copyOf(found));
    }
    return { valid: true, asked: findings.asked, findings: [], cleaned, removed, calculated };
  }
}

/** Calculated values that read questions alone; one that is the same as without answers stays what it was then. */
function calculatedIn({ calculatedValues }: Plan, names: SurveyNames, look: Look): Calculated[] {
  const conditions = new Conditions(new Readings(names, new Map()), look);
  return calculatedValues.map(({ name, expression, includeIntoResult }) => {
    const read = conditions.value(expression);
    const kept = (value: unknown, before: unknown) => (areEqual(value, before, toTheLetter) ? before : value);
    const before = kept(read(), undefined);
    return {
      name,
      isInResult: includeIntoResult,
      value: remembered(() => kept(read(), before), look),
    };
  });
}
