import {
  closeSync,
  fdatasync,
  fdatasyncSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readSync,
  write,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { lineOf, type Receipted } from "./line.ts";

export const ledgerFile = (folder: string) => join(folder, "receipts.ledger");

const writeLater = promisify(write);
const syncLater = promisify(fdatasync);

/**
 * The list of everything acknowledged, apart from the database: one JSON line each, only ever added to.
 * It is synced after the commit and before the acknowledgement, so a loss in the database can be named.
 */
export class Ledger {
  readonly #file: number;
  #length: number;
  /** What had to be put right when the ledger was opened, in sentences. */
  readonly warnings: readonly string[];

  constructor(folder: string) {
    const path = ledgerFile(folder);
    this.#file = openSync(path, "a+", 0o600);
    const size = fstatSync(this.#file).size;
    this.#length = wholeLines(this.#file, size);
    const torn = this.#length < size;
    if (torn) ftruncateSync(this.#file, this.#length);
    this.warnings = torn
      ? [`The last line of ${path} was torn and has been removed; it was never acknowledged.`]
      : [];
  }

  /** Adds lines and syncs them to disk; on failure the file is as before. */
  append(entries: readonly Receipted[]): void {
    if (entries.length === 0) return;
    const bytes = Buffer.from(entries.map(lineOf).join(""));
    try {
      for (let written = 0; written < bytes.length; ) written += writeSync(this.#file, bytes, written);
      fdatasyncSync(this.#file);
    } catch (error) {
      ftruncateSync(this.#file, this.#length);
      throw error;
    }
    this.#length += bytes.length;
  }

  /** As `append`, without holding the thread. One call at a time. */
  async appendLater(entries: readonly Receipted[]): Promise<void> {
    if (entries.length === 0) return;
    const bytes = Buffer.from(entries.map(lineOf).join(""));
    try {
      for (let written = 0; written < bytes.length; )
        written += (await writeLater(this.#file, bytes, written)).bytesWritten;
      await syncLater(this.#file);
    } catch (error) {
      ftruncateSync(this.#file, this.#length);
      throw error;
    }
    this.#length += bytes.length;
  }

  /** Sequence of the last response in the ledger; 0 when it names none. */
  lastSequence(): number {
    for (let bytes = tailBytes; ; bytes *= 8) {
      const tail = readTail(this.#file, this.#length, bytes);
      const last = [...tail.matchAll(/^\{"sequence":(\d+),/gm)].at(-1)?.[1];
      if (last !== undefined) return Number(last);
      if (bytes >= this.#length) return 0;
    }
  }

  close(): void {
    closeSync(this.#file);
  }
}

const tailBytes = 64 * 1024;

function readTail(file: number, end: number, bytes: number): string {
  const start = Math.max(0, end - bytes);
  const buffer = Buffer.alloc(end - start);
  readSync(file, buffer, 0, buffer.length, start);
  return buffer.toString("latin1");
}

/** Length of the file up to and with its last line break; a line is far shorter than the tail. */
function wholeLines(file: number, size: number): number {
  return size - Math.min(size, tailBytes) + readTail(file, size, tailBytes).lastIndexOf("\n") + 1;
}
