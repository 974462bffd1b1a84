import type { Words } from "@tiltas/instrument/words";
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
  return (
    <div className="progress">
      <p>
        <span aria-live="polite">{words.part(number, parts.length)}</span>
        {number < parts.length && <> · {words.minutesLeft(minutesLeft(interview, page, mode))}</>}
      </p>
      <progress value={number} max={parts.length} aria-hidden="true" />
    </div>
  );
}
