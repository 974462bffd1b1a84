import type { AuthorSource } from "./source.ts";

/** What stands on the first sheet. */
export function guideLines({
  id,
  version,
  digest,
}: Pick<AuthorSource, "id" | "version" | "digest">): [string, string][] {
  return [["Questionnaire", `${id} ${version}`], ["Digest", digest], ...howTo];
}

const howTo: [string, string][] = [
  [
    "Editing",
    "Change cells, add rows, take rows out, or move them: the order of the rows is the order of the questionnaire.",
  ],
  ["pages", "One row for each page."],
  [
    "items",
    "Questions, panels and words between them. Page and Inside say where a new row belongs; Inside is the name of a panel or roster.",
  ],
  [
    "choices",
    "Options, rows and columns, by item. Codes are what is stored: a code that was in the field keeps its meaning for ever.",
  ],
  ["parts", "What is asked in each row of a matrix with several columns, and the lines of a composite."],
  ["rules", "Checks of an answer, with the message people see."],
  ["calculations", "Values that are calculated from answers."],
  ["texts", "All other words that respondents read. Rows cannot be added here."],
  ["settings", "Settings of the whole questionnaire."],
  [
    "Conditions",
    "{name} is an answer. Such as {age} >= 18, {worked} = 'no', {services} contains 'housing', {rooms} empty; joined with and, or.",
  ],
  [
    "A new item",
    "Insert a row in items: Page, Name, Type, Title. Then its options in choices. Copying a whole row copies everything of the item.",
  ],
  [
    "Renaming",
    "Changing a Name renames the item; conditions that speak of it have to be changed too, and you are told where.",
  ],
  ["What is not here", "Properties without a column stay as they are. Do not change the hidden columns."],
  ["Reading it back", "npx tiltas author import FILE.xlsx FOLDER shows every change before it writes."],
];
