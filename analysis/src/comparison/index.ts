export { type CompareTablesInput, compareTables } from "./compare-tables.ts";
export type * from "./working-comparisons.ts";
