export * from "./distributions.ts";
