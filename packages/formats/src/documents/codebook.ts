import {
  type Codebook,
  type CodebookVariable,
  codebookWords,
  inLanguage,
  sayAsked,
} from "@tiltas/instrument/codebook";
import type { WorkbookColumn, WorkbookSheet } from "../tables/index.ts";

/** The codebook as sheets to filter and sort: read me, variables, codes, what was collected beside answers, versions. */
export function codebookSheets(codebook: Codebook, language: string): WorkbookSheet[] {
  return [
    aboutSheet(codebook, language),
    variableSheet(codebook, language),
    codeSheet(codebook, language),
    collectedSheet(codebook, language),
    versionSheet(codebook, language),
  ];
}

function aboutSheet({ id, titles, versions, variables }: Codebook, language: string): WorkbookSheet {
  const { sheets, columns } = codebookWords(language);
  const newest = versions.at(-1);
  const lines: (readonly [string, string])[] = [
    [columns.title, inLanguage(titles, language)],
    [columns.instrument, id],
    [columns.version, versions.map(({ version }) => version).join(", ")],
    [columns.universe, newest ? inLanguage(newest.universe, language) : ""],
    [columns.licence, newest?.licence ?? ""],
    [columns.variables, String(variables.length)],
    ...sheets.explained,
  ];
  return {
    name: sheets.about,
    columns: [column("topic", columns.topic, 24), { ...column("text", columns.text, 100), wrap: true }],
    rows: lines.map(([topic, text]) => ({ topic, text })),
  };
}

function variableSheet({ variables, languages }: Codebook, language: string): WorkbookSheet {
  const words = codebookWords(language);
  const { columns, sheets } = words;
  const shown = languages.length > 0 ? languages : [language];
  return {
    name: sheets.variables,
    frozenColumns: 1,
    columns: [
      column("name", columns.name, 26),
      column("table", columns.table, 14),
      column("item", columns.item, 22),
      ...shown.map((one) => ({ ...column(`label:${one}`, `${columns.label} [${one}]`, 34), wrap: true })),
      ...shown.map((one) => ({
        ...column(`question:${one}`, `${columns.question} [${one}]`, 40),
        wrap: true,
      })),
      ...factColumns(columns),
    ],
    rows: variables.map((variable) => ({
      name: variable.name,
      table: variable.table,
      item: variable.item,
      ...Object.fromEntries(shown.map((one) => [`label:${one}`, inLanguage(variable.labels, one)])),
      ...Object.fromEntries(shown.map((one) => [`question:${one}`, inLanguage(variable.question, one)])),
      ...factsOf(variable, words, language),
    })),
  };
}

type Words = ReturnType<typeof codebookWords>;

function factColumns(columns: Words["columns"]): WorkbookColumn[] {
  return [
    column("kind", columns.kind, 14),
    column("level", columns.level, 12),
    column("characters", columns.characters, 11),
    column("bytes", columns.bytes, 11),
    column("minimum", columns.minimum, 11),
    column("maximum", columns.maximum, 11),
    { ...column("asked", columns.asked, 44), wrap: true },
    { ...column("empty", columns.empty, 30), wrap: true },
    column("explainedBy", columns.explainedBy, 22),
    { ...column("concept", columns.concept, 36), wrap: true },
    column("domain", columns.domain, 18),
    column("role", columns.role, 16),
    column("reversed", columns.reversed, 11),
    column("randomOrder", columns.randomOrder, 11),
    { ...column("purpose", columns.purpose, 40), wrap: true },
    column("dataClass", columns.dataClass, 15),
    { ...column("versions", columns.versions, 24), wrap: true },
  ];
}

function factsOf(variable: CodebookVariable, words: Words, language: string) {
  const { width, minimum, maximum, universe } = variable;
  return {
    kind: words.kinds[variable.kind],
    level: words.levels[variable.level],
    characters: width.characters ?? null,
    bytes: width.bytes ?? null,
    minimum: minimum ?? null,
    maximum: maximum ?? null,
    asked: language === "lt" ? universe.lt : universe.en,
    empty: variable.empty.map((reason) => words.empty[reason]).join("; "),
    explainedBy: variable.explainedBy ?? null,
    concept: variable.concept,
    domain: variable.domain,
    role: variable.role ?? null,
    reversed: variable.reversed ? words.yes : null,
    randomOrder: variable.randomOrder ? words.yes : null,
    purpose: variable.purpose,
    dataClass: variable.dataClass ?? null,
    versions: variable.asked.map((asked) => sayAsked(asked, words)).join("\n"),
  };
}

function codeSheet({ variables, languages }: Codebook, language: string): WorkbookSheet {
  const { columns, sheets, missing } = codebookWords(language);
  const shown = languages.length > 0 ? languages : [language];
  return {
    name: sheets.codes,
    frozenColumns: 2,
    columns: [
      column("variable", columns.name, 30),
      column("code", columns.code, 20),
      ...shown.map((one) => ({ ...column(one, `${columns.label} [${one}]`, 40), wrap: true })),
      column("missing", columns.missing, 20),
    ],
    rows: variables.flatMap((variable) =>
      variable.codes.map(({ code, labels, missing: reason }) => ({
        variable: variable.name,
        code,
        ...Object.fromEntries(shown.map((one) => [one, inLanguage(labels, one)])),
        missing: reason ? missing[reason] : null,
      })),
    ),
  };
}

/** A row for each code; one row for a variable whose codes follow from what was collected. */
function collectedSheet({ collected }: Codebook, language: string): WorkbookSheet {
  const { columns, sheets } = codebookWords(language);
  return {
    name: sheets.collected,
    frozenColumns: 1,
    columns: [
      column("variable", columns.name, 26),
      { ...column("label", columns.label, 48), wrap: true },
      column("code", columns.code, 16),
      column("meaning", columns.text, 40),
    ],
    rows: collected.flatMap(({ name, labels, codes }) => {
      const own = { variable: name, label: inLanguage(labels, language) };
      const coded = codes.map((one) => ({ code: one.code, meaning: inLanguage(one.labels, language) }));
      return (coded.length === 0 ? [{ code: null, meaning: null }] : coded).map((one) => ({
        ...own,
        ...one,
      }));
    }),
  };
}

function versionSheet({ versions }: Codebook, language: string): WorkbookSheet {
  const { columns, sheets } = codebookWords(language);
  return {
    name: sheets.versions,
    columns: [
      column("version", columns.version, 12),
      column("digest", columns.digest, 68),
      column("languages", columns.languages, 24),
      { ...column("universe", columns.universe, 70), wrap: true },
    ],
    rows: versions.map(({ version, digest, languages, universe }) => ({
      version,
      digest,
      languages: languages.join(", "),
      universe: inLanguage(universe, language),
    })),
  };
}

function column(key: string, header: string, width: number): WorkbookColumn {
  return { key, header, width };
}
