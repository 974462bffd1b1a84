import type { Words } from "@tiltas/instrument/words";
import { useEffect, useState } from "react";
import type { Model, PageModel } from "survey-core";
import type { Draft } from "../device/index.ts";
import { minutesLeft } from "./time-left.ts";

interface ProgressProps {
  readonly interview: Model;
  readonly page: PageModel;
  readonly mode: Draft["mode"];
  readonly words: Words;
}

/** "Part 3 of 9 · about 8 min left": counts the parts this person will meet as things stand, and says so when the part changes. */
export function Progress({ interview, page, mode, words }: ProgressProps) {
  const parts = interview.visiblePages;
  const number = parts.indexOf(page) + 1;
  const minutes = useMinutes(interview, page, mode, words);
  const isLast = number === parts.length;
  return (
    <div className="progress">
      <p>
        <span aria-live="polite">{words.part(number, parts.length)}</span>
        {!isLast && minutes !== undefined && <> · {words.minutesLeft(minutes)}</>}
      </p>
      <progress value={number} max={parts.length} aria-hidden="true" />
    </div>
  );
}

/** Reckoned after a page is shown in a language, never while it is drawn: survey-core makes texts and choices when they are asked for. */
function useMinutes(...[interview, page, mode, words]: [Model, PageModel, Draft["mode"], Words]) {
  const [minutes, setMinutes] = useState<number>();
  useEffect(() => setMinutes(minutesLeft(interview, page, mode)), [interview, page, mode, words]);
  return minutes;
}
