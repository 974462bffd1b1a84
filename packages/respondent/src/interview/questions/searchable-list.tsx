import { isMissingReason, setApart } from "@tiltas/instrument/conduct";
import { type ItemValue, type Question, QuestionDropdownModel } from "survey-core";
import { ChoiceRow } from "../../frame/index.ts";
import { Combobox } from "./combobox.tsx";
import { describedBy } from "./described.ts";
import { Group } from "./group.tsx";
import type { Option } from "./use-combobox.ts";

/** A long list of choices on a small screen: type a few letters, press one. Missing reasons stay in sight below it. */
export function SearchableList({ question }: { readonly question: Question }) {
  if (!(question instanceof QuestionDropdownModel)) return null;
  const { answers, reasons } = setApart<ItemValue>(question.visibleChoices, ({ value }) =>
    isMissingReason(value),
  );
  const isInvalid = question.errors.length > 0;
  const set = (value: unknown) => {
    question.value = value;
  };
  const reason = (choice: ItemValue) => (
    <ChoiceRow
      key={String(choice.value)}
      type="radio"
      id={`${question.id}-${choice.value}`}
      name={question.id}
      isChosen={question.value === choice.value}
      isInvalid={isInvalid}
      onChoose={() => set(choice.value)}
    >
      {choice.text}
    </ChoiceRow>
  );
  return (
    <Group role="group" question={question} className="choices">
      <Combobox
        id={question.inputId}
        language={question.getLocale()}
        labelledBy={question.ariaTitleId}
        describedBy={describedBy(question) || undefined}
        isInvalid={isInvalid}
        options={answers.map(optionOf)}
        value={isMissingReason(question.value) ? undefined : question.value}
        onChange={set}
      />
      {reasons.length > 0 && (
        <div className="set-apart" role="radiogroup" aria-labelledby={question.ariaTitleId}>
          {reasons.map(reason)}
        </div>
      )}
    </Group>
  );
}

/** A choice can be found by its label in every language, whichever is on the screen. */
export function optionOf(choice: ItemValue): Option {
  const json: unknown = choice.locText.getJson();
  const names = typeof json === "object" && json !== null ? Object.values(json).map(String) : [];
  return { value: choice.value, text: choice.text, names: [choice.text, ...names] };
}
