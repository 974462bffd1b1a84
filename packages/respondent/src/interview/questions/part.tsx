import type { Question } from "survey-core";
import { ReactQuestionFactory } from "survey-react-ui";
import { type BodyProps, following } from "./following.tsx";

/** A question inside the answer of another: its name above it, what is wrong with it, and its own way of answering. */
export const Part = following(({ question, creator }: BodyProps) => (
  <div className={`part sd-${question.getType()}`} id={question.id}>
    <p className="part-title" id={question.ariaTitleId}>
      {question.locTitle.textOrHtml}
    </p>
    <Objections question={question} />
    {ReactQuestionFactory.Instance.createQuestion(question.getTemplate(), {
      question,
      creator,
      isDisplayMode: question.isInputReadOnly,
    })}
  </div>
));

function Objections({ question }: { readonly question: Question }) {
  if (question.errors.length === 0) return null;
  return (
    <div className="sd-error" id={`${question.id}_errors`}>
      {question.errors.map((error) => (
        <p key={error.getErrorType()}>{error.getText()}</p>
      ))}
    </div>
  );
}
