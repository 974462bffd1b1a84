import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { Zip, ZipDeflate } from "fflate";

/** Lines gathered before they are compressed. */
const bytesAtOnce = 1 << 20;

/** The same time in every zip: of no meaning, and the earliest one that a zip can have. */
export const noTime = new Date(1980, 0, 1);

/** Writes a zip of texts as they come; no file is ever held as a whole. */
export async function zipTo(
  path: string,
  files: Iterable<readonly [name: string, lines: Iterable<string>]>,
): Promise<void> {
  const out = createWriteStream(path, { mode: 0o600 });
  const zip = new Zip((error, chunk, last) => {
    if (error) out.destroy(error);
    else out.write(chunk);
    if (last) out.end();
  });
  for (const [name, lines] of files) {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = noTime;
    zip.add(file);
    let gathered = "";
    for (const line of lines) {
      gathered += line;
      if (gathered.length < bytesAtOnce) continue;
      file.push(Buffer.from(gathered, "utf8"));
      gathered = "";
      if (out.writableNeedDrain) await once(out, "drain");
    }
    file.push(Buffer.from(gathered, "utf8"), true);
  }
  zip.end();
  await finished(out);
}
