import type { Words } from "@tiltas/instrument/words";
import { useState } from "react";
import type { Draft } from "../device/index.ts";
import { Screen } from "../frame/index.ts";
import { codeFrom } from "./code.ts";
import type { Mover } from "./mover.ts";

interface MoveScreenProps {
  readonly draft: Draft;
  readonly mover: Mover;
  readonly words: Words;
  readonly onBack: () => void;
  /** The server has the answers; what is here can go. */
  readonly onMoved: (code: string) => void;
}

/** Unfinished answers leave a device only here, and only when the person asks for it after reading what happens. */
export function MoveScreen({ draft, mover, words, onBack, onMoved }: MoveScreenProps) {
  const [code] = useState(() => codeFrom(crypto.getRandomValues(new Uint8Array(16))));
  const [state, setState] = useState<"asking" | "sending" | "failed">("asking");
  const move = async () => {
    setState("sending");
    await mover.send(code, draft).then(
      () => onMoved(code),
      () => setState("failed"),
    );
  };
  const buttons = (
    <>
      <button type="button" className="secondary" onClick={onBack}>
        {words.back}
      </button>
      <button type="button" className="primary" disabled={state === "sending"} onClick={move}>
        {words.moveNow}
      </button>
    </>
  );
  return (
    <Screen name="move" heading={words.moveTitle} bottom={buttons}>
      <p>{words.moveDetail}</p>
      <p className="attention" role="alert">
        {state === "failed" && words.moveFailed}
      </p>
    </Screen>
  );
}
