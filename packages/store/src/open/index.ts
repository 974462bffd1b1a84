export { type OpenedStore, openStore, type Place } from "./open-store.ts";
export type { Reader } from "./store.ts";
