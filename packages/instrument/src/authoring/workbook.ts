import { isObject } from "../definition/index.ts";
import type { Languages } from "./columns.ts";
import { guideLines } from "./guide.ts";
import type { SheetKind } from "./kinds.ts";
import { addressOf } from "./kinds.ts";
import { measureColumns, measuresIn } from "./measured.ts";
import { layOut } from "./rows.ts";
import type { AuthorColumn, AuthorSheet } from "./sheet.ts";
import { type AuthorSource, piecesOf } from "./source.ts";

/** The sheets an author edits, of any SurveyJS questionnaire; `readAuthorSheets` reads them back. */
export function authorSheets(source: AuthorSource): AuthorSheet[] {
  const languages = languagesOf(source);
  const layout = layOut(source.questionnaire, measuresIn(source.measures), languages);
  return [
    guideSheet(source),
    ...layout.kinds.map((kind) => ({
      name: kind.name,
      columns: columnsOf(kind),
      rows: (layout.parts.get(kind.name) ?? []).map(({ cells }) => cells),
      frozenColumns: kind.places.length + 2,
    })),
    {
      name: "texts",
      columns: textColumns(languages),
      rows: layout.texts.map(({ key, node, property, cells }) => ({
        "@key": key,
        where: addressOf(node) || node.type,
        property,
        ...cells,
      })),
      frozenColumns: 3,
    },
    { name: "settings", columns: settingColumns, rows: layout.settings, frozenColumns: 1 },
  ];
}

export function languagesOf({ languages, questionnaire }: AuthorSource): Languages {
  const locale = isObject(questionnaire) ? questionnaire.locale : undefined;
  const standard = typeof locale === "string" && locale !== "" ? locale : "en";
  return { standard, all: [...new Set([...languages, ...(languages.includes(standard) ? [] : [standard])])] };
}

export const keyColumn: AuthorColumn = { key: "@key", header: "Key", width: 4, hidden: true };

/** The columns of a sheet of parts, in order; the key that ties a row to its part stays hidden. */
export function columnsOf(kind: SheetKind): AuthorColumn[] {
  const columns: AuthorColumn[] = [
    keyColumn,
    ...kind.places.map(({ key, header, options }) => ({
      key,
      header,
      width: 20,
      ...(options ? { options } : {}),
    })),
    ...kind.columns,
    ...(kind.name === "items" ? measureColumns : []),
    ...(kind.name === "choices" ? [missingColumn] : []),
  ];
  return columns.map(({ key, header, width, wrap, hidden, options, note, rightToLeft }) => ({
    key,
    header,
    width,
    ...(wrap ? { wrap } : {}),
    ...(hidden ? { hidden } : {}),
    ...(options ? { options } : {}),
    ...(note === undefined ? {} : { note }),
    ...(rightToLeft ? { rightToLeft } : {}),
  }));
}

const missingColumn: AuthorColumn = {
  key: "@missing",
  header: "Missing reason",
  width: 14,
  options: ["dont-know", "refused"],
  note: "Choosing this means there is no answer, and why",
};

export function textColumns({ all }: Languages): AuthorColumn[] {
  return [
    keyColumn,
    { key: "where", header: "Where", width: 22 },
    { key: "property", header: "What", width: 22 },
    ...all.map((language) => ({
      key: `words:${language}`,
      header: `Text [${language}]`,
      width: 40,
      wrap: true,
    })),
  ];
}

export const settingColumns: AuthorColumn[] = [
  { key: "property", header: "Setting", width: 34 },
  { key: "value", header: "Value", width: 34 },
];

const guideColumns: AuthorColumn[] = [
  { key: "topic", header: "About", width: 22 },
  { key: "line", header: "How to work with this workbook", width: 96, wrap: true },
  { key: "source", header: "Source", width: 4, hidden: true },
];

function guideSheet(source: AuthorSource): AuthorSheet {
  const lines = guideLines(source);
  const pieces = piecesOf(source);
  const rows = Array.from({ length: Math.max(lines.length, pieces.length) }, (_, i) => ({
    topic: lines[i]?.[0] ?? "",
    line: lines[i]?.[1] ?? "",
    source: pieces[i] ?? "",
  }));
  return { name: "guide", columns: guideColumns, rows };
}
