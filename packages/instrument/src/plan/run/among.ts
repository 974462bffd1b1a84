import type { Step } from "../../expressions/index.ts";
import { absent, joinedName, lastOfName } from "./lookup.ts";
import type { Question } from "./question.ts";

/** A question of an entry by the key of its answer, the shortest name first. */
export function lookUpInEntry(questions: readonly Question[], steps: readonly Step[], from: number): unknown {
  const last = lastOfName(steps, from);
  for (let end = from; end <= last; end += 1) {
    const name = joinedName(steps, from, end).toLowerCase();
    const question = questions.find(({ valueName }) => valueName.toLowerCase() === name);
    if (question) return question.lookUp(steps, end + 1, steps[end]?.index ?? -1);
  }
  return absent;
}

/** A question of a panel by the key of its answer, the longest name first. */
export function lookUpAmong(questions: readonly Question[], steps: readonly Step[], from: number): unknown {
  for (let end = lastOfName(steps, from); end >= from; end -= 1) {
    const name = joinedName(steps, from, end).toLowerCase();
    const question = questions.find(({ valueName }) => valueName.toLowerCase() === name);
    if (question) return question.lookUp(steps, end + 1, steps[end]?.index ?? -1);
  }
  return absent;
}
