import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CommandError } from "../terminal/index.ts";

/**
 * The files of a frozen release in a server's data folder: its manifest and what each circle of readers sees.
 *
 * @throws CommandError when the wave has no release of that number
 */
export function releaseFiles(data: string, wave: string, number: number): ReadonlyMap<string, string> {
  const folder = join(data, "releases", encodeURIComponent(wave).replaceAll(".", "%2E"), String(number));
  if (!existsSync(join(folder, "manifest.json")))
    throw new CommandError(
      `The wave "${wave}" has no release ${number} in these data. Leave --release out, or name one that the console lists.`,
    );
  const names = readdirSync(folder).filter((name) =>
    /^(manifest|(release-)?(ministry|public))\.json$/.test(name),
  );
  return new Map(names.toSorted().map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}
