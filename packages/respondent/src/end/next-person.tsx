import type { Words } from "@tiltas/instrument/words";
import type { ReactNode } from "react";

interface NextPersonProps {
  readonly words: Words;
  readonly onNextPerson?: (() => void) | undefined;
}

/** At a desk where many people answer, whoever has finished clears the screen; elsewhere there is no such button. */
export function nextPerson({ words, onNextPerson }: NextPersonProps): ReactNode {
  if (onNextPerson === undefined) return undefined;
  return (
    <button type="button" className="primary" data-testid="next-person" onClick={onNextPerson}>
      {words.clearScreen}
    </button>
  );
}
