import { WorkbookError, writeWorkbook } from "@tiltas/formats/tables";
import { authorSheets } from "@tiltas/instrument/authoring";
import { CommandError, writeNamedFile } from "../terminal/index.ts";
import { digestIn, openQuestionnaire } from "./print-source.ts";

/** Writes the workbook of a questionnaire. @returns what was written, in a sentence */
export async function exportForAuthors(path: string, out: string | undefined): Promise<string> {
  const { questionnaire, measures, manifest, languages, name } = openQuestionnaire(path);
  const sheets = authorSheets({
    id: manifest?.id ?? name,
    version: manifest?.version ?? "",
    digest: digestIn(path, questionnaire),
    languages,
    questionnaire,
    measures: measures ?? { items: {} },
    ...(manifest ? { manifest } : {}),
  });
  const file = out ?? `${name}-author.xlsx`;
  writeNamedFile(file, await bytesOf(sheets, name, languages[0] ?? "en"));
  const items = sheets.find((sheet) => sheet.name === "items")?.rows.length ?? 0;
  return `Wrote ${file}: ${items} items and panels. Edit it, then: npx tiltas author import ${file} ${path}`;
}

async function bytesOf(
  sheets: ReturnType<typeof authorSheets>,
  title: string,
  language: string,
): Promise<Uint8Array> {
  try {
    return await writeWorkbook(sheets, { title, language });
  } catch (error) {
    if (error instanceof WorkbookError) throw new CommandError(error.message);
    throw error;
  }
}
