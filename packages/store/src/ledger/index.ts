export { Ledger, ledgerFile } from "./ledger.ts";
export type { Receipted } from "./line.ts";
export { shortfallWarning } from "./shortfall.ts";
