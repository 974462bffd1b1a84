import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { CommandError } from "../../terminal/index.ts";

/**
 * The definitions that a person names: files, folders of files, folders of instrument versions at any depth. Inside
 * folders only definitions are taken: `questionnaire.json` of a version, otherwise every .json but `*.facts.json`.
 *
 * @throws CommandError where something named is not there or holds no definition
 */
export function definitionsIn(names: readonly string[]): string[] {
  return names.flatMap((name) => {
    if (!existsSync(name))
      throw new CommandError(
        `There is no file or folder "${name}". Check the name and the folder you are in.`,
      );
    if (!statSync(name).isDirectory()) return [name];
    const found = definitionsUnder(name);
    if (found.length === 0)
      throw new CommandError(`The folder "${name}" holds no definition. Name a folder of .json files.`);
    return found;
  });
}

function definitionsUnder(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  const names = new Set(entries.map(({ name }) => name));
  if (names.has("questionnaire.json")) return [join(folder, "questionnaire.json")];
  const isCollection = names.has("published.json");
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return definitionsUnder(path);
    return !isCollection && entry.name.endsWith(".json") && !entry.name.endsWith(".facts.json") ? [path] : [];
  });
}
