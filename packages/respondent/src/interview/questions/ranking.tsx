import { wordsIn } from "@tiltas/instrument/words";
import { useState } from "react";
import { type ItemValue, type Question, QuestionRankingModel } from "survey-core";
import { ChoiceRow } from "../../frame/index.ts";
import { Group } from "./group.tsx";

/**
 * A list put in order by pressing: the first press gives the first place, pressing again takes a choice out. Nothing is
 * answered until all have a place, since an order half made would be filled up with the order of the questionnaire; what
 * is left at the end takes the last place by itself.
 */
export function Ranking({ question }: { readonly question: Question }) {
  const [halfMade, setHalfMade] = useState<readonly unknown[]>([]);
  if (!(question instanceof QuestionRankingModel)) return null;
  const choices: readonly ItemValue[] = question.visibleChoices;
  const order = orderOf(question, halfMade, choices);
  const { maxSelectedChoices: most, selectToRankEnabled: ranksSome } = question;
  const isFull = ranksSome && most > 0 && order.length >= most;
  const press = (value: unknown) => {
    const next = pressed(order, value, ranksSome ? [] : choices);
    const isAnswer = ranksSome || next.length === choices.length;
    setHalfMade(isAnswer ? [] : next);
    if (isAnswer && next.length > 0) question.value = next;
    else if (!question.isEmpty()) question.clearValue();
  };
  return (
    <Group role="group" question={question} className="choices" explainedBy={`${question.id}-how`}>
      <p className="quiet" id={`${question.id}-how`}>
        {wordsIn(question.getLocale()).rankHow}
      </p>
      {choices.map((choice) => {
        const place = order.indexOf(choice.value) + 1;
        return (
          <ChoiceRow
            key={String(choice.value)}
            type="checkbox"
            id={choice === choices[0] ? question.inputId : question.getItemId(choice)}
            name={question.id}
            isChosen={place > 0}
            isInvalid={question.errors.length > 0}
            isOff={isFull && place === 0}
            onChoose={() => press(choice.value)}
          >
            {place > 0 && <b className="place">{place}.</b>} {choice.text}
          </ChoiceRow>
        );
      })}
    </Group>
  );
}

function orderOf(
  question: QuestionRankingModel,
  halfMade: readonly unknown[],
  choices: readonly ItemValue[],
): readonly unknown[] {
  const given: unknown = question.value;
  const order = Array.isArray(given) && given.length > 0 ? given : halfMade;
  return order.filter((one) => choices.some(({ value }) => value === one));
}

/** @param wanted  choices that all take a place, the last one by itself */
function pressed(order: readonly unknown[], value: unknown, wanted: readonly ItemValue[]): unknown[] {
  if (order.includes(value)) return order.filter((one) => one !== value);
  const next = [...order, value];
  const rest = wanted.filter((choice) => !next.includes(choice.value));
  return rest.length === 1 ? [...next, ...rest.map((choice) => choice.value)] : next;
}
