export { openAccessStore } from "./access-store.ts";
export { openReader, openStore } from "./open-store.ts";
export type { OpenedStore, Place } from "./place.ts";
export type { Reader } from "./store.ts";
export { type LedgerFinding, verifyLedger } from "./verify-ledger.ts";
export {
  covers,
  type LeftOut,
  type SnapshotResponse,
  snapshotOf,
  standardRule,
  type WaveSnapshot,
} from "./wave-snapshot.ts";
