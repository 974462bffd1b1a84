export { Ledger } from "./ledger.ts";
export type { Receipted } from "./line.ts";
