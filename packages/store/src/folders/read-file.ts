import { type Dirent, readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import type { z } from "zod";

/** A folder of instruments, or a file in one, that cannot be used; the message names the file and the place in it. */
export class InstrumentFolderError extends Error {
  readonly file: string;
  constructor(file: string, what: string) {
    super(`${file}: ${what}`);
    this.name = "InstrumentFolderError";
    this.file = file;
  }
}

export function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    throw new InstrumentFolderError(
      folder,
      "this folder cannot be read. Check the path and the permissions.",
    );
  }
}

export function readText(file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
  } catch {
    throw new InstrumentFolderError(file, "is not readable UTF-8 text. Save it as UTF-8.");
  }
}

export function parseJson(file: string, text: string | undefined): unknown {
  if (text === undefined)
    throw new InstrumentFolderError(file, `is missing. Every version needs ${basename(file)}.`);
  try {
    return JSON.parse(text);
  } catch (error) {
    const where = error instanceof Error ? error.message : "it cannot be read";
    throw new InstrumentFolderError(file, `is not JSON: ${where}.`);
  }
}

export function checked<Schema extends z.ZodType>(
  schema: Schema,
  file: string,
  value: unknown,
): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const places = result.error.issues.map(
    (issue) => `${issue.path.join(".") || "the whole file"}: ${issue.message}`,
  );
  throw new InstrumentFolderError(file, places.join("; "));
}
