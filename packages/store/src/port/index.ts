export * from "./access.ts";
export * from "./store.ts";
