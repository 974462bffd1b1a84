import type { Particular } from "../definition/index.ts";
import type { NotesLanguage } from "./model.ts";

/** What a condition asks about: a numbered item, one row of it, or a value nobody answers. */
export interface Named {
  readonly kind: "numbered" | "named" | "value";
  /** Number of the item as printed, its name in data, or the name of a value nobody answers. */
  readonly label: string;
  /** Words of the question, shortened; left out where they were said before. */
  readonly title?: string;
  /** Words of the row, part or cell that is meant. */
  readonly row?: string;
}

export type Comparing = "more" | "less" | "at-least" | "at-most";

/** Every fixed word of a printed questionnaire and every sentence about a condition. */
export interface Phrases {
  quote(text: string): string;
  /** "a, b or c" */
  either(parts: readonly string[]): string;
  /** "a, b and c" */
  all(parts: readonly string[]): string;
  is(what: Named, answers: readonly string[]): string;
  isNot(what: Named, answers: readonly string[]): string;
  chosen(what: Named, answers: readonly string[], how: "any" | "all" | "none"): string;
  /** Of several that could be chosen, any but these. */
  otherThan(what: Named, answers: readonly string[]): string;
  answered(what: Named, yes: boolean): string;
  compared(what: Named, how: Comparing, than: string): string;
  between(what: Named, low: string, high: string): string;
  not(clause: string): string;
  /** What an answer is called when another is compared with it. */
  answerTo(what: Named): string;
  raw(expression: string): string;
  readonly notes: NotesLanguage;
  readonly askAll: string;
  /** Who is asked an item without conditions. */
  readonly everybody: string;
  askedIf(clause: string): string;
  never: string;
  goTo(number: string | undefined): string;
  onlyIf(clause: string): string;
  part(letter: string): string;
  readonly required: string;
  requiredIf(clause: string): string;
  enabledIf(clause: string): string;
  readonly oneAnswer: string;
  severalAnswers(least: number | undefined, most: number | undefined): string;
  rankAnswers(most: number | undefined): string;
  readonly oneInEachRow: string;
  readonly severalInEachRow: string;
  readonly onItsOwn: string;
  readonly write: string;
  readonly randomOptions: string;
  readonly randomRows: string;
  readonly randomQuestions: string;
  orderOfWords(descending: boolean): string;
  readonly number: string;
  readonly day: string;
  readonly time: string;
  readonly file: string;
  readonly signature: string;
  readonly readOnly: string;
  range(low: string | undefined, high: string | undefined): string;
  characters(most: number): string;
  entries(least: number | undefined, most: number | undefined): string;
  entry: string;
  calculated(name: string, expression: string): string;
  check(clause: string): string;
  readonly email: string;
  pattern(regex: string): string;
  readonly hiddenItem: string;
  readonly optionsElsewhere: string;
  optionsOf(number: string): string;
  readonly other: string;
  readonly none: string;
  readonly refuse: string;
  readonly dontKnow: string;
  readonly selectAll: string;
  readonly comment: string;
  readonly yes: string;
  readonly no: string;
  answerInserted(label: string, isItem: boolean): string;
  /** Stands where a study says who asks, on what ground, for how long. */
  particular(name: Particular): string;
  /** Before the consents besides taking part. */
  readonly separateConsents: string;
  optionsFor(column: string): string;
  picture(text: string): string;
  unprintable(type: string): string;
  readonly words: Readonly<
    Record<
      | "universe"
      | "howToRead"
      | "reading"
      | "notice"
      | "consent"
      | "unseen"
      | "digest"
      | "language"
      | "questionnaire"
      | "remarks"
      | "page"
      | "of"
      | "answer",
      string
    >
  >;
  missingWords(count: number, language: string): string;
  trigger(clause: string, effect: string): string;
  effect(kind: "complete" | "skip" | "set" | "copy" | "run" | "show", target: string): string;
}
