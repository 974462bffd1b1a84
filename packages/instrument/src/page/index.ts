export { type FirstPage, type FirstPageFound, readFirstPage } from "./first-page.ts";
export { inlineHash } from "./inline-hash.ts";
export { type LightFiles, type LightWave, languagePage, lightPage, troublePage } from "./light-page.ts";
export { acceptedLanguages, languageToBeginWith } from "./preferred-language.ts";
export { isExclusive, isMissingReason, setApart } from "./set-apart.ts";
export { safeAddress, shapedWords, shapingAttributes, shapingTags } from "./shaped-words.ts";
export { type BuiltApplication, type LightState, stateBlock } from "./state.ts";
export type { Cause, Unshowable } from "./unshowable.ts";
