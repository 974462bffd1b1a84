import type { Words } from "@tiltas/instrument/words";
import type { Model, PageModel } from "survey-core";

interface ProgressProps {
  readonly interview: Model;
  readonly page: PageModel;
  readonly words: Words;
}

/** "Part 3 of 9": counts the parts this person will meet as things stand, and says so when the part changes. */
export function Progress({ interview, page, words }: ProgressProps) {
  const parts = interview.visiblePages;
  const number = parts.indexOf(page) + 1;
  return (
    <div className="progress">
      <p aria-live="polite">{words.part(number, parts.length)}</p>
      <progress value={number} max={parts.length} aria-hidden="true" />
    </div>
  );
}
