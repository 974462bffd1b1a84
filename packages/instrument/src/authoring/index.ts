export { type Authored, readAuthorSheets } from "./author.ts";
export { type Unmeasured, unmeasuredIn } from "./measured.ts";
export {
  type AuthorChange,
  type AuthorColumn,
  type AuthorProblem,
  type AuthorSheet,
  type ReturnedSheet,
  sayProblem,
} from "./sheet.ts";
export type { AuthorSource } from "./source.ts";
export { authorSheets } from "./workbook.ts";
