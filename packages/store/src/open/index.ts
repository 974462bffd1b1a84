export { openAccessStore } from "./access-store.ts";
export { openReader, openStore } from "./open-store.ts";
export { openParadataReader, openParadataStore, paradataFile } from "./paradata-store.ts";
export type { OpenedStore, Place } from "./place.ts";
export { openReading, type Reading } from "./reading.ts";
export type { Reader } from "./store.ts";
export { openTransactions, type Transactions } from "./transactions.ts";
export {
  isDamage,
  type LedgerFinding,
  lookUpReceipts,
  verifyLedger,
} from "./verify-ledger.ts";
export { mappingOf, versionsBetween } from "./versions-between.ts";
export { waveBefore } from "./wave-before.ts";
export {
  covers,
  headsOf,
  type LeftOut,
  type PastMoment,
  type SnapshotHead,
  type SnapshotResponse,
  snapshotOf,
  standardRule,
  type WaveSnapshot,
} from "./wave-snapshot.ts";
