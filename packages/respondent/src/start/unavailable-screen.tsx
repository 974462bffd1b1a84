import type { Words } from "@tiltas/instrument/words";
import { Screen, whereKept } from "../frame/index.ts";
import type { Trouble } from "../journey.ts";

interface UnavailableScreenProps {
  readonly trouble: Trouble;
  readonly hasDraft: boolean;
  readonly words: Words;
  readonly onTryAgain: () => void;
  readonly onRemoveDraft: () => void;
}

/** There is nothing to answer right now; says why, and what can be done. */
export function UnavailableScreen(props: UnavailableScreenProps) {
  const { trouble, hasDraft, words, onTryAgain, onRemoveDraft } = props;
  const keepsDraft = trouble === "closed" && hasDraft;
  const mayPass = trouble === "unreachable" || trouble === "version";
  const bottom = (
    <>
      {keepsDraft && (
        <button type="button" className="secondary" onClick={onRemoveDraft}>
          {words.removeDraft}
        </button>
      )}
      {mayPass && (
        <button type="button" className="primary" onClick={onTryAgain}>
          {words.tryAgain}
        </button>
      )}
    </>
  );
  return (
    <Screen name="unavailable" page={trouble} heading={words[`${trouble}Title`]} bottom={bottom}>
      <p>{words[trouble]}</p>
      {keepsDraft && <p>{words.closedDraft(whereKept(words))}</p>}
    </Screen>
  );
}
