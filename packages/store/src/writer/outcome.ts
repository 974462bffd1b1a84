import type { Receipted, Withdrawn } from "../ledger/index.ts";
import type { Write } from "../operations/index.ts";
import {
  type OutOfOrder,
  type Received,
  StorageFullError,
  UnavailableError,
  type WithdrawnResponse,
} from "../port/index.ts";

/** What became of one write of a group. */
export type Outcome = { readonly result: unknown } | { readonly failure: Failure };

/** A failure as it crosses threads: no stack, no parameters, and so no answers. */
export interface Failure {
  readonly message: string;
  readonly storageFull: boolean;
  /** Set when nothing can be kept until somebody or something mends it. */
  readonly outOfOrder: OutOfOrder | undefined;
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

/** The entry of the deletion ledger an outcome calls for, if any. */
export function withdrawnBy(write: Write, outcome: Outcome): Withdrawn | undefined {
  if (write.name !== "withdraw" || "failure" in outcome) return undefined;
  const withdrawn = outcome.result as WithdrawnResponse | undefined;
  return withdrawn?.isNew ? withdrawn : undefined;
}

/** True for a write after which no trace of what it deleted may stay on the disk. */
export function erases({ name }: Write): boolean {
  return name === "withdraw";
}

/** Whether a write comes from outside and adds to the disk: the first to be refused when it fills. */
export function fills({ name }: Write): boolean {
  return name === "receive" || name === "quarantine" || name === "keepDraft";
}

/** drizzle puts parameters into its messages; only the database's own sentence goes on. */
export function failureOf(error: unknown): Failure {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const said = cause instanceof Error ? cause.message || code : "";
  const message = unreachableCodes.has(code)
    ? `The database cannot be reached (${code}). Check its address and whether it runs.`
    : said || "The store failed without saying why.";
  return {
    message,
    storageFull: cause instanceof StorageFullError || fullCodes.has(code),
    outOfOrder: outOfOrderIn(cause, code),
  };
}

function outOfOrderIn(cause: unknown, code: string): OutOfOrder | undefined {
  if (cause instanceof UnavailableError) return cause.outOfOrder;
  if (brokenDisk.test(code)) return "disk";
  if (unreachableCodes.has(code) || databaseGone.test(code)) return "database";
  const words = cause instanceof Error && code === "" ? cause.message : "";
  return connectionGone.test(words) ? "database" : undefined;
}

const unreachableCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ENOTFOUND",
  "ENOENT",
  "ETIMEDOUT",
  "EHOSTUNREACH",
]);

/** SQLite's word, the operating system's two, PostgreSQL's. */
const fullCodes = new Set(["SQLITE_FULL", "ENOSPC", "EDQUOT", "53100"]);

/** The disk failed, turned read-only or gave back nonsense: what was synced is safe, what was not is not known. */
const brokenDisk = /^(SQLITE_(IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB)\w*|EIO|EROFS|EACCES|EPERM|EBADF)$/;

/** PostgreSQL's own codes for a connection that breaks and for a server that starts, stops or recovers. */
const databaseGone = /^(08...|57P0[1-4]|53300)$/;

/** Where pg gives no code. */
const connectionGone =
  /^(timeout exceeded when trying to connect|Connection terminated|Client has encountered)/;

export const noSpace: Outcome = { failure: failureOf(new StorageFullError()) };

export function errorOf({ message, storageFull, outOfOrder }: Failure): Error {
  if (storageFull) return new StorageFullError();
  return outOfOrder ? new UnavailableError(message, outOfOrder) : new Error(message);
}
