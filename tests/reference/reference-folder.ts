import { existsSync } from "node:fs";
import { join } from "node:path";

/** A folder of the reference inputs (TILTAS_REFERENCE), or undefined where they are absent. */
export function referenceFolder(name: string): string | undefined {
  const root = process.env.TILTAS_REFERENCE;
  if (!root) return undefined;
  const folder = join(root, name);
  return existsSync(folder) ? folder : undefined;
}

/** Said in the title of a test that is skipped. */
export function whyAbsent(folder: string | undefined): string {
  return folder === undefined ? " (skipped: set TILTAS_REFERENCE to the folder of reference inputs)" : "";
}
