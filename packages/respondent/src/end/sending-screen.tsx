import type { Words } from "@tiltas/instrument/words";
import { useState } from "react";
import { Screen, whereKept } from "../frame/index.ts";
import type { Collector, FinalDecision, Outbox, Waiting } from "../outbox/index.ts";
import { nextPerson } from "./next-person.tsx";
import { Queue } from "./queue.tsx";
import { useDelivery } from "./use-delivery.ts";

interface SendingScreenProps {
  readonly waiting: Waiting;
  readonly isOnDisk: boolean;
  readonly outbox: Outbox;
  readonly collector: Collector;
  readonly random: () => number;
  readonly words: Words;
  readonly language: string;
  /** Where many people answer on one device, nobody has to wait for the network. */
  readonly onNextPerson?: (() => void) | undefined;
  readonly onDecision: (decision: FinalDecision) => void;
  readonly onRemove: () => void;
}

/** Sends until the server has spoken. Says at every moment where the answers are. */
export function SendingScreen(props: SendingScreenProps) {
  const { waiting, isOnDisk, words, onDecision } = props;
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
    return <SetAside {...props} setAside={setAside} onTryAgain={() => setTrying(true)} />;
  }
  const where = whereKept(words);
  const mayGo = isOnDisk && props.onNextPerson !== undefined;
  const now = (
    <>
      <button type="button" className={mayGo ? "secondary" : "primary"} onClick={sendNow}>
        {words.sendNow}
      </button>
      {mayGo && nextPerson(props)}
    </>
  );
  return (
    <Screen name="sending" heading={words.sendingTitle} bottom={isLate && now}>
      <div role="status">
        {!isLate && <p>{words.sendingNow}</p>}
        {isLate && !mayGo && <p>{isOnDisk ? words.waiting(where) : words.notSaved(where)}</p>}
        {isLate && isOnDisk && !mayGo && <p className="quiet">{words.waitingDetail}</p>}
        {isLate && mayGo && <p>{words.sealedHere}</p>}
        {isLate && mayGo && <p>{words.noCodeThen}</p>}
      </div>
      {isLate && isOnDisk && !mayGo && <Queue {...props} />}
    </Screen>
  );
}

interface SetAsideProps extends SendingScreenProps {
  readonly setAside: string;
  readonly onTryAgain: () => void;
}

/** The server refused for a reason that waiting does not mend: what happened, where the answers are, what to do next. */
function SetAside(props: SetAsideProps) {
  const { setAside, isOnDisk, words, onTryAgain, onRemove } = props;
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
      {isOnDisk && <Queue {...props} />}
    </Screen>
  );
}
