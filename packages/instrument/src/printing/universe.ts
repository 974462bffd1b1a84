import { readOutline } from "../definition/index.ts";
import { clauseOf } from "./conditions.ts";
import { Directory } from "./directory.ts";
import type { NotesLanguage } from "./model.ts";
import { phrasesIn, standardOf } from "./questionnaire.ts";
import { Wording } from "./wording.ts";

/** Who is asked, in words, from the conditions around an item, outermost first. Items go by their names in data. */
export function universeIn(
  questionnaire: unknown,
  notes: NotesLanguage,
): (conditions: readonly string[]) => string {
  const outline = readOutline(questionnaire);
  const phrases = phrasesIn(notes);
  const directory = new Directory(outline, new Wording(notes, standardOf(outline)), phrases, "names");
  return (conditions) =>
    conditions.length === 0
      ? phrases.everybody
      : phrases.askedIf(clauseOf(togetherOf(conditions), directory));
}

function togetherOf(conditions: readonly string[]): string {
  return conditions.length === 1
    ? (conditions[0] ?? "")
    : conditions.map((each) => `(${each})`).join(" and ");
}
