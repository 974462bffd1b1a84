import { isMissingReason, setApart } from "@tiltas/instrument/conduct";
import { type ItemValue, type Question, QuestionRatingModel } from "survey-core";
import { ChoiceRow } from "../../frame/index.ts";
import { Group } from "./group.tsx";

/** A rating as a row of numbers that wraps evenly on a narrow phone; what the ends mean stands above it. */
export function Scale({ question }: { readonly question: Question }) {
  if (!(question instanceof QuestionRatingModel)) return null;
  const { answers, reasons } = setApart<ItemValue>(question.visibleRateValues, ({ value }) =>
    isMissingReason(value),
  );
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
  const { minRateDescription, maxRateDescription } = question;
  const hasEnds = Boolean(minRateDescription || maxRateDescription);
  const endsId = `${question.id}-ends`;
  return (
    <Group
      role="radiogroup"
      question={question}
      className="choices"
      explainedBy={hasEnds ? endsId : undefined}
    >
      {hasEnds && <ScaleEnds id={endsId} low={minRateDescription} high={maxRateDescription} />}
      <div className={`rungs rungs-${answers.length}`}>{answers.map(rung)}</div>
      {reasons.length > 0 && <div className="set-apart">{reasons.map(rung)}</div>}
    </Group>
  );
}

interface ScaleEndsProps {
  readonly id: string;
  readonly low: string;
  readonly high: string;
}

/** What the first and the last number mean. */
function ScaleEnds({ id, low, high }: ScaleEndsProps) {
  return (
    <p className="scale-ends" id={id}>
      <span>{low}</span> <span>{high}</span>
    </p>
  );
}
