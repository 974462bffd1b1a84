import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { InstrumentFolder } from "@tiltas/store/folders";

/** Items read aloud, by the name under which they are asked for: SHA-256 and ending. */
export interface Recordings {
  /** The bytes of `<SHA-256>.mp3`; undefined where no published version has it. */
  find(name: string): Promise<Buffer | undefined>;
}

/**
 * The recordings that published versions name, as they lie in their folders.
 *
 * @throws  RecordingError where a file is gone or is another one than its list says
 */
export function recordingsOf(folders: readonly InstrumentFolder[]): Recordings {
  const paths = new Map(folders.flatMap((folder) => [...filesOf(folder)]));
  return {
    async find(name) {
      const path = paths.get(name);
      return path === undefined ? undefined : readFile(path);
    },
  };
}

function* filesOf({ path, recordings }: InstrumentFolder): Generator<[name: string, path: string]> {
  for (const languages of Object.values(recordings.at(-1)?.items ?? {}))
    for (const { file, sha256 } of Object.values(languages)) {
      const here = join(path, "recordings", file);
      if (digestOf(here) !== sha256) throw new RecordingError(here);
      yield [`${sha256}${file.slice(-4)}`, here];
    }
}

function digestOf(path: string): string | undefined {
  try {
    return createHash("sha256").update(readFileSync(path)).digest("hex");
  } catch {
    return undefined;
  }
}

/** A recording that cannot be served as it was promised. */
export class RecordingError extends Error {
  constructor(path: string) {
    super(
      `${path} is gone, or is not the file that its list names. Bring it back, or write its SHA-256 into a new list with the next number.`,
    );
    this.name = "RecordingError";
  }
}
