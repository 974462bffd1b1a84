export { filledIn } from "./filled.ts";
export { asHtml } from "./html.ts";
export type {
  Mark,
  NotesLanguage,
  PrintedAnswer,
  PrintedBlock,
  PrintedColumn,
  PrintedGroup,
  PrintedItem,
  PrintedNotice,
  PrintedOption,
  PrintedQuestionnaire,
  PrintedRow,
  PrintedSection,
  PrintedText,
} from "./model.ts";
export type { Phrases } from "./phrases.ts";
export {
  languagesIn,
  type PrintOptions,
  type PrintSource,
  phrasesIn,
  printedQuestionnaire,
} from "./questionnaire.ts";
export { universeIn } from "./universe.ts";
