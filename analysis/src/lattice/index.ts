export * from "./lattice.ts";
export type * from "./working-tables.ts";
