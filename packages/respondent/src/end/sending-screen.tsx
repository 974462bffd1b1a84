import { useEffect, useRef, useState } from "react";
import { Heading, whereKept } from "../frame/index.ts";
import { type Collector, deliver, type FinalDecision, type Waiting } from "../outbox/index.ts";
import type { Words } from "../words/index.ts";
import { restlessPause } from "./pause.ts";

interface SendingScreenProps {
  readonly waiting: Waiting;
  readonly isOnDisk: boolean;
  readonly collector: Collector;
  readonly words: Words;
  readonly onDecision: (decision: FinalDecision) => void;
}

/** Sends until the server has spoken. Says at every moment where the answers are. */
export function SendingScreen({ waiting, isOnDisk, collector, words, onDecision }: SendingScreenProps) {
  const [isTrying, setTrying] = useState(waiting.setAside === undefined);
  const [isLate, setLate] = useState(false);
  const decided = useRef(onDecision);
  decided.current = onDecision;
  const pause = useRef(restlessPause());
  const { upload, setAside } = waiting;

  useEffect(() => {
    if (!isTrying) return;
    const page = { isLeft: false };
    const wake = () => pause.current.end();
    window.addEventListener("online", wake);
    void deliver(upload, {
      collector,
      pause: (milliseconds) => pause.current.begin(milliseconds),
      random: Math.random,
      onAttempt: () => undefined,
      onWaiting: () => setLate(true),
      stopped: () => page.isLeft,
    }).then((decision) => {
      if (decision === undefined || page.isLeft) return;
      setTrying(false);
      decided.current(decision);
    });
    return () => {
      page.isLeft = true;
      wake();
      window.removeEventListener("online", wake);
    };
  }, [isTrying, upload, collector]);

  const where = whereKept(words);
  const safe = isOnDisk ? words.waiting(where) : words.notSaved(where);
  if (setAside !== undefined && !isTrying) {
    return (
      <main data-screen="sending">
        <Heading page="kept">{words.keptTitle}</Heading>
        {isOnDisk && <p>{words.kept(where)}</p>}
        <p>{setAside === "wave-closed" ? words.keptClosed : words.keptTellUs(setAside)}</p>
        <div className="bottom-bar">
          <button type="button" className="primary" onClick={() => setTrying(true)}>
            {words.tryAgain}
          </button>
        </div>
      </main>
    );
  }
  return (
    <main data-screen="sending">
      <Heading page="sending">{words.sendingTitle}</Heading>
      <div role="status">
        <p>{isLate ? safe : words.sendingNow}</p>
        {isLate && isOnDisk && <p className="quiet">{words.waitingDetail}</p>}
      </div>
      {isLate && (
        <div className="bottom-bar">
          <button type="button" className="primary" onClick={() => pause.current.end()}>
            {words.sendNow}
          </button>
        </div>
      )}
    </main>
  );
}
