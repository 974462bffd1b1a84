import type { Words } from "@tiltas/instrument/words";
import type { KeepingState } from "../device/index.ts";
import { whereKept } from "../frame/index.ts";

interface SavedProps {
  readonly state: KeepingState;
  readonly words: Words;
  readonly language: string;
}

/** Where the last change is: true at every moment. Only a failure is announced. */
export function Saved({ state, words, language }: SavedProps) {
  const where = whereKept(words);
  if (state.kind === "not-saved") {
    return (
      <p className="saved attention" role="alert">
        {words.notSaved(where)}
      </p>
    );
  }
  return (
    <p className="saved" data-state={state.kind}>
      {state.kind === "saving" && words.saving}
      {state.kind === "saved" && words.saved(where, clockTime(state.at, language))}
    </p>
  );
}

function clockTime(at: Date, language: string): string {
  return new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(
    at,
  );
}
