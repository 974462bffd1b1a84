export * from "./access.ts";
export * from "./cases.ts";
export * from "./codes.ts";
export * from "./devices.ts";
export * from "./errors.ts";
export * from "./resumes.ts";
export * from "./reviews.ts";
export * from "./store.ts";
