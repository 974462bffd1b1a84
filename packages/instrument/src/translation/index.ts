export { applyTranslations, type TextChange } from "./apply.ts";
export { recordBaseline, withPublished } from "./baseline.ts";
export type { TranslationCheck } from "./checks/check.ts";
export { checkTranslations, type TranslationFinding, translationChecks } from "./checks/findings.ts";
export { guideSheet } from "./exchange/guide.ts";
export { type MergeOptions, mergeRows } from "./exchange/merge.ts";
export type { ImportChange, ImportOutcome, ImportSkip, SkipReason } from "./exchange/outcome.ts";
export {
  type ExchangeRow,
  type ExchangeRows,
  isExchangeSheet,
  type RowProblem,
  readRows,
  type SheetOfTexts,
} from "./exchange/rows.ts";
export { type ExchangeSheet, exchangeSheet, type SheetOptions } from "./exchange/sheet.ts";
export { type GateVerdict, isComplete, readyFor, type TranslationGate } from "./gates.ts";
export { isRightToLeft, sourceLanguageOf, textIn } from "./languages.ts";
export {
  foldRecords,
  noTranslations,
  type RecordProblem,
  readTranslations,
  TranslatedString,
  TranslationRecord,
  type Translations,
} from "./record.ts";
export {
  type AdaptationKind,
  adaptationKinds,
  hasReached,
  type TranslationState,
  translationStates,
} from "./states.ts";
export {
  type LanguageStatus,
  statusIn,
  type TranslationStatus,
  type TranslationString,
  translationStatus,
} from "./status.ts";
export type { TranslationUnit, UnitContext } from "./unit.ts";
export { languagesOf, type TranslationSources, unitsOf } from "./units.ts";
