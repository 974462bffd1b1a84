import type { Words } from "@tiltas/instrument/words";
import { useState } from "react";
import { Screen, whereKept } from "../frame/index.ts";
import type { Collector, FinalDecision, Waiting } from "../outbox/index.ts";
import { useDelivery } from "./use-delivery.ts";

interface SendingScreenProps {
  readonly waiting: Waiting;
  readonly isOnDisk: boolean;
  readonly collector: Collector;
  readonly random: () => number;
  readonly words: Words;
  readonly onDecision: (decision: FinalDecision) => void;
  readonly onRemove: () => void;
}

/** Sends until the server has spoken. Says at every moment where the answers are. */
export function SendingScreen(props: SendingScreenProps) {
  const { waiting, isOnDisk, words, onDecision, onRemove } = props;
  const { message, setAside } = waiting;
  const [isTrying, setTrying] = useState(setAside === undefined);
  const { isLate, sendNow } = useDelivery(
    isTrying ? message : undefined,
    props.collector,
    props.random,
    (decision) => {
      setTrying(false);
      onDecision(decision);
    },
  );
  if (setAside !== undefined && !isTrying) {
    return <SetAside {...{ setAside, isOnDisk, words, onRemove }} onTryAgain={() => setTrying(true)} />;
  }
  const where = whereKept(words);
  const now = (
    <button type="button" className="primary" onClick={sendNow}>
      {words.sendNow}
    </button>
  );
  return (
    <Screen name="sending" heading={words.sendingTitle} bottom={isLate && now}>
      <div role="status">
        {!isLate && <p>{words.sendingNow}</p>}
        {isLate && <p>{isOnDisk ? words.waiting(where) : words.notSaved(where)}</p>}
        {isLate && isOnDisk && <p className="quiet">{words.waitingDetail}</p>}
      </div>
    </Screen>
  );
}

interface SetAsideProps {
  readonly setAside: string;
  readonly isOnDisk: boolean;
  readonly words: Words;
  readonly onTryAgain: () => void;
  readonly onRemove: () => void;
}

/** The server refused for a reason that waiting does not mend: what happened, where the answers are, what to do next. */
function SetAside({ setAside, isOnDisk, words, onTryAgain, onRemove }: SetAsideProps) {
  const where = whereKept(words);
  const hasEnded = setAside === "wave-closed";
  const next = (
    <>
      {hasEnded && (
        <button type="button" className="secondary" onClick={onRemove}>
          {words.removeDraft}
        </button>
      )}
      <button type="button" className="primary" onClick={onTryAgain}>
        {words.tryAgain}
      </button>
    </>
  );
  return (
    <Screen name="sending" page="set-aside" heading={words.keptTitle} bottom={next}>
      <p>{isOnDisk ? words.kept(where) : words.notSaved(where)}</p>
      <p>{hasEnded ? words.keptClosed : words.keptTellUs(setAside)}</p>
    </Screen>
  );
}
