import type { Words } from "@tiltas/instrument/words";
import { useEffect, useRef, useState } from "react";
import type { Question } from "survey-core";
import { type Playing, play } from "./play.ts";

interface ListenProps {
  /** Address of the recording. */
  readonly recording: string;
  readonly question: Question;
  readonly words: Words;
}

/** The item read aloud, when somebody wants it and never by itself; the same button stops it. */
export function Listen({ recording, question, words }: ListenProps) {
  const [state, setState] = useState<"silent" | "playing" | "trouble">("silent");
  const playing = useRef<Playing | undefined>(undefined);
  const stop = () => {
    playing.current?.stop();
    playing.current = undefined;
    setState("silent");
  };
  useEffect(() => () => playing.current?.stop(), []);
  const begin = () => {
    setState("playing");
    const now = play(recording);
    playing.current = now;
    now.ended.then(
      () => playing.current === now && stop(),
      () => playing.current === now && setState("trouble"),
    );
  };
  const isPlaying = state === "playing";
  return (
    <div className="listen">
      <button
        type="button"
        className="secondary"
        aria-describedby={question.ariaTitleId}
        onClick={isPlaying ? stop : begin}
      >
        <span aria-hidden="true">{isPlaying ? "■" : "▶"}</span> {isPlaying ? words.listenStop : words.listen}
      </button>
      <p className="quiet" role="status">
        {state === "trouble" && words.listenTrouble}
      </p>
    </div>
  );
}
