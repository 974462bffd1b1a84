import type { Subject } from "../subject.ts";
import { lix, sentenceLength } from "./lix.ts";
import { type Loads, loadOfWalk, loadsOf } from "./loads.ts";
import { ownTexts } from "./texts.ts";
import { type Walks, walksThrough } from "./walks.ts";

/** What one route asks of a respondent. */
export interface RouteBurden {
  readonly items: number;
  readonly words: number;
  /** Reading and answering, without notice and consent. */
  readonly minutes: number;
}

/** The routes of one form of the questionnaire, such as the short one, by minutes. */
export interface FormBurden {
  /** Empty where there is one form; "core": the short form without what is drawn. */
  readonly form: string;
  readonly shortest: RouteBurden;
  /** The median of the routes that were walked. */
  readonly typical: RouteBurden;
  /** Nineteen of twenty are done in this time. */
  readonly slow: RouteBurden;
  readonly longest: RouteBurden;
}

/** How much a questionnaire asks of those who read it in one language. */
export interface Burden {
  readonly language: string;
  readonly forms: readonly FormBurden[];
  /** LIX over all texts; absent where there are fewer than 100 words. */
  readonly lix?: number;
  /** Mean words of a sentence over all texts; absent where there are fewer than 100 words. */
  readonly sentenceWords?: number;
  /** false: the plan does not take the questionnaire; shortest and longest are bounds, typical lies at the longest. */
  readonly isWalked: boolean;
}

const known = new WeakMap<Subject, readonly Burden[]>();

/** Burden by language, the source language first; empty where there is too much to look at. */
export function burdenOf(subject: Subject): readonly Burden[] {
  const burden = known.get(subject) ?? estimate(subject);
  known.set(subject, burden);
  return burden;
}

function estimate(subject: Subject): Burden[] {
  if (subject.excess !== undefined) return [];
  const { forms, isWalked } = walksThrough(subject);
  return subject.languages.map((language) => {
    const [alone, aloud] = [
      loadsOf(subject, language, "respondent"),
      loadsOf(subject, language, "interviewer"),
    ];
    const texts = allTexts(subject, language);
    const [ease, length] = [lix(texts), sentenceLength(texts)];
    return {
      language,
      forms: forms.map((walks) => burdenOfForm(walks, walks.form === "long" ? aloud : alone)),
      ...(ease === undefined ? {} : { lix: ease }),
      ...(length === undefined ? {} : { sentenceWords: length }),
      isWalked,
    };
  });
}

function burdenOfForm({ form, walks }: Walks, loads: Loads): FormBurden {
  const told = walks
    .map((walk) => loadOfWalk(walk, loads))
    .map(({ items, words, seconds }): RouteBurden => ({ items, words, minutes: seconds / 60 }))
    .sort((a, b) => a.minutes - b.minutes);
  const at = (share: number) => told[Math.min(told.length - 1, Math.floor(told.length * share))] ?? nothing;
  return { form, shortest: at(0), typical: at(0.5), slow: at(0.95), longest: at(1) };
}

const nothing: RouteBurden = { items: 0, words: 0, minutes: 0 };

function allTexts({ outline, sourceLanguage }: Subject, language: string): string[] {
  return outline.nodes
    .filter(({ slot }) => slot !== "choices" && slot !== "columns")
    .flatMap((node) => ownTexts(node, language, sourceLanguage));
}
