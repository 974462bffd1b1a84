export * from "./diagnostics.ts";
export * from "./margins.ts";
export * from "./rake.ts";
export * from "./read-margins.ts";
