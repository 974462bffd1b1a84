import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** SHA-256 of a small file; undefined where there is none. */
export function digestOfFileIn(folder: string, name: string): string | undefined {
  try {
    return createHash("sha256")
      .update(readFileSync(join(folder, name)))
      .digest("hex");
  } catch {
    return undefined;
  }
}

/** One SHA-256 over the names and digests of all files of a folder; undefined where there is no such folder. */
export function digestOfFolder(folder: string): string | undefined {
  try {
    const names = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
      .toSorted((a, b) => (a < b ? -1 : 1));
    const lines = names.map((name) => `${digestOfFileIn(folder, name)}  ${name.replaceAll("\\", "/")}\n`);
    return createHash("sha256").update(lines.join("")).digest("hex");
  } catch {
    return undefined;
  }
}
