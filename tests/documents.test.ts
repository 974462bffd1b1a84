import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { commandNames } from "@tiltas/cli/program";
import { problemCatalogue } from "@tiltas/contract/problems";
import { describe, expect, test } from "vitest";
import { root } from "./structure/source-files.ts";

function markdownBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (["node_modules", "dist", "data", ".git", "test-output"].includes(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return markdownBelow(path);
    return entry.name.endsWith(".md") ? [path] : [];
  });
}

const pages = markdownBelow(root).map((path) => ({
  path: relative(root, path),
  text: readFileSync(path, "utf8"),
}));
const scripts: Record<string, string> = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).scripts;
const topFolders = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith(".git"))
  .map((entry) => entry.name);

/** Text in backticks and in fenced blocks: where pages name files and commands. */
function codeOf(text: string): string[] {
  const fenced = [...text.matchAll(/```[a-z]*\n([\s\S]*?)```/g)].flatMap((match) =>
    (match[1] ?? "").split("\n"),
  );
  const spans = [...text.replace(/```[\s\S]*?```/g, "").matchAll(/`([^`\n]+)`/g)].map(
    (match) => match[1] ?? "",
  );
  return [...fenced, ...spans];
}

describe("documents say what is there", () => {
  test.each(pages.map((page) => [page.path, page.text] as const))(
    "%s: every path named exists",
    (path, text) => {
      const named = codeOf(text)
        .map((code) => code.trim())
        .filter(
          (code) => /^[\w.@-]+(\/[\w.@*<>-]*)+$/.test(code) && topFolders.includes(code.split("/")[0] ?? ""),
        )
        .filter((code) => !/[*<>]|NNNN|^(data|node_modules)\//.test(code) && !code.includes("dist"));
      expect(named.filter((code) => !existsSync(join(root, code)))).toEqual([]);
      const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map((match) => match[1] ?? "");
      expect(links.filter((link) => !existsSync(join(root, dirname(path), decodeURI(link))))).toEqual([]);
    },
  );

  test.each(pages.map((page) => [page.path, page.text] as const))(
    "%s: every command named exists",
    (_path, text) => {
      const code = codeOf(text).join("\n");
      const runs = [...code.matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1] ?? "");
      expect(runs.filter((name) => scripts[name] === undefined)).toEqual([]);
      const commands = [...code.matchAll(/npx tiltas ([a-z][a-z-]*)/g)].map((match) => match[1] ?? "");
      expect(commands.filter((name) => !commandNames.includes(name))).toEqual([]);
    },
  );

  test("decision records have numbers of their own, without a gap", () => {
    const numbers = readdirSync(join(root, "docs/decisions")).map((name) => name.slice(0, 4));
    expect(numbers).toEqual(numbers.map((_, index) => String(index + 1).padStart(4, "0")));
  });

  test("every problem the server can give has its paragraph, and no paragraph is left over", () => {
    const page = readFileSync(join(root, "docs/problems.md"), "utf8");
    const described = [...page.matchAll(/^## `([a-z-]+)`/gm)].map((match) => match[1]);
    expect(described.sort()).toEqual(Object.keys(problemCatalogue).sort());
  });

  test("the glossary defines every word of the design, once", () => {
    const page = readFileSync(join(root, "docs/glossary.md"), "utf8");
    const defined = [...page.matchAll(/^\| \*\*([^*]+)\*\* \|/gm)].map((match) => match[1]);
    const words =
      "instrument, version, item, choice, code, missing reason, universe, study, wave, case, respondent, response, revision, disposition, mode, recruitment channel, paradata, dataset, variable, codebook, design, stratum, PSU, weight, margin, calibration, replicate, domain, indicator, estimate, suppression, release";
    for (const word of words.split(", "))
      expect(
        defined.filter((entry) => entry === word),
        word,
      ).toHaveLength(1);
  });
});
