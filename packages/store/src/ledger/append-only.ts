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

const writeLater = promisify(write);
const syncLater = promisify(fdatasync);

/** A file of lines that is only ever added to; what `append` returns from is on disk. */
export class AppendOnly<Entry> {
  readonly #file: number;
  readonly #lineOf: (entry: Entry) => string;
  #length: number;
  /** What had to be put right when the file was opened, in sentences. */
  readonly warnings: readonly string[];

  constructor(path: string, lineOf: (entry: Entry) => string) {
    this.#lineOf = lineOf;
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
  append(entries: readonly Entry[]): void {
    if (entries.length === 0) return;
    const bytes = Buffer.from(entries.map(this.#lineOf).join(""));
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
  async appendLater(entries: readonly Entry[]): Promise<void> {
    if (entries.length === 0) return;
    const bytes = Buffer.from(entries.map(this.#lineOf).join(""));
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

  /** The last bytes of the file as text, at most so many; all of it when they are enough. */
  protected tail(bytes: number): { readonly text: string; readonly isAll: boolean } {
    return { text: readTail(this.#file, this.#length, bytes), isAll: bytes >= this.#length };
  }

  close(): void {
    closeSync(this.#file);
  }
}

export const tailBytes = 64 * 1024;

function readTail(file: number, end: number, bytes: number): string {
  const start = Math.max(0, end - bytes);
  const buffer = Buffer.alloc(end - start);
  readSync(file, buffer, 0, buffer.length, start);
  return buffer.toString("utf8");
}

/** Length of the file up to and with its last line break; a line is far shorter than the tail. */
function wholeLines(file: number, size: number): number {
  const start = Math.max(0, size - tailBytes);
  const buffer = Buffer.alloc(size - start);
  readSync(file, buffer, 0, buffer.length, start);
  return start + buffer.lastIndexOf("\n") + 1;
}
