import { createHash, type Hash } from "node:crypto";
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, writeFileSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { sha256 } from "@tiltas/instrument/versions";
import { CommandError } from "../terminal/index.ts";

/** Lines gathered before they are written; a wave is never held as a whole. */
const bytesAtOnce = 1 << 20;

/** A new folder of files, each with its digest. Only the one who runs the command may read it. */
export class ExportFolder {
  readonly digests: Record<string, string> = {};
  readonly #folder: string;

  /** @throws CommandError when the folder holds something already, or cannot be made */
  constructor(folder: string) {
    this.#folder = folder;
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
    } catch {
      throw new CommandError(`The folder "${folder}" cannot be made. Check that it is yours to write in.`);
    }
    if (readdirSync(folder).length > 0)
      throw new CommandError(
        `The folder "${folder}" holds something already. Name one that is new or empty, so that nothing of an earlier export stays in it.`,
      );
  }

  write(name: string, content: string): void {
    writeFileSync(this.#placeFor(name), content, { mode: 0o600 });
    this.digests[name] = sha256(content);
  }

  /** Writes lines as they come. @returns how many */
  async writeLines(name: string, lines: AsyncIterable<string>): Promise<number> {
    const file = openSync(this.#placeFor(name), "w", 0o600);
    const digest = createHash("sha256");
    let [gathered, count] = ["", 0];
    try {
      for await (const line of lines) {
        gathered += line;
        count++;
        if (gathered.length >= bytesAtOnce) gathered = put(gathered, file, digest);
      }
      put(gathered, file, digest);
    } finally {
      closeSync(file);
    }
    this.digests[name] = digest.digest("hex");
    return count;
  }

  has(name: string): boolean {
    return existsSync(join(this.#folder, name));
  }

  #placeFor(name: string): string {
    const place = join(this.#folder, name);
    mkdirSync(dirname(place), { recursive: true, mode: 0o700 });
    return place;
  }
}

function put(text: string, file: number, digest: Hash): "" {
  const bytes = Buffer.from(text, "utf8");
  digest.update(bytes);
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
  return "";
}
