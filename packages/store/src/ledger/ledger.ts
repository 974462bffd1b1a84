import { join } from "node:path";
import { AppendOnly, tailBytes } from "./append-only.ts";
import { lineOf, type Receipted } from "./line.ts";

export const ledgerFile = (folder: string) => join(folder, "receipts.ledger");

/**
 * The list of everything acknowledged, apart from the database: one JSON line each, only ever added to.
 * It is synced after the commit and before the acknowledgement, so a loss in the database can be named.
 */
export class Ledger extends AppendOnly<Receipted> {
  constructor(folder: string) {
    super(ledgerFile(folder), lineOf);
  }

  /** Sequence of the last response in the ledger; 0 when it names none. */
  lastSequence(): number {
    for (let bytes = tailBytes; ; bytes *= 8) {
      const { text, isAll } = this.tail(bytes);
      const last = [...text.matchAll(/^\{"sequence":(\d+),/gm)].at(-1)?.[1];
      if (last !== undefined) return Number(last);
      if (isAll) return 0;
    }
  }

  /** Ids of the responses that follow a sequence; reads the whole file. */
  idsAfter(sequence: number): readonly string[] {
    const lines = this.tail(Number.MAX_SAFE_INTEGER).text.matchAll(
      /^\{"sequence":(\d+),"responseId":"([^"]*)"/gm,
    );
    return [...lines].filter(([, of]) => Number(of) > sequence).map(([, , id = ""]) => id);
  }
}
