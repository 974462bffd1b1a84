export { indexedDevice } from "./database.ts";
export type { Device } from "./device.ts";
export type { Draft } from "./draft.ts";
export { type Keeping, type KeepingState, keeping } from "./keeping.ts";
export { holdAlone } from "./one-tab.ts";
