import { createHash } from "node:crypto";
import { createReadStream, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { BackupError } from "./refusal.ts";

/** SHA-256 (hex) of every file of an archive, by its path. */
export type Contents = ReadonlyMap<string, string>;

interface EntryHeader {
  readonly path: string;
  readonly bytes: number;
}

/**
 * A folder as one stream: for each file four bytes of length, a JSON header {path, bytes}, its bytes; at the end a length
 * of nought. Nothing else may change the folder meanwhile.
 *
 * @param contents  is filled with what was read, to be compared with what comes back
 */
export async function* packed(folder: string, contents: Map<string, string>): AsyncGenerator<Buffer> {
  for (const path of filesIn(folder)) {
    const file = join(folder, path);
    yield headerBytes({ path, bytes: statSync(file).size });
    const hash = createHash("sha256");
    for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 })) {
      hash.update(chunk);
      yield chunk;
    }
    contents.set(path, hash.digest("hex"));
  }
  yield Buffer.alloc(4);
}

/**
 * Takes such a stream apart again, handing each file's bytes on as they come.
 *
 * @param receive  called once a file; must read `bytes` to its end
 */
export async function unpack(
  stream: AsyncIterable<Buffer>,
  receive: (path: string, bytes: AsyncIterable<Buffer>) => Promise<void>,
): Promise<Contents> {
  const source = new Source(stream[Symbol.asyncIterator]());
  const contents = new Map<string, string>();
  for (;;) {
    const length = (await source.exactly(4)).readUInt32BE();
    if (length === 0) break;
    const header: EntryHeader = JSON.parse((await source.exactly(length)).toString("utf8"));
    if (!isPlain(header.path)) throw new BackupError(`A backup may not hold a file named ${header.path}.`);
    const hash = createHash("sha256");
    await receive(
      header.path,
      source.next(header.bytes, (chunk) => hash.update(chunk)),
    );
    contents.set(header.path, hash.digest("hex"));
  }
  await source.end();
  return contents;
}

/** Regular files below a folder, by path with slashes, in a fixed order. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .toSorted();
}

/** No way out of the folder, no hidden meaning. */
function isPlain(path: string): boolean {
  return (
    path.split("/").every((part) => part !== "" && part !== "." && part !== "..") && !path.includes("\\")
  );
}

function headerBytes(header: EntryHeader): Buffer {
  const text = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  return Buffer.concat([length, text]);
}

/** A stream of bytes from which exact numbers are taken. */
class Source {
  readonly #chunks: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);

  constructor(chunks: AsyncIterator<Buffer>) {
    this.#chunks = chunks;
  }

  /** A few bytes at once. */
  async exactly(bytes: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of this.next(bytes)) parts.push(part);
    return Buffer.concat(parts);
  }

  /** Many bytes as they come. */
  async *next(bytes: number, look?: (chunk: Buffer) => void): AsyncGenerator<Buffer> {
    for (let left = bytes; left > 0; ) {
      if (this.#held.length === 0) this.#held = await this.#more();
      const part = this.#held.subarray(0, left);
      this.#held = this.#held.subarray(part.length);
      left -= part.length;
      look?.(part);
      yield part;
    }
  }

  /** What is sealed ends here: the last piece has been opened and nothing follows. */
  async end(): Promise<void> {
    const { done, value } = await this.#chunks.next();
    if (this.#held.length > 0 || (!done && value.length > 0)) throw cut();
  }

  async #more(): Promise<Buffer> {
    const { done, value } = await this.#chunks.next();
    if (done) throw cut();
    return value;
  }
}

const cut = () => new BackupError("This backup does not hold what it says it holds. Take another one.");
