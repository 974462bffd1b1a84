import type { Words } from "@tiltas/instrument/words";
import { Screen } from "../frame/index.ts";

interface ElsewhereScreenProps {
  readonly words: Words;
  readonly onContinueHere: () => void;
}

/** The same interview is open in another tab; one of them has to rest. */
export function ElsewhereScreen({ words, onContinueHere }: ElsewhereScreenProps) {
  const here = (
    <button type="button" className="primary" onClick={onContinueHere}>
      {words.continueHere}
    </button>
  );
  return (
    <Screen name="elsewhere" heading={words.elsewhere} bottom={here}>
      <p>{words.elsewhereDetail}</p>
    </Screen>
  );
}
