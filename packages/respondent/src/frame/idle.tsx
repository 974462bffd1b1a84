import type { Words } from "@tiltas/instrument/words";
import { useEffect, useRef, useState } from "react";

interface IdleProps {
  /** Seconds without a touch or a key after which the question is asked. */
  readonly calmSeconds: number;
  readonly words: Words;
  readonly onGone: () => void;
}

/** Two minutes to say "I am still here", as WCAG 2.2.1 wants it and more: nobody reads at the speed of a machine. */
const warningSeconds = 120;
const signs = ["pointerdown", "keydown", "wheel", "touchmove"] as const;

/** On a device that many people use: who has gone away leaves nothing to the next. */
export function Idle({ calmSeconds, words, onGone }: IdleProps) {
  const { left, stay } = useCountdown(calmSeconds, onGone);
  const dialog = useRef<HTMLDialogElement>(null);
  const isAsking = left <= warningSeconds;
  useEffect(() => {
    if (isAsking) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isAsking]);
  return (
    <dialog ref={dialog} className="idle" aria-labelledby="idle-title" onCancel={stay} data-testid="idle">
      <h2 id="idle-title">{words.idleTitle}</h2>
      <p>{words.idleDetail(clock(left))}</p>
      <button type="button" className="primary" onClick={stay}>
        {words.stillHere}
      </button>
    </dialog>
  );
}

/** Seconds until the end; every sign of life before the question begins them anew. */
function useCountdown(calmSeconds: number, onGone: () => void) {
  const total = calmSeconds + warningSeconds;
  const [left, setLeft] = useState(total);
  const gone = useRef(onGone);
  gone.current = onGone;
  const stayNow = useRef(() => {});
  useEffect(() => {
    let end = Date.now() + total * 1000;
    const alive = () => {
      if (end - Date.now() > warningSeconds * 1000) end = Date.now() + total * 1000;
    };
    const tick = () => {
      const seconds = Math.max(0, Math.ceil((end - Date.now()) / 1000));
      setLeft(seconds);
      if (seconds === 0) gone.current();
    };
    const stay = () => {
      end = Date.now() + total * 1000;
      tick();
    };
    stayNow.current = stay;
    const timer = setInterval(tick, 1000);
    for (const sign of signs) window.addEventListener(sign, alive, { passive: true });
    return () => {
      clearInterval(timer);
      for (const sign of signs) window.removeEventListener(sign, alive);
    };
  }, [total]);
  return { left, stay: () => stayNow.current() };
}

/** 1:05 */
const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
