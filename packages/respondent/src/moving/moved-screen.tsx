import type { Words } from "@tiltas/instrument/words";
import { CodeInGroups, Screen, saveAsText, whereKept } from "../frame/index.ts";
import { shown } from "./code.ts";

interface MovedScreenProps {
  readonly code: string;
  /** Where the code is entered. */
  readonly address: string;
  readonly nothingLeft: boolean;
  readonly words: Words;
  readonly onNextPerson?: (() => void) | undefined;
}

/** The answers are gone from here; the code is the only way to them. */
export function MovedScreen({ code, address, nothingLeft, words, onNextPerson }: MovedScreenProps) {
  const where = whereKept(words);
  const next = onNextPerson && (
    <button type="button" className="primary" onClick={onNextPerson}>
      {words.clearScreen}
    </button>
  );
  return (
    <Screen name="moved" heading={words.movedTitle} bottom={next}>
      <section className="receipt">
        <CodeInGroups code={shown(code)} testId="resume-code" />
        <p>{words.movedDetail(address)}</p>
        <button
          type="button"
          className="secondary"
          onClick={() => saveAsText(`${words.textFile(shown(code))}${address}\n`)}
        >
          {words.saveAsText}
        </button>
      </section>
      {nothingLeft ? (
        <p className="quiet">{words.nothingLeft(where)}</p>
      ) : (
        <p className="attention">{words.somethingLeft(where)}</p>
      )}
    </Screen>
  );
}
