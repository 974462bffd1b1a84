import { isRightToLeft } from "../languages.ts";
import type { TranslationCheck } from "./check.ts";

const opening = /[\u202a\u202b\u202d\u202e\u2066\u2067\u2068]/g;
const closing = /[\u202c\u2069]/g;

export const directions: TranslationCheck = {
  id: "direction",
  why: "An invisible mark that turns the direction and is not closed reverses what follows it on the screen.",
  severity: "error",
  *check({ target, language }) {
    const [opened, closed] = [opening, closing].map((marks) => target.match(marks)?.length ?? 0);
    if (opened !== closed) yield "An invisible mark of direction is opened and not closed.";
    else if (/[\u202d\u202e]/.test(target))
      yield "An invisible mark forces a direction of writing. Take it out.";
    if (!isRightToLeft(language) && /[\u200f\u202b\u2067]/.test(target))
      yield "There is an invisible mark for writing from right to left.";
  },
};
