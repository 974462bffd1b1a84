export {
  type ChannelKind,
  channelKindWords,
  channelName,
  channelOf,
  type RecruitmentChannel,
} from "./channels.ts";
export { givenWords, isFilled } from "./filled.ts";
export { given, numberGiven, stringGiven } from "./given.ts";
export * from "./help.ts";
export * from "./instrument.ts";
export * from "./item.ts";
export { isList, isObject, type JsonObject } from "./json.ts";
export * from "./manifest.ts";
export { unmeasured } from "./measured.ts";
export * from "./measures.ts";
export { saysMissing } from "./missing-words.ts";
export { fitName, namesUnfit, type UnfitName } from "./names.ts";
export * from "./notice.ts";
export {
  cellTypeOf,
  isQuestion,
  type Outline,
  type OutlineNode,
  outlineLimits,
  propertyOf,
  readOutline,
  walk,
} from "./outline.ts";
export { conditionsAround } from "./parts.ts";
export {
  type InstrumentFiles,
  type QuestionnaireReading,
  readInstrument,
  readQuestionnaire,
} from "./read.ts";
export * from "./reasons.ts";
export * from "./recordings.ts";
export { DefinitionError, type DefinitionFinding } from "./refusal.ts";
export { renameItems } from "./rename-items.ts";
export { namesIn, renamingFor } from "./renaming.ts";
export { itemWithRole } from "./roles.ts";
export { rungsOf } from "./rungs.ts";
export {
  findProperty,
  isKindOf,
  isSurveyClass,
  propertiesOf,
  type SurveyProperty,
} from "./surveyjs/classes.ts";
export { readText } from "./text.ts";
export { type OutlineText, textsOf } from "./texts.ts";
