export { cellSystem } from "./cell-system.ts";
export type { MaskCache } from "./mask-cache.ts";
export { protectLattice, type Standings, type Tally } from "./protect-lattice.ts";
export { SumsError } from "./quantities.ts";
export { Workings } from "./workings.ts";
