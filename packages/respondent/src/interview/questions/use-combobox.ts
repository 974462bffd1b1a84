import { type KeyboardEvent, type RefObject, useRef, useState } from "react";
import { type Findable, matching } from "./search.ts";

export interface Option extends Findable {
  readonly value: unknown;
  readonly text: string;
}

export interface ComboboxState {
  readonly isOpen: boolean;
  readonly typed: string;
  /** Place in `found` of the option that Enter would choose; -1 when none. */
  readonly active: number;
  readonly found: readonly Option[];
  readonly list: RefObject<HTMLDivElement | null>;
  openAt(field: HTMLElement): void;
  close(): void;
  type(letters: string): void;
  choose(option: Option): void;
  onKeyDown(event: KeyboardEvent): void;
}

/** What a person does with a list that can be searched: opens it, types, walks it with the arrows, chooses or leaves. */
export function useCombobox(options: readonly Option[], onChange: (value: unknown) => void): ComboboxState {
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const [active, setActive] = useState(-1);
  const list = useRef<HTMLDivElement>(null);
  const found = matching(options, typed);

  const close = () => {
    setOpen(false);
    setTyped("");
    setActive(-1);
  };
  const choose = (option: Option) => {
    onChange(option.value);
    close();
  };
  const type = (letters: string) => {
    setTyped(letters);
    setOpen(true);
    setActive(0);
  };
  /** The field goes to the top of the page, so that the list has room above a phone's keyboard. */
  const openAt = (field: HTMLElement) => {
    if (isOpen) return;
    setOpen(true);
    requestAnimationFrame(() => field.scrollIntoView({ block: "start" }));
  };
  const moveTo = (place: number) => {
    setOpen(true);
    const within = Math.max(0, Math.min(place, found.length - 1));
    setActive(within);
    list.current?.children[within]?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const option = found[active];
    if (event.key === "ArrowDown") moveTo(active + 1);
    else if (event.key === "ArrowUp") moveTo(active - 1);
    else if (event.key === "Enter" && isOpen && option !== undefined) choose(option);
    else if (event.key === "Escape" && isOpen) close();
    else return;
    event.preventDefault();
  };
  return { isOpen, typed, active, found, list, openAt, close, type, choose, onKeyDown };
}
