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
import { promisify } from "node:util";
import { lineOf, type Receipted } from "./line.ts";

const writeLater = promisify(write);
const syncLater = promisify(fdatasync);

/**
 * The list of everything acknowledged, apart from the database: one JSON line each, only ever added to.
 * It is synced after the commit and before the acknowledgement, so a loss in the database can be named.
 */
export class Ledger {
  readonly #file: number;
  #length: number;
  /** What had to be put right when the ledger was opened; undefined when nothing. */
  readonly warning: string | undefined;

  constructor(path: string) {
    this.#file = openSync(path, "a+", 0o600);
    const size = fstatSync(this.#file).size;
    this.#length = wholeLines(this.#file, size);
    if (this.#length === size) return;
    ftruncateSync(this.#file, this.#length);
    this.warning = `The last line of ${path} was torn and has been removed; it was never acknowledged.`;
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

  /** Sequence of the last response in the ledger; 0 when it names none near its end. */
  lastSequence(): number {
    const tail = readTail(this.#file, this.#length);
    const sequences = [...tail.matchAll(/^\{"sequence":(\d+),/gm)];
    return Number(sequences.at(-1)?.[1] ?? 0);
  }

  close(): void {
    closeSync(this.#file);
  }
}

const tailBytes = 64 * 1024;

function readTail(file: number, end: number): string {
  const start = Math.max(0, end - tailBytes);
  const buffer = Buffer.alloc(end - start);
  readSync(file, buffer, 0, buffer.length, start);
  return buffer.toString("utf8");
}

/** Length of the file up to and with its last line break. */
function wholeLines(file: number, size: number): number {
  const start = Math.max(0, size - tailBytes);
  const buffer = Buffer.alloc(size - start);
  readSync(file, buffer, 0, buffer.length, start);
  return start + buffer.lastIndexOf(0x0a) + 1;
}
