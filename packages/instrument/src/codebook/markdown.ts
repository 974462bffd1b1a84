import type { Localized } from "../definition/index.ts";
import type { Codebook, CodebookVariable } from "./codebook.ts";
import type { CollectedVariable } from "./collected.ts";
import { factsOf } from "./facts.ts";
import { codebookWords } from "./words.ts";

/** The codebook to read: an entry for each item of each table, its variables inside. */
export function codebookAsMarkdown(codebook: Codebook, language: string): string {
  const words = codebookWords(language);
  const tables = Map.groupBy(codebook.variables, ({ table }) => table);
  const parts = [
    `# ${words.codebook}: ${inline(inLanguage(codebook.titles, language))} (${inline(codebook.id)})`,
    versionTable(codebook, language),
    ...[...tables].flatMap(([table, variables]) => [
      `## ${table === "responses" ? words.responses : `${words.columns.table} ${inline(table)}`}`,
      ...entries(variables).map((together) => entry(together, language)),
    ]),
    `## ${words.collected}`,
    ...codebook.collected.map((variable) => collectedEntry(variable, language)),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** Text in a language, or in the one it has. */
export function inLanguage(texts: Localized, language: string): string {
  const own = Object.hasOwn(texts, language) ? texts[language] : undefined;
  return own ?? texts.default ?? Object.values(texts)[0] ?? "";
}

function versionTable({ versions }: Codebook, language: string): string {
  const { columns } = codebookWords(language);
  const rows = versions.map(({ version, digest, languages, universe }) =>
    row([
      inline(version),
      `\`${digest}\``,
      inline(languages.join(", ")),
      inline(inLanguage(universe, language)),
    ]),
  );
  return table([columns.version, columns.digest, columns.languages, columns.universe], rows);
}

/** Variables that differ in name and label only are told together: the options of an item, the rows of a matrix. */
function entries(variables: readonly CodebookVariable[]): CodebookVariable[][] {
  const found: CodebookVariable[][] = [];
  for (const variable of variables) {
    const last = found.at(-1);
    if (last?.[0] && rest(last[0]) === rest(variable)) last.push(variable);
    else found.push([variable]);
  }
  return found;
}

function rest({ name: _, labels: __, ...same }: CodebookVariable): string {
  return JSON.stringify(same);
}

function entry(together: readonly CodebookVariable[], language: string): string {
  const [first] = together;
  if (!first) return "";
  const { columns, missing } = codebookWords(language);
  const isOne = together.length === 1;
  const question = inline(inLanguage(first.question, language));
  const label = inline(inLanguage(first.labels, language));
  const names = together.map(({ name, labels }) => row([code(name), inline(inLanguage(labels, language))]));
  const codes = first.codes.map(({ code: value, labels, missing: reason }) =>
    row([code(String(value)), inline(inLanguage(labels, language)), reason ? missing[reason] : ""]),
  );
  const facts = factsOf(first, language).map(([name, value]) => `- ${name}: ${inline(value)}`);
  return [
    `### ${code(isOne ? first.name : first.item)}`,
    isOne && label !== question ? `${label} — ${question}` : question,
    ...(isOne ? [] : [table([columns.name, columns.label], names)]),
    facts.join("\n"),
    ...(codes.length === 0 ? [] : [table([columns.code, columns.label, columns.missing], codes)]),
  ].join("\n\n");
}

function collectedEntry({ name, labels, codes }: CollectedVariable, language: string): string {
  const { columns } = codebookWords(language);
  const rows = codes.map((one) => row([code(String(one.code)), inline(inLanguage(one.labels, language))]));
  return [
    `### ${code(name)}`,
    inline(inLanguage(labels, language)),
    ...(rows.length === 0 ? [] : [table([columns.code, columns.label], rows)]),
  ].join("\n\n");
}

function table(header: readonly string[], rows: readonly string[]): string {
  return [row(header), row(header.map(() => "---")), ...rows].join("\n");
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

function code(text: string): string {
  return `\`${text.replace(/[\s`]+/g, " ")}\``;
}

/** Nobody reads longer labels; `--json` has them whole. */
const longestText = 4000;

/** On one line, with the signs that Markdown and HTML would take for their own made harmless. */
function inline(text: string): string {
  const shown = text.length > longestText ? `${text.slice(0, longestText).toWellFormed()} …` : text;
  return shown
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[<>&]/g, (sign) => ({ "<": "&lt;", ">": "&gt;", "&": "&amp;" })[sign] ?? "")
    .replace(/[\\`*[\]]|(?<!\w)_|_(?!\w)/g, "\\$&");
}
