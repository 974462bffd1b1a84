import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { compressors, type Encoding, encodings } from "../door/compression.ts";

const compressible = /\.(?:js|css|html|svg|json|webmanifest)$/;
/** What the compressed file is called after the name of the plain one. */
export const endings: Readonly<Record<Encoding, string>> = { br: ".br", gzip: ".gz" };

/** Writes `.br` and `.gz` beside every text file, so that the server compresses nothing while it serves. */
export async function compressFiles(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile() || !compressible.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    for (const encoding of encodings)
      await writeFile(path + endings[encoding], await compressors[encoding](bytes));
  }
}
