import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";

/** Files under a folder that hold one of the words, in UTF-8 or UTF-16 (as browsers keep forms and sessions). */
export function filesHolding(folder: string, words: readonly string[]): string[] {
  const needles = words.flatMap((word) => [Buffer.from(word, "utf8"), Buffer.from(word, "utf16le")]);
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile())
    .filter((path) => {
      const content = readFileSync(path);
      return needles.some((needle) => content.includes(needle));
    })
    .map((path) => relative(folder, path));
}
