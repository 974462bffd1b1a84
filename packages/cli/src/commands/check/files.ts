import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { LintFiles } from "@tiltas/instrument/lint";
import { CommandError } from "../../terminal/index.ts";

/** Largest file that is looked at, in bytes. */
const largest = 50_000_000;

/**
 * The files of an instrument folder, or one questionnaire.
 *
 * @throws  CommandError when there is nothing to read, or it is no JSON
 */
export function readNamed(path: string): LintFiles {
  if (!existsSync(path))
    throw new CommandError(`There is no file or folder "${path}". Check the name and the folder you are in.`);
  return statSync(path).isDirectory() ? readFolder(path) : { questionnaire: readJson(path) };
}

function readFolder(folder: string): LintFiles {
  if (!existsSync(join(folder, "questionnaire.json")))
    throw new CommandError(
      `The folder "${folder}" holds no questionnaire.json. Name a folder of one version, such as instruments/tcn-integration/0.1.0, or a file.`,
    );
  const notices = numbered(join(folder, "notice"));
  const notice = notices.at(-1);
  const [reasons, recordings] = ["reasons", "recordings"].map((name) => numbered(join(folder, name)).at(-1));
  return {
    questionnaire: readJson(join(folder, "questionnaire.json")),
    manifest: readIfThere(join(folder, "manifest.json")),
    measures: readIfThere(join(folder, "measures.json")),
    translations: numbered(join(folder, "translations")).map(readJson),
    ...(notice === undefined ? {} : { notice: readJson(notice) }),
    ...(reasons === undefined ? {} : { reasons: readJson(reasons) }),
    ...(recordings === undefined ? {} : { recordings: readJson(recordings) }),
  };
}

/** A missing file is for the rules to say. */
function readIfThere(path: string): unknown {
  return existsSync(path) ? readJson(path) : null;
}

/** `1.json`, `2.json` … in the order of their numbers. */
function numbered(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^\d+\.json$/.test(name))
    .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
    .map((name) => join(folder, name));
}

function readJson(path: string): unknown {
  const text = readText(path);
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const where = error instanceof Error ? ` (${error.message.replace(/\s+/g, " ")})` : "";
    throw new CommandError(
      `The file "${path}" is no JSON${where}. Save the questionnaire as JSON and name that file.`,
    );
  }
}

function readText(path: string): string {
  try {
    if (statSync(path).size > largest)
      throw new CommandError(
        `The file "${path}" is larger than ${largest / 1_000_000} MB. No questionnaire is; name another file.`,
      );
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`The file "${path}" cannot be read. Check that it is yours to read.`);
  }
}
