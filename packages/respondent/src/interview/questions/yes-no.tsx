import { type Question, QuestionBooleanModel } from "survey-core";
import { ChoiceRow } from "../../frame/index.ts";
import { Group } from "./group.tsx";

/** Yes or no as two rows, as the light page draws them: a switch would look answered before it is. */
export function YesNo({ question }: { readonly question: Question }) {
  if (!(question instanceof QuestionBooleanModel)) return null;
  const row = (isYes: boolean) => {
    const value: unknown = isYes ? question.getValueTrue() : question.getValueFalse();
    return (
      <ChoiceRow
        type="radio"
        id={isYes ? question.inputId : `${question.id}-no`}
        name={question.id}
        isChosen={question.value === value}
        isInvalid={question.errors.length > 0}
        onChoose={() => {
          question.value = value;
        }}
      >
        {isYes ? question.labelTrue : question.labelFalse}
      </ChoiceRow>
    );
  };
  return (
    <Group role="radiogroup" question={question} className="choices">
      {row(true)}
      {row(false)}
    </Group>
  );
}
