import type { Receipted } from "../ledger/index.ts";
import type { Write } from "../operations/index.ts";
import { type Received, StorageFullError } from "../port/index.ts";

/** What became of one write of a group. */
export type Outcome = { readonly result: unknown } | { readonly failure: Failure };

/** A failure as it crosses threads: no stack, no parameters, and so no answers. */
export interface Failure {
  readonly message: string;
  readonly storageFull: boolean;
}

/** The ledger entry an outcome calls for, if any. */
export function receiptedBy(write: Write, outcome: Outcome): Receipted | undefined {
  if ("failure" in outcome) return undefined;
  if (write.name === "quarantine") {
    const { responseId, hash } = write.argument;
    return { quarantined: true, responseId, hash };
  }
  if (write.name !== "receive") return undefined;
  const { outcome: became, sequence } = outcome.result as Received;
  const { responseId, revision, hash } = write.argument;
  return became === "stored" ? { sequence, responseId, revision, hash } : undefined;
}

/** drizzle puts parameters into its messages; only the database's own sentence goes on. */
export function failureOf(error: unknown): Failure {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const said = cause instanceof Error ? cause.message || code : "";
  const message = unreachableCodes.has(code)
    ? `The database cannot be reached (${code}). Check its address and whether it runs.`
    : said || "The store failed without saying why.";
  return { message, storageFull: fullCodes.has(code) };
}

const unreachableCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "ENOENT",
  "ETIMEDOUT",
  "EHOSTUNREACH",
]);

/** SQLite's word, the operating system's two, PostgreSQL's. */
const fullCodes = new Set(["SQLITE_FULL", "ENOSPC", "EDQUOT", "53100"]);

export function errorOf({ message, storageFull }: Failure): Error {
  return storageFull ? new StorageFullError() : new Error(message);
}
