export type { Device, Ownership } from "./device.ts";
export type { Draft } from "./draft.ts";
export { hourOf } from "./draft-store.ts";
export { indexedDevice } from "./indexed-device.ts";
export { type Keeping, type KeepingState, keeping } from "./keeping.ts";
export { holdAlone } from "./one-tab.ts";
export { readDraft } from "./read-draft.ts";
export { removeEverything } from "./remove-everything.ts";
export { freeMegabytes, type StorageState } from "./storage-state.ts";
