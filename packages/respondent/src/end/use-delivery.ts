import { useEffect, useRef, useState } from "react";
import {
  type Collector,
  deliver,
  deliveringAlone,
  type FinalDecision,
  type Message,
  restlessPause,
} from "../outbox/index.ts";

/**
 * Delivers while the screen is open.
 *
 * @param message  undefined while nothing should be sent
 * @returns       whether an attempt has failed, and the way to end the current wait
 */
export function useDelivery(
  message: Message | undefined,
  collector: Collector,
  random: () => number,
  onDecision: (decision: FinalDecision) => void,
): { readonly isLate: boolean; readonly sendNow: () => void } {
  const [isLate, setLate] = useState(false);
  const [pause] = useState(restlessPause);
  const decided = useRef(onDecision);
  decided.current = onDecision;

  useEffect(() => {
    if (message === undefined) return;
    const page = { isLeft: false };
    window.addEventListener("online", pause.end);
    void deliver(message, {
      collector,
      pause: pause.begin,
      alone: deliveringAlone,
      random,
      onWaiting: () => setLate(true),
      stopped: () => page.isLeft,
    }).then((decision) => {
      if (decision !== undefined && !page.isLeft) decided.current(decision);
    });
    return () => {
      page.isLeft = true;
      pause.end();
      window.removeEventListener("online", pause.end);
    };
  }, [message, collector, random, pause]);
  return { isLate, sendNow: pause.end };
}
