import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CommandError } from "../../terminal/index.ts";
import type { VersionComparison } from "./comparison.ts";

/**
 * Writes the proposed mapping as the next numbered file of the later version.
 *
 * @returns the file, or undefined where no break is open
 * @throws  CommandError where the later one is no version, or its folder is not to be written
 */
export function writeProposed({ before, after, proposed }: VersionComparison): string | undefined {
  if (before.version === undefined || after.version === undefined)
    throw new CommandError(
      "--write-mapping needs two folders of versions, each with its manifest.json; a mapping lies in the later one.",
    );
  if (!proposed) return undefined;
  const file = join(after.path, "mapping", `${proposed.number}.json`);
  try {
    mkdirSync(join(after.path, "mapping"), { recursive: true });
    writeFileSync(file, `${JSON.stringify(proposed, null, 2)}\n`, { flag: "wx" });
  } catch {
    throw new CommandError(`${file} cannot be written. Check that the folder is yours to write in.`);
  }
  return file;
}
