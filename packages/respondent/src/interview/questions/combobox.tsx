import { wordsIn } from "@tiltas/instrument/words";
import { useId } from "react";
import { type ComboboxState, type Option, useCombobox } from "./use-combobox.ts";

interface ComboboxProps {
  readonly id: string;
  readonly language: string;
  readonly labelledBy: string;
  /** Ids of words that explain the list. */
  readonly describedBy: string | undefined;
  readonly isInvalid: boolean;
  readonly options: readonly Option[];
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

/**
 * A field to type in and the list it narrows, following the ARIA combobox pattern: the focus stays in the field. A field
 * has one line, so what was chosen lies over it in as many lines as it needs.
 */
export function Combobox(props: ComboboxProps) {
  const { id, labelledBy, isInvalid, options, value, onChange } = props;
  const words = wordsIn(props.language);
  const listId = useId();
  const state = useCombobox(options, onChange);
  const { isOpen, typed, active, found } = state;
  const chosen = options.find((option) => option.value === value);
  const count = isOpen && typed !== "" ? words.searchCount(found.length) : "";
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only notices that the focus has left
    <div
      className={`combobox${chosen && !isOpen ? " is-chosen" : ""}`}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) state.close();
      }}
    >
      <div className="combobox-field">
        <input
          id={id}
          className="text-field"
          role="combobox"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          aria-labelledby={labelledBy}
          aria-describedby={props.describedBy}
          aria-expanded={isOpen && found.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={isOpen && found[active] ? `${listId}-${active}` : undefined}
          aria-invalid={isInvalid || undefined}
          placeholder={isOpen ? words.search : words.choose}
          value={isOpen ? typed : (chosen?.text ?? "")}
          onFocus={(event) => state.openAt(event.currentTarget)}
          onClick={(event) => state.openAt(event.currentTarget)}
          onChange={(event) => state.type(event.currentTarget.value)}
          onKeyDown={state.onKeyDown}
        />
        {chosen && !isOpen && (
          <span className="chosen-in-full" aria-hidden="true">
            {chosen.text}
          </span>
        )}
      </div>
      <p className={found.length === 0 ? "nothing-found quiet" : "visually-hidden"} role="status">
        {count}
      </p>
      <Options state={state} listId={listId} labelledBy={labelledBy} value={value} />
    </div>
  );
}

interface OptionsProps {
  readonly state: ComboboxState;
  readonly listId: string;
  readonly labelledBy: string;
  readonly value: unknown;
}

function Options({ state, listId, labelledBy, value }: OptionsProps) {
  const { isOpen, found, active, list, choose } = state;
  return (
    <div
      ref={list}
      id={listId}
      className="options"
      role="listbox"
      aria-labelledby={labelledBy}
      hidden={!isOpen || found.length === 0}
    >
      {found.map((option, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and points here
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled on the field
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
  );
}
