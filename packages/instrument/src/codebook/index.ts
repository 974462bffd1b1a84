export type {
  AskedIn,
  Codebook,
  CodebookVariable,
  CodebookVersion,
  EmptyReason,
  VariableCode,
  VariableKind,
  Width,
} from "./codebook.ts";
export { type CollectedName, type CollectedVariable, collectedVariables } from "./collected.ts";
export { codebook } from "./describe.ts";
export { type Drawn, drawnIn, seedName } from "./drawn.ts";
export { codebookAsMarkdown, inLanguage } from "./markdown.ts";
export type { VersionOfCodebook } from "./trend.ts";
export { type VariableDescription, variablesOf } from "./variables.ts";
export { type CodebookWords, codebookWords, sayAsked } from "./words.ts";
