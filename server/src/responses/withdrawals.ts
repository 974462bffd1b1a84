import { Refusal } from "@tiltas/contract/problems";
import type { ReceiptView } from "@tiltas/contract/withdrawals";
import type { ParadataStore, ReceiptRecord, Store } from "@tiltas/store/port";
import type { Source, WrongTries } from "../codes/wrong-tries.ts";
import type { Waves } from "../fieldwork/waves.ts";
import type { Receipts } from "./receipt.ts";

export interface WithdrawalsNeeds {
  readonly store: Pick<Store, "findByReceipt" | "withdraw" | "withoutReceipt" | "fillReceipts">;
  readonly paradata: Pick<ParadataStore, "forget">;
  readonly waves: Pick<Waves, "find">;
  readonly receipts: Receipts;
  /** Counts wrong codes only, after they were looked up: whoever has a right one is never held up. */
  readonly tries: WrongTries;
  readonly clock: () => Date;
  /** What was made of the answers goes as well; a failure of that is mended at the next withdrawal, night or start. */
  readonly onWithdrawn: (responseId: string) => Promise<void>;
}

/** What whoever holds a receipt code may do without an account. Codes are bare: sixteen characters. */
export interface Withdrawals {
  /** @throws code-unknown, too-many-attempts */
  look(code: string, source: Source): Promise<ReceiptView>;
  /** Resolves once the answers are gone and the deletion ledger says so; the second time it changes nothing. */
  withdraw(code: string, source: Source): Promise<ReceiptView>;
  /** Gives responses from before receipts were kept beside them theirs. */
  fillReceipts(): Promise<void>;
}

export function createWithdrawals(needs: WithdrawalsNeeds): Withdrawals {
  const { store, paradata, waves, receipts, tries, clock } = needs;
  const shown = async ({ wave, receivedOn, state }: ReceiptRecord): Promise<ReceiptView> => {
    const title = (await waves.find(wave))?.title ?? {};
    return { wave, waveTitle: { ...title }, receivedOn, state };
  };
  const known = async (receipt: string, source: Source): Promise<ReceiptRecord> => {
    const found = await store.findByReceipt(receipt);
    if (found) return found;
    tries.begin(source);
    throw unknownCode();
  };
  return {
    async look(code, source) {
      return shown(await known(receipts.lookup(code), source));
    },
    async withdraw(code, source) {
      const receipt = receipts.lookup(code);
      // Wrong codes cost a reading, and never the one thread that writes.
      await known(receipt, source);
      const withdrawn = await store.withdraw({ receipt, on: clock().toISOString().slice(0, 10) });
      if (!withdrawn) throw unknownCode();
      // The answers are gone; what a failure leaves of the paradata is removed the same night.
      await paradata.forget([withdrawn.responseId]).catch(() => undefined);
      if (withdrawn.isNew) await needs.onWithdrawn(withdrawn.responseId).catch(() => undefined);
      return shown(withdrawn);
    },
    async fillReceipts() {
      for (;;) {
        const rows = await store.withoutReceipt();
        if (rows.length === 0) return;
        await store.fillReceipts(
          rows.map(({ sequence, responseId }) => ({
            sequence,
            receipt: receipts.lookup(receipts.codeOf(responseId)),
          })),
        );
      }
    },
  };
}

const unknownCode = () =>
  new Refusal(
    "code-unknown",
    "No answers are kept here under this receipt code. Compare it with the code that you wrote down.",
  );
