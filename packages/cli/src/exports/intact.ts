import { createHash } from "node:crypto";
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { join, normalize } from "node:path";
import { pipeline } from "node:stream/promises";
import { CommandError, readNamedFile } from "../terminal/index.ts";
import { ExportFile } from "./export-file.ts";

/**
 * Reads `export.json` and looks whether every file is what it was when it was written.
 *
 * @throws CommandError naming the file
 */
export async function readExportFile(folder: string): Promise<ExportFile> {
  const exported = parse(folder);
  for (const [name, digest] of Object.entries(exported.files)) {
    const path = join(folder, name);
    if (normalize(name).startsWith("..") || !existsSync(path))
      throw new CommandError(`The export in "${folder}" has no "${name}". Write it again, whole.`);
    if ((await digestOf(path)) !== digest)
      throw new CommandError(
        `"${name}" in the export has changed since it was written. Figures made from it would not be those of the wave; write the export again.`,
      );
  }
  return exported;
}

function parse(folder: string): ExportFile {
  const path = join(folder, "export.json");
  if (!existsSync(path))
    throw new CommandError(
      `There is no export.json in "${folder}". Name a folder that "tiltas export" has written.`,
    );
  try {
    return ExportFile.parse(JSON.parse(readNamedFile(path)));
  } catch {
    throw new CommandError(`"${path}" is not an export of this version of Tiltas. Write the export again.`);
  }
}

/** SHA-256 of a file of any size, in lower-case hex. */
async function digestOf(path: string): Promise<string> {
  const digest = createHash("sha256");
  await pipeline(createReadStream(path), digest);
  return digest.digest("hex");
}

export function readIfThere(path: string): string | null {
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}
