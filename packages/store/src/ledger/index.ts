export { AppendOnly } from "./append-only.ts";
export { exportsOfWave, type HandedOutNow, registerExport } from "./exports.ts";
export {
  type Gone,
  goneName,
  type Identities,
  identitiesIn,
  ledgerLines,
  lossesFile,
  removalsFile,
} from "./identities.ts";
export { Ledger, ledgerFile } from "./ledger.ts";
export type { Receipted } from "./line.ts";
export { shortfallWarning } from "./shortfall.ts";
export { WithdrawalLedger, type Withdrawn, withdrawalsFile } from "./withdrawals.ts";
