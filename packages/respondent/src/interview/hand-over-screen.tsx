import type { Words } from "@tiltas/instrument/words";
import { Screen } from "../frame/index.ts";
import type { HandOver } from "./use-hand-over.ts";

interface HandOverScreenProps {
  readonly due: NonNullable<HandOver["due"]>;
  readonly words: Words;
  readonly onDone: () => void;
}

/** The tablet changes hands: nothing that was or will be answered alone is on the screen meanwhile. */
export function HandOverScreen({ due, words, onDone }: HandOverScreenProps) {
  const isOver = due === "over";
  const done = (
    <button type="button" className="primary" onClick={onDone}>
      {isOver ? words.handedOver : words.handedBack}
    </button>
  );
  return (
    <Screen
      name={isOver ? "hand-over" : "hand-back"}
      heading={isOver ? words.handOverTitle : words.handBackTitle}
      bottom={done}
    >
      <p>{isOver ? words.handOverDetail : words.handBackDetail}</p>
    </Screen>
  );
}
