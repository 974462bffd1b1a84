import { isExclusive, isMissingReason, setApart } from "@tiltas/instrument/conduct";
import { type ItemValue, type Question, QuestionCheckboxModel, QuestionRadiogroupModel } from "survey-core";
import { ChoiceRow } from "../../frame/index.ts";
import { Group } from "./group.tsx";

/** Single and multiple choice: one row a choice, missing reasons below a hairline. */
export function Choices({ question }: { readonly question: Question }) {
  if (!(question instanceof QuestionRadiogroupModel || question instanceof QuestionCheckboxModel))
    return null;
  const choices: readonly ItemValue[] = question.visibleChoices;
  const isMultiple = question instanceof QuestionCheckboxModel;
  const { answers, reasons } = setApart(choices, ({ value }) =>
    (isMultiple ? isExclusive : isMissingReason)(value),
  );
  const row = (choice: ItemValue) => (
    <ChoiceRow
      key={String(choice.value)}
      type={isMultiple ? "checkbox" : "radio"}
      id={choice === choices[0] ? question.inputId : question.getItemId(choice)}
      name={question.id}
      isChosen={question.isItemSelected(choice)}
      isInvalid={question.errors.length > 0}
      isOff={isMultiple && !choice.isEnabled && !isExclusive(choice.value)}
      onChoose={() => question.clickItemHandler(choice, !question.isItemSelected(choice))}
    >
      {choice.text}
    </ChoiceRow>
  );
  return (
    <Group role={isMultiple ? "group" : "radiogroup"} question={question} className="choices">
      {answers.map(row)}
      {reasons.length > 0 && <div className="set-apart">{reasons.map(row)}</div>}
    </Group>
  );
}
