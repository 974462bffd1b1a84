import { isExclusive, isMissingReason, setApart } from "@tiltas/instrument/conduct";
import { type ItemValue, type Question, QuestionCheckboxModel, QuestionSelectBase } from "survey-core";
import { ChoiceRow } from "../../frame/index.ts";
import { Group } from "./group.tsx";

interface ChoicesProps {
  readonly question: Question;
  /** Which choices are shown now; all where nothing is said. */
  readonly inSight?: (choice: ItemValue) => boolean;
}

/** Single and multiple choice: one row a choice, missing reasons below a hairline. */
export function Choices({ question, inSight = () => true }: ChoicesProps) {
  if (!(question instanceof QuestionSelectBase)) return null;
  const all: readonly ItemValue[] = question.visibleChoices;
  const choices = all.filter((choice) => inSight(choice) || isMissingReason(choice.value));
  const isMultiple = question instanceof QuestionCheckboxModel;
  const isChosen = (choice: ItemValue) => question.isItemSelected(choice);
  const { answers, reasons } = setApart(choices, ({ value }) =>
    (isMultiple ? isExclusive : isMissingReason)(value),
  );
  const row = (choice: ItemValue) => (
    <ChoiceRow
      key={String(choice.value)}
      type={isMultiple ? "checkbox" : "radio"}
      id={choice === all[0] ? question.inputId : question.getItemId(choice)}
      name={question.id}
      isChosen={isChosen(choice)}
      isInvalid={question.errors.length > 0}
      isOff={isMultiple && !choice.isEnabled && !isExclusive(choice.value)}
      onChoose={() => choose(question, choice)}
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

function choose(question: QuestionSelectBase, choice: ItemValue): void {
  if (question instanceof QuestionCheckboxModel)
    question.clickItemHandler(choice, !question.isItemSelected(choice));
  else question.value = choice.value;
}
