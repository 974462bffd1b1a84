import { Heading, whereKept } from "../frame/index.ts";
import type { Trouble } from "../journey.ts";
import type { Words } from "../words/index.ts";

interface UnavailableScreenProps {
  readonly trouble: Trouble;
  readonly hasDraft: boolean;
  readonly words: Words;
  readonly onTryAgain: () => void;
  readonly onRemoveDraft: () => void;
}

/** There is nothing to answer right now; says why, and what can be done. */
export function UnavailableScreen({
  trouble,
  hasDraft,
  words,
  onTryAgain,
  onRemoveDraft,
}: UnavailableScreenProps) {
  return (
    <main data-screen="unavailable">
      <Heading page={trouble}>{words[`${trouble}Title`]}</Heading>
      <p>{words[trouble]}</p>
      {trouble === "closed" && hasDraft && <p>{words.closedDraft(whereKept(words))}</p>}
      <div className="bottom-bar">
        {trouble === "closed" && hasDraft && (
          <button type="button" className="secondary" onClick={onRemoveDraft}>
            {words.removeDraft}
          </button>
        )}
        {(trouble === "unreachable" || trouble === "version") && (
          <button type="button" className="primary" onClick={onTryAgain}>
            {words.tryAgain}
          </button>
        )}
      </div>
    </main>
  );
}
