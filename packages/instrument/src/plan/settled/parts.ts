import { isObject } from "../../definition/json.ts";
import { ownValue, setOwn } from "../run/values.ts";
import type { RosterSpec } from "../specs.ts";
import type { Test } from "./conditions.ts";
import type { Kind } from "./kinds/index.ts";
import type { Look } from "./look.ts";

/** What is found while the parts of a questionnaire are passed in order. */
export interface Findings {
  /** Answers that were taken, by the place of their question; undefined where there is none. */
  readonly taken: readonly unknown[];
  /** The response in which a question was asked last. */
  readonly askedIn: number[];
  readonly asked: string[];
  /** Words beside answers, by the place of their question. */
  readonly words: readonly (string | undefined)[];
  /** Lists that come into being because they are shown. */
  readonly made: { readonly name: string; readonly list: unknown[] }[];
}

/** A page, panel or question. */
export interface Part {
  /** Notes what is asked; false where something would change or is objected to. */
  pass(findings: Findings): boolean;
}

export class SettledPanel implements Part {
  private readonly isShown: Test | undefined;
  private readonly parts: readonly Part[];

  constructor(isShown: Test | undefined, parts: readonly Part[]) {
    this.isShown = isShown;
    this.parts = parts;
  }

  pass(findings: Findings): boolean {
    if (this.isShown?.() === false) return true;
    for (const part of this.parts) if (!part.pass(findings)) return false;
    return true;
  }
}

/** Whether a validator objects to nothing in an answer. */
export type Rule = (answer: unknown) => boolean;

/** What is known of a question before any answer is. */
export interface Standing {
  /** Place among the questions of the survey, or of the entry. */
  readonly slot: number;
  readonly name: string;
  readonly valueName: string;
  readonly isShown: Test | undefined;
  readonly isRequired: Test | undefined;
  /** What validators say: whether they pass the answer. */
  readonly rules: readonly Rule[];
  readonly hasCommentArea: boolean;
  /** Its answer stays where it is not asked. */
  readonly keepsHidden: boolean;
}

export class SettledQuestion implements Part {
  readonly standing: Standing;
  readonly kind: Kind;
  private readonly look: Look;

  constructor(standing: Standing, kind: Kind, look: Look) {
    this.standing = standing;
    this.kind = kind;
    this.look = look;
  }

  pass(findings: Findings): boolean {
    const { slot, name, isShown, isRequired, rules } = this.standing;
    if (isShown?.() === false) return true;
    findings.asked.push(name);
    findings.askedIn[slot] = this.look.round;
    const answer = findings.taken[slot];
    if (answer === undefined) {
      if (!this.kind.isQuietEmpty || isRequired?.() === true) return false;
    } else if (!this.stays(answer)) return false;
    if (!this.hasItsWords(answer, findings.words[slot])) return false;
    for (const rule of rules) if (!rule(this.look.values[slot])) return false;
    return true;
  }
  stays(answer: unknown): boolean {
    return this.kind.stays === undefined || this.kind.stays(answer);
  }
  private hasItsWords(answer: unknown, words: string | undefined): boolean {
    if (answer === undefined) return words === undefined;
    if (this.kind.needsWords?.(answer) === true) return words !== undefined;
    return words === undefined || this.standing.hasCommentArea;
  }
  /** Whether an answer stays though nobody asks for it. */
  keeps(answer: unknown, words: string | undefined): boolean {
    const isBare = words === undefined && this.kind.needsWords?.(answer) !== true;
    return this.standing.keepsHidden && isBare && this.stays(answer);
  }
}

/** A list of entries with the same questions; each entry is looked at by itself. */
export class SettledRoster implements Part {
  readonly standing: Standing;
  readonly kind: Kind;
  private readonly questions: readonly SettledQuestion[];
  private readonly look: Look;
  /** Entries that are there before anybody has answered. */
  private readonly count: number;
  /** Entries at most. */
  readonly most: number;

  constructor(standing: Standing, spec: RosterSpec, questions: readonly SettledQuestion[], look: Look) {
    this.standing = standing;
    this.questions = questions;
    this.look = look;
    this.most = spec.max;
    this.count = Math.min(Math.max(spec.count, spec.min), spec.max);
    const kinds = new Map(questions.map((question) => [question.standing.valueName, question.kind]));
    this.kind = {
      take: (answer) => takenEntries(answer, spec, kinds),
      isQuietEmpty: false,
      parts: 1 + spec.max * (1 + questions.length),
    };
  }

  keeps(): boolean {
    return false;
  }
  pass(findings: Findings): boolean {
    const { slot, name, isShown, isRequired } = this.standing;
    if (isShown?.() === false) return true;
    findings.asked.push(name);
    findings.askedIn[slot] = this.look.round;
    const entries = this.entriesIn(findings);
    if (isRequired?.() === true && entries.every(isBare)) return false;
    for (const [i, entry] of entries.entries())
      if (!isObject(entry) || !this.passEntry(entry, `${name}[${i}].`, findings)) return false;
    return true;
  }
  private entriesIn({ taken, made }: Findings): readonly unknown[] {
    const { slot, valueName } = this.standing;
    const given = taken[slot];
    if (Array.isArray(given)) return given;
    const list = Array.from({ length: this.count }, () => ({}));
    if (list.length > 0) made.push({ name: valueName, list });
    return list;
  }
  private passEntry(entry: Readonly<Record<string, unknown>>, prefix: string, { asked }: Findings): boolean {
    this.look.entry = entry;
    for (const { standing, kind } of this.questions) {
      const { name, valueName, isShown, isRequired } = standing;
      const answer = ownValue(entry, valueName);
      if (isShown?.() === false) {
        if (answer !== undefined) return false;
        continue;
      }
      asked.push(prefix + name);
      if (answer === undefined && (!kind.isQuietEmpty || isRequired?.() === true)) return false;
    }
    return true;
  }
}

function isBare(entry: unknown): boolean {
  return isObject(entry) && Object.keys(entry).length === 0;
}

function takenEntries(answer: unknown, { min, max }: RosterSpec, kinds: ReadonlyMap<string, Kind>): unknown {
  if (!Array.isArray(answer) || answer.length === 0 || answer.length < min || answer.length > max)
    return undefined;
  const taken: unknown[] = [];
  for (const entry of answer) {
    if (!isObject(entry)) return undefined;
    const copy = {};
    for (const key of Object.keys(entry)) {
      const part = kinds.get(key)?.take(entry[key]);
      if (part === undefined) return undefined;
      setOwn(copy, key, part);
    }
    taken.push(copy);
  }
  return taken;
}
