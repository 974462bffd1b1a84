import type { Localized } from "../definition/index.ts";
import type { Codebook, CodebookVariable } from "./codebook.ts";
import { codebookWords } from "./words.ts";

/** The codebook to read: an entry for each variable, tables in the order of the data. */
export function codebookAsMarkdown(codebook: Codebook, language: string): string {
  const words = codebookWords(language);
  const tables = [...new Set(codebook.variables.map(({ table }) => table))];
  const parts = [
    `# ${words.codebook}: ${inline(inLanguage(codebook.titles, language))} (${codebook.id})`,
    versionTable(codebook, language),
    ...tables.flatMap((table) => [
      `## ${table === "responses" ? words.responses : `${words.table} ${inline(table)}`}`,
      ...codebook.variables
        .filter((variable) => variable.table === table)
        .map((variable) => entry(variable, language)),
    ]),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** Text in a language, or in the one it has. */
export function inLanguage(texts: Localized, language: string): string {
  const own = Object.hasOwn(texts, language) ? texts[language] : undefined;
  return own ?? texts.default ?? Object.values(texts)[0] ?? "";
}

function versionTable({ versions }: Codebook, language: string): string {
  const words = codebookWords(language);
  const rows = versions.map(({ version, digest, languages, universe }) =>
    row([version, `\`${digest}\``, languages.join(", "), inLanguage(universe, language)]),
  );
  return [
    row([words.version, words.digest, words.languages, words.universe]),
    row(["---", "---", "---", "---"]),
    ...rows,
  ].join("\n");
}

function entry(variable: CodebookVariable, language: string): string {
  const words = codebookWords(language);
  const label = inLanguage(variable.labels, language);
  const question = inLanguage(variable.question, language);
  const facts = words.facts(variable, language).map(([name, value]) => `- ${name}: ${inline(value)}`);
  const codes = variable.codes.map(({ code, labels, missing }) =>
    row([`\`${code}\``, inLanguage(labels, language), missing ? words.missing[missing] : ""]),
  );
  return [
    `### \`${variable.name}\``,
    question === label ? inline(label) : `${inline(label)} — ${inline(question)}`,
    facts.join("\n"),
    ...(codes.length === 0
      ? []
      : [
          [row([words.code, words.label, words.missingReason]), row(["---", "---", "---"]), ...codes].join(
            "\n",
          ),
        ]),
  ].join("\n\n");
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => inline(cell).replaceAll("|", "\\|")).join(" | ")} |`;
}

/** On one line, with the signs that Markdown and HTML would take for their own made harmless. */
function inline(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[<>&]/g, (sign) => ({ "<": "&lt;", ">": "&gt;", "&": "&amp;" })[sign] ?? "")
    .replace(/([*_[\]])/g, (sign, _, place: number, all: string) =>
      isInWord(all, place) ? sign : `\\${sign}`,
    )
    .trim();
}

function isInWord(text: string, place: number): boolean {
  return text[place] === "_" && /\w/.test(text[place - 1] ?? "") && /\w/.test(text[place + 1] ?? "");
}
