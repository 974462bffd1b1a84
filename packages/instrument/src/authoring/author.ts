import { problemsIn } from "./checks.ts";
import { measuresIn } from "./measured.ts";
import { rewriteMeasures } from "./measures.ts";
import { readPatches } from "./patches.ts";
import { place } from "./placing.ts";
import { Rebuilding } from "./rebuild.ts";
import { changesIn, readReturned } from "./returned.ts";
import { layOut } from "./rows.ts";
import type { AuthorChange, AuthorProblem, ReturnedSheet } from "./sheet.ts";
import { type AuthorSource, sourceIn } from "./source.ts";
import { languagesOf } from "./workbook.ts";

/** What an author's workbook says. */
export interface Authored {
  /** What the workbook was made from. */
  readonly source: AuthorSource;
  /** As it is now; the values of `source` where nothing changed. */
  readonly questionnaire: unknown;
  readonly measures: unknown;
  readonly changes: readonly AuthorChange[];
  /** Cells that cannot be read; while there are any, the definition is not to be kept. */
  readonly problems: readonly AuthorProblem[];
}

/** Reads the sheets of `authorSheets` back; undefined when they are no author's workbook. */
export function readAuthorSheets(sheets: readonly ReturnedSheet[]): Authored | undefined {
  const source = sourceOf(sheets);
  if (!source) return undefined;
  const languages = languagesOf({
    ...source,
    languages: [...source.languages, ...languagesIn(sheets, source)],
  });
  const layout = layOut(source.questionnaire, measuresIn(source.measures), languages);
  const returned = readReturned(sheets, layout);
  const patches = readPatches(sheets, layout, languages);
  const { placed, problems } = place(returned.rows, layout.survey);
  const rebuilding = new Rebuilding(placed, patches.byPath);
  const questionnaire = rebuilding.part(layout.survey, source.questionnaire);
  const measured = rewriteMeasures(source.measures, returned);
  return {
    source,
    questionnaire,
    measures: measured.measures,
    changes: [...changesIn(returned, layout), ...patches.changes],
    problems: [
      ...returned.problems,
      ...problems,
      ...rebuilding.problems,
      ...measured.problems,
      ...patches.problems,
      ...problemsIn(returned),
    ],
  };
}

function sourceOf(sheets: readonly ReturnedSheet[]): AuthorSource | undefined {
  const guide = sheets.find(({ name }) => name === "guide");
  const pieces = guide?.rows.flatMap(({ cells }) => (cells.Source === undefined ? [] : [cells.Source]));
  return pieces && pieces.length > 0 ? sourceIn(pieces) : undefined;
}

/** Languages for which an author added columns: `Title [pl]`. */
function languagesIn(sheets: readonly ReturnedSheet[], { languages }: AuthorSource): string[] {
  const headers = sheets.flatMap(({ header }) => header);
  const found = headers.flatMap(
    (header) =>
      /^(?:Title|Help|Text|Message) \[([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\]$/.exec(header)?.[1] ?? [],
  );
  return [...new Set(found)].filter((language) => !languages.includes(language));
}
