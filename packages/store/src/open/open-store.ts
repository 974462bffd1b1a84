import { mkdirSync } from "node:fs";
import type { Store } from "../port/index.ts";
import { openSqliteStore } from "./sqlite-store.ts";

/** Where the data are: a folder always (lock, ledger, embedded database), and the address of a PostgreSQL if there is one. */
export interface Place {
  readonly folder: string;
  readonly url?: string | undefined;
}

/** A store with what had to be put right while it was opened, in sentences for the log. */
export type OpenedStore = Store & { readonly warnings: readonly string[] };

/** Opens the data for the one server of this folder, brings the tables up to date and takes the folder's lock. */
export async function openStore({ folder, url }: Place): Promise<OpenedStore> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (url !== undefined) throw new Error("PostgreSQL is not supported yet.");
  return openSqliteStore(folder);
}
