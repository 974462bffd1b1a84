import type { Receipted } from "../ledger/index.ts";
import type { Write } from "../operations/index.ts";
import { type Received, StorageFullError, UnavailableError } from "../port/index.ts";

/** What became of one write of a group. */
export type Outcome = { readonly result: unknown } | { readonly failure: Failure };

/** A failure as it crosses threads: no stack, no parameters, and so no answers. */
export interface Failure {
  readonly message: string;
  readonly storageFull: boolean;
  readonly unreachable: boolean;
}

/** The ledger entry an outcome calls for, if any. */
export function receiptedBy(write: Write, outcome: Outcome): Receipted | undefined {
  if ("failure" in outcome) return undefined;
  if (write.name === "quarantine") {
    if (!outcome.result) return undefined;
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
  const unreachable = unreachableCodes.has(code) || isUnreachable(cause);
  const message = unreachableCodes.has(code)
    ? `The database cannot be reached (${code}). Check its address and whether it runs.`
    : said || "The store failed without saying why.";
  return { message, storageFull: fullCodes.has(code), unreachable };
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

/** Where pg gives no code; and PostgreSQL's own codes for a server that starts or stops. */
function isUnreachable(cause: unknown): boolean {
  if (cause instanceof UnavailableError) return true;
  if (!(cause instanceof Error)) return false;
  if ("code" in cause) return /^(08...|57P0[123])$/.test(String(cause.code));
  return /^(timeout exceeded when trying to connect|Connection terminated)/.test(cause.message);
}

export function errorOf({ message, storageFull, unreachable }: Failure): Error {
  if (storageFull) return new StorageFullError();
  return unreachable ? new UnavailableError(message) : new Error(message);
}
