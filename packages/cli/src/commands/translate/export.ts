import { writeWorkbook } from "@tiltas/formats/tables";
import { checkTranslations, exchangeSheet, guideSheet, statusIn } from "@tiltas/instrument/translation";
import { CommandError, writeNamedFile } from "../../terminal/index.ts";
import { openTranslationFolder, type TranslationFolder } from "./folder.ts";

export interface ExportOptions {
  readonly to: readonly string[];
  readonly out?: string;
  readonly beside?: readonly string[];
}

/** `tiltas translate export FOLDER --to uk [--out FILE.xlsx] [--beside en]` */
export async function exportTranslations(path: string, options: ExportOptions): Promise<string> {
  const opened = openTranslationFolder(path);
  const { id, version } = opened.folder.manifest;
  for (const language of options.to) refuseSource(language, opened);
  const title = `${id} ${version}: ${options.to.join(", ")}`;
  const sheets = options.to.map((language) =>
    exchangeSheet(opened.status, language, {
      references: referencesFor(language, opened, options.beside),
      findings: findingsByKey(language, opened),
    }),
  );
  const bytes = await writeWorkbook([...sheets, guideSheet], {
    title,
    language: opened.status.sourceLanguage,
  });
  const file = options.out ?? `${id}-${version}-${options.to.join("-")}.xlsx`;
  writeNamedFile(file, bytes);
  return [`Wrote ${file}.`, ...options.to.map((language) => summary(language, opened))].join("\n");
}

function findingsByKey(
  language: string,
  { status }: TranslationFolder,
): ReadonlyMap<string, readonly string[]> {
  const byKey = new Map<string, string[]>();
  for (const { key, message } of checkTranslations(statusIn(status, language), status.sourceLanguage))
    byKey.set(key, [...(byKey.get(key) ?? []), message]);
  return byKey;
}

function refuseSource(language: string, { status }: TranslationFolder): void {
  if (!isLanguage(language))
    throw new CommandError(
      `"${language}" is no language code. Write that of the language, not of a country, such as uk for Ukrainian.`,
    );
  if (language === status.sourceLanguage)
    throw new CommandError(
      `${language} is the language of the source; there is nothing to translate it into.`,
    );
}

function isLanguage(code: string): boolean {
  if (!/^[a-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/.test(code)) return false;
  try {
    const names = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });
    return names.of(code.replaceAll("_", "-")) !== undefined;
  } catch {
    return false;
  }
}

/** English beside a source that is not, as long as the questionnaire speaks it: most translators read it. */
function referencesFor(
  language: string,
  { status }: TranslationFolder,
  beside: readonly string[] | undefined,
): string[] {
  const english = statusIn(status, "en");
  const wanted = beside ?? (english.missing < english.total ? ["en"] : []);
  return [...new Set(wanted)].filter((one) => one !== language && one !== status.sourceLanguage);
}

function summary(language: string, { status }: TranslationFolder): string {
  const { total, missing, stale } = statusIn(status, language);
  return `${language}: ${total} texts, ${missing} missing, ${stale} older than their source.`;
}
