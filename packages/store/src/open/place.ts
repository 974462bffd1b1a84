import type { Store } from "../port/index.ts";

/** Where the data are: a folder always (lock, ledger, embedded database), and the address of a PostgreSQL if there is one. */
export interface Place {
  readonly folder: string;
  readonly url?: string | undefined;
}

/** A store with what had to be put right while it was opened, in sentences for the log. */
export type OpenedStore = Store & { readonly warnings: readonly string[] };
