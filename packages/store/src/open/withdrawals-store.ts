import type { Commit } from "../operations/index.ts";
import * as operations from "../operations/index.ts";
import type { Withdrawals } from "../port/index.ts";
import type { Read } from "./store.ts";

/** Receipts, and what people take back with them. */
export function makeWithdrawals(read: Read, commit: Commit): Withdrawals {
  return {
    findByReceipt: (receipt) => read((context) => operations.findByReceipt(context, receipt)),
    withdraw: (claim) => commit("withdraw", claim),
    isWithdrawn: (responseId) => read((context) => operations.isWithdrawn(context, responseId)),
    withoutReceipt: () => read((context) => operations.withoutReceipt(context)),
    fillReceipts: (rows) => commit("fillReceipts", rows),
  };
}
