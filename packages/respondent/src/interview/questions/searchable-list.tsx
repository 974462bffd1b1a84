import { type KeyboardEvent, useId, useRef, useState } from "react";
import { type ItemValue, type Question, QuestionDropdownModel } from "survey-core";
import { wordsIn } from "../../words/index.ts";
import { isMissingReason, setApart } from "../missing-reasons.ts";
import { ChoiceRow } from "./choice-row.tsx";
import { Group } from "./group.tsx";
import { type Findable, matching } from "./search.ts";

interface Option extends Findable {
  readonly value: unknown;
  readonly text: string;
}

/** A long list of choices on a small screen: type a few letters, press one. Missing reasons stay in sight below it. */
export function SearchableList({ question }: { readonly question: Question }) {
  if (!(question instanceof QuestionDropdownModel)) return null;
  const choices: readonly ItemValue[] = question.visibleChoices;
  const { answers, reasons } = setApart(choices);
  const set = (value: unknown) => {
    question.value = value;
  };
  return (
    <Group role="group" question={question} className="choices">
      <Combobox
        id={question.inputId}
        language={question.getLocale()}
        labelledBy={question.ariaTitleId}
        isInvalid={question.errors.length > 0}
        options={answers.map(optionOf)}
        value={isMissingReason(question.value) ? undefined : question.value}
        onChange={set}
      />
      {reasons.length > 0 && (
        <div className="set-apart" role="radiogroup" aria-labelledby={question.ariaTitleId}>
          {reasons.map((choice) => (
            <ChoiceRow
              key={String(choice.value)}
              type="radio"
              id={`${question.id}-${choice.value}`}
              name={question.id}
              isChosen={question.value === choice.value}
              isInvalid={question.errors.length > 0}
              onChoose={() => set(choice.value)}
            >
              {choice.text}
            </ChoiceRow>
          ))}
        </div>
      )}
    </Group>
  );
}

function optionOf(choice: ItemValue): Option {
  const json: unknown = choice.locText.getJson();
  const names = typeof json === "object" && json !== null ? Object.values(json).map(String) : [];
  return { value: choice.value, text: choice.text, names: [choice.text, ...names] };
}

interface ComboboxProps {
  readonly id: string;
  readonly language: string;
  readonly labelledBy: string;
  readonly isInvalid: boolean;
  readonly options: readonly Option[];
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

function Combobox({ id, language, labelledBy, isInvalid, options, value, onChange }: ComboboxProps) {
  const words = wordsIn(language);
  const listId = useId();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const [active, setActive] = useState(-1);
  const list = useRef<HTMLDivElement>(null);
  const chosen = options.find((option) => option.value === value);
  const found = matching(options, typed);

  const close = () => {
    setOpen(false);
    setTyped("");
    setActive(-1);
  };
  const openAt = (field: HTMLElement) => {
    if (isOpen) return;
    setOpen(true);
    requestAnimationFrame(() => field.scrollIntoView({ block: "start" }));
  };
  const choose = (option: Option) => {
    onChange(option.value);
    close();
  };
  const move = (to: number) => {
    setOpen(true);
    const index = Math.max(0, Math.min(to, found.length - 1));
    setActive(index);
    list.current?.children[index]?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const option = found[active];
    if (event.key === "ArrowDown") move(active + 1);
    else if (event.key === "ArrowUp") move(active - 1);
    else if (event.key === "Enter" && isOpen && option !== undefined) choose(option);
    else if (event.key === "Escape" && isOpen) close();
    else return;
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only notices that the focus has left
    <div
      className={`combobox${chosen && !isOpen ? " is-chosen" : ""}`}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close();
      }}
    >
      <input
        id={id}
        className="text-field"
        role="combobox"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        aria-labelledby={labelledBy}
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && active >= 0 ? `${listId}-${active}` : undefined}
        aria-invalid={isInvalid || undefined}
        placeholder={isOpen ? words.search : words.choose}
        value={isOpen ? typed : (chosen?.text ?? "")}
        onFocus={(event) => openAt(event.currentTarget)}
        onClick={(event) => openAt(event.currentTarget)}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setOpen(true);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <p className="visually-hidden" role="status">
        {isOpen && typed !== "" && words.searchCount(found.length)}
      </p>
      {isOpen && found.length === 0 && <p className="quiet">{words.searchCount(0)}</p>}
      <div
        ref={list}
        id={listId}
        className="options"
        role="listbox"
        aria-labelledby={labelledBy}
        hidden={!isOpen}
      >
        {found.map((option, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the combobox keeps the focus and points here
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled on the combobox
          <div
            key={String(option.value)}
            id={`${listId}-${index}`}
            className={`option${index === active ? " is-active" : ""}`}
            role="option"
            aria-selected={option.value === value}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(option)}
          >
            {option.text}
          </div>
        ))}
      </div>
    </div>
  );
}
