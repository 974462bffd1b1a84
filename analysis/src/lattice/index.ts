export type { WeighedPeople } from "./cells-by-measure.ts";
export { type CrossingDomains, cellsOfCrossing, crossingsOf } from "./crossings.ts";
export { type DimensionCodes, domainsOf } from "./dimension-codes.ts";
export * from "./lattice.ts";
export { type ScoredMeasure, type WorkingTablesInput, workingTables } from "./make-working-tables.ts";
export { LatticeError, readLattice } from "./read-lattice.ts";
export type { CrossedSums } from "./shown-crossings.ts";
export type * from "./working-tables.ts";
