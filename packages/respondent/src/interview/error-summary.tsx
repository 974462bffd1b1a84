import type { Words } from "@tiltas/instrument/words";
import { useEffect, useRef } from "react";
import { type PageModel, type Question, QuestionMatrixModel } from "survey-core";

interface ErrorSummaryProps {
  readonly page: PageModel;
  /** How often "Continue" was refused; each time the summary takes the focus again. */
  readonly refusals: number;
  readonly words: Words;
  /** Nobody owes an answer: goes on without those that are missing. */
  readonly onLeaveEmpty: () => void;
}

/** What has to be looked at again, each line leading to its item. */
export function ErrorSummary({ page, refusals, words, onLeaveEmpty }: ErrorSummaryProps) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusals > 0) summary.current?.focus();
  }, [refusals]);
  const objected = page.questions.filter(({ isVisible, errors }) => isVisible && errors.length > 0);
  if (refusals === 0 || objected.length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={summary}>
      <h2>{words.lookAgain}</h2>
      <ul>
        {objected.map((question) => (
          <li key={question.name}>
            <a href={`#${question.inputId}`} onClick={(event) => goTo(event, question)}>
              {question.locTitle.textOrHtml}
            </a>
          </li>
        ))}
      </ul>
      {objected.every(isLeftOpen) && (
        <button type="button" className="link-button" onClick={onLeaveEmpty}>
          {words.leaveEmpty}
        </button>
      )}
    </div>
  );
}

/** Nothing wrong is answered, only something left out: the item, some statements of it, or some of what it asks inside. */
function isLeftOpen(question: Question): boolean {
  if (question.isEmpty() || question instanceof QuestionMatrixModel) return true;
  const inside: readonly Question[] = question.getNestedQuestions(true, true);
  return inside.length > 0 && inside.every((one) => one.errors.length === 0 || isLeftOpen(one));
}

function goTo(event: { preventDefault(): void }, question: Question): void {
  event.preventDefault();
  document.getElementById(question.id)?.scrollIntoView({ block: "start" });
  document.getElementById(question.inputId)?.focus({ preventScroll: true });
}
