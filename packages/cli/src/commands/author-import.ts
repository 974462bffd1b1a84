import { readFileSync } from "node:fs";
import { type ReadSheet, readWorkbook, WorkbookError } from "@tiltas/formats/tables";
import {
  type AuthorChange,
  type Authored,
  type AuthorProblem,
  readAuthorSheets,
  type Unmeasured,
  unmeasuredIn,
} from "@tiltas/instrument/authoring";
import { difference, type RequiredVersion, requiredVersion } from "@tiltas/instrument/versions";
import { CommandError } from "../terminal/index.ts";
import { isPublished, type Written, writeDefinition } from "./author-folder.ts";
import { renamesOf } from "./author-interviews.ts";

/** What `tiltas author import --json` prints. */
export interface ImportReport {
  readonly workbook: string;
  readonly changes: readonly AuthorChange[];
  readonly problems: readonly AuthorProblem[];
  /** The number the changes earn, counted from the version the workbook was made from; none while a draft is edited in place. */
  readonly required?: Pick<RequiredVersion, "bump" | "version">;
  readonly from: string;
  /** What publishing will ask for; of a version with measures only. */
  readonly unmeasured: readonly Unmeasured[];
  readonly folder?: string;
  /** Files written, by their names inside the folder. */
  readonly written: readonly string[];
}

export async function importFromAuthors(
  workbook: string,
  folder: string | undefined,
  { out, dryRun = false }: { readonly out?: string; readonly dryRun?: boolean },
): Promise<ImportReport> {
  if (folder === undefined && out === undefined && !dryRun)
    throw new CommandError(
      "Say where to write: name the folder, or a new one with --out; --dry-run only shows.",
    );
  const authored = readAuthorSheets(await sheetsIn(workbook));
  if (!authored)
    throw new CommandError(
      `${workbook} was not written by "tiltas author export", or its hidden column Source on the sheet guide is gone. Export it again.`,
    );
  const { changes, problems, source } = authored;
  const unmeasured = source.manifest === undefined ? [] : unmeasuredIn(authored.measures);
  const isDraft = out === undefined && folder !== undefined && !isPublished(folder);
  const report = {
    workbook,
    changes,
    problems,
    from: source.version,
    unmeasured,
    ...(isDraft ? {} : requiredBy(authored)),
  };
  if (problems.length > 0) return { ...report, written: [] };
  const written: Written = writeDefinition(authored, { folder, out, dryRun });
  return { ...report, ...written };
}

async function sheetsIn(workbook: string): Promise<ReadSheet[]> {
  try {
    return await readWorkbook(readFileSync(workbook));
  } catch (error) {
    if (error instanceof WorkbookError) throw new CommandError(`${workbook}: ${error.message}`);
    throw new CommandError(
      `There is no readable file "${workbook}". Check the name and the folder you are in.`,
    );
  }
}

/** The workbook knows which names were changed, so a renamed item is no removed one. */
function requiredBy({ source, questionnaire, measures, changes }: Authored): Pick<ImportReport, "required"> {
  if (!/^\d{1,9}\.\d{1,9}\.\d{1,9}$/.test(source.version)) return {};
  const renames = renamesOf(changes);
  const found = difference(source, { questionnaire, measures, manifest: source.manifest }, renames);
  const { bump, version } = requiredVersion(found, undefined, source.version);
  return { required: { bump, version } };
}
