import { reasonFor } from "@tiltas/instrument/definition";
import { inLanguage, type Words } from "@tiltas/instrument/words";
import type { PageModel, Question } from "survey-core";
import type { Questions } from "./fetch-questionnaire.ts";

type Reasons = Questions["conduct"]["reasons"];

interface WhyProps {
  /** Who asks and why, as the notice or the item says it. */
  readonly purpose: string;
  readonly words: Words;
  /** Id of the title of the one item it is said for. */
  readonly of?: string;
}

/** "Why do you ask this?" opens in place: what the answers are for, and that none is owed. */
export function Why({ purpose, words, of }: WhyProps) {
  return (
    <details className="why">
      <summary aria-describedby={of}>{words.why}</summary>
      <p>{purpose}</p>
      <p>{words.skip}</p>
    </details>
  );
}

interface WhyThisProps {
  readonly question: Question;
  readonly reasons: Reasons;
  readonly words: Words;
  readonly language: string;
}

/** The reason for asking one item, where it has one of its own. */
export function WhyThis({ question, reasons, words, language }: WhyThisProps) {
  const reason = reasonFor(reasons, question.name);
  if (reason === undefined) return null;
  return <Why purpose={inLanguage(reason, language)} words={words} of={question.ariaTitleId} />;
}

/** Whether every item on the page says itself why it is asked. */
export function sayThemselves({ questions }: PageModel, reasons: Reasons): boolean {
  return questions
    .filter((question) => question.isVisible && question.getType() !== "html")
    .every(({ name }) => reasonFor(reasons, name) !== undefined);
}
