import { type ItemValue, type Question, QuestionRatingModel } from "survey-core";
import { ChoiceRow } from "../../frame/index.ts";
import { setApart } from "../missing-reasons.ts";
import { Group } from "./group.tsx";

/** A rating as a row of numbers that wraps evenly on a narrow phone; what the ends mean stands above it. */
export function Scale({ question }: { readonly question: Question }) {
  if (!(question instanceof QuestionRatingModel)) return null;
  const { answers, reasons } = setApart<ItemValue>(question.visibleRateValues);
  const rung = (value: ItemValue) => (
    <ChoiceRow
      key={String(value.value)}
      type="radio"
      id={value === answers[0] ? question.inputId : `${question.id}-${value.value}`}
      name={question.id}
      isChosen={question.value === value.value}
      isInvalid={question.errors.length > 0}
      onChoose={() => {
        question.value = value.value;
      }}
    >
      {value.text}
    </ChoiceRow>
  );
  return (
    <Group role="radiogroup" question={question} className="choices">
      <ScaleEnds question={question} />
      <div className={`rungs rungs-${answers.length}`}>{answers.map(rung)}</div>
      {reasons.length > 0 && <div className="set-apart">{reasons.map(rung)}</div>}
    </Group>
  );
}

/** What the first and the last number mean. */
function ScaleEnds({ question }: { readonly question: QuestionRatingModel }) {
  const { minRateDescription, maxRateDescription } = question;
  if (!minRateDescription && !maxRateDescription) return null;
  return (
    <p className="scale-ends">
      <span>{minRateDescription}</span>
      <span>{maxRateDescription}</span>
    </p>
  );
}
