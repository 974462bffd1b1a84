export type * from "./working-comparisons.ts";
