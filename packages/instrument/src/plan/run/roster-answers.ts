import type { Panel } from "./panel.ts";
import type { Roster } from "./roster.ts";
import { commentSuffix, type SurveyRun, totalSuffix } from "./survey.ts";
import { copyOf, isPlainObject, setOwn } from "./values.ts";

/** Lets go what an entry holds under names of no question. */
export function clearUnknownParts(roster: Roster, panel: Panel, index: number): void {
  const list = roster.value;
  const values: unknown = Array.isArray(list) ? list[index] : undefined;
  if (typeof values !== "object" || values === null) return;
  let isChanged = false;
  for (const key of Object.keys(values)) {
    if (isKnown(roster, panel, index, key)) continue;
    Reflect.deleteProperty(values, key);
    isChanged = true;
  }
  if (isChanged) roster.value = list;
}

function isKnown(roster: Roster, panel: Panel, index: number, key: string): boolean {
  const { valueName, name } = roster;
  if (valueName !== name) {
    const sharers = (roster.run as SurveyRun).byValueName.get(valueName) ?? [];
    if (sharers.some((question) => question.holdsPart(key, index))) return true;
  }
  if (panel.questions.some((question) => question.valueName === key)) return true;
  return [commentSuffix, totalSuffix].some((suffix) => {
    const at = key.indexOf(suffix);
    return (
      at === key.length - suffix.length &&
      panel.questions.some((question) => question.name === key.slice(0, at))
    );
  });
}

/** Says what in a list no respondent could have given. */
export function tellEntries(roster: Roster, given: unknown): void {
  if (given === undefined || given === null) return;
  const { run } = roster;
  if (!Array.isArray(given)) return void run.removed(roster, "wrong-type");
  for (const [index, values] of given.entries()) {
    const path = `${roster.answerPath}[${index}]`;
    const entry = roster.entries[index];
    if (!entry) return void run.removed(roster, "too-long", path);
    if (!entry.isVisible && run.isShared(roster.valueName)) continue; // it is told where it is shown
    if (!isPlainObject(values)) {
      run.removed(roster, "wrong-type", path);
      continue;
    }
    for (const key of Object.keys(values)) {
      const question = entry.questions.find(({ valueName }) => valueName === key);
      if (!question) {
        if (!isKnown(roster, entry.panel, index, key)) run.removed(roster, "unknown-item", `${path}.${key}`);
      } else if (!question.isVisibleInSurvey) run.removed(question, "not-asked");
      else question.tellOddities(values[key]);
    }
  }
}

/** The key of the answer that a comment stands beside. */
export function answerKeyOf(name: string): string {
  return name.endsWith(commentSuffix) ? name.slice(0, -commentSuffix.length) : name;
}

/** Answers of the questions in a panel, with their comments, as the panel itself holds them. */
export function answersIn(panel: Panel): Record<string, unknown> {
  const values = {};
  for (const question of panel.questions) {
    if (question.isEmpty()) continue;
    setOwn(values, question.valueName, copyOf(question.value));
    const comment = question.home.data.getComment(question.valueName);
    if (comment !== "") setOwn(values, question.valueName + commentSuffix, comment);
  }
  return values;
}
