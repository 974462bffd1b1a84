export type { LightFiles } from "./document.ts";
export { readFirstPage } from "./first-page.ts";
export { inlineHash } from "./inline-hash.ts";
export { type LightPageProps, type LightWave, languagePage, lightPage, troublePage } from "./light-page.ts";
export { type Ahead, ahead } from "./parts.ts";
export { type ReceiptState, receiptPage } from "./receipt-page.ts";
export { safeAddress, shapedWords, shapingAttributes, shapingTags } from "./shaped-words.ts";
export { type BuiltApplication, kioskBlock, type LightState, stateBlock } from "./state.ts";
export type { Cause, Unshowable } from "./unshowable.ts";
