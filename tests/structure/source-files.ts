import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** Workspace packages by folder; the key is the name used in the drawing of docs/architecture.md. */
export const packageFolders: Readonly<Record<string, string>> = {
  instrument: "packages/instrument",
  contract: "packages/contract",
  formats: "packages/formats",
  store: "packages/store",
  respondent: "packages/respondent",
  console: "packages/console",
  cli: "packages/cli",
  server: "server",
  analysis: "analysis",
};

export interface SourceFile {
  readonly path: string;
  readonly package: string;
  /** First folder below `src`, or "" for files directly in it. */
  readonly room: string;
  readonly isTest: boolean;
  readonly text: string;
  /** What the file imports, as written. */
  readonly imports: readonly string[];
}

const skipped = new Set(["node_modules", "dist", "migrations", "data"]);

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return /\.(ts|tsx|mjs)$/.test(entry.name) ? [path] : [];
  });
}

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s[^"';]*?from\s*["']([^"']+)["']|(?:^|\n)\s*import\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/g;

function importsOf(text: string): string[] {
  return [...text.matchAll(importPattern)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
}

/** Every source file of the workspace packages, tests included. */
export function sourceFiles(): SourceFile[] {
  return Object.entries(packageFolders).flatMap(([name, folder]) =>
    filesBelow(join(root, folder)).map((file) => {
      const inside = relative(join(root, folder, "src"), file);
      const text = readFileSync(file, "utf8");
      const deep = !inside.startsWith("..") && inside.includes("/");
      return {
        path: relative(root, file),
        package: name,
        room: deep ? (inside.split("/")[0] ?? "") : "",
        isTest: /\.test\.tsx?$/.test(file),
        text,
        imports: importsOf(text),
      };
    }),
  );
}

/** The room of the same package that a relative import leads to, or undefined. */
export function roomOfImport(file: SourceFile, specifier: string): string | undefined {
  if (specifier.startsWith(".")) {
    const target = resolve(root, dirname(file.path), specifier);
    const inside = relative(join(root, packageFolders[file.package] ?? "", "src"), target);
    return inside.startsWith("..") || !inside.includes("/") ? undefined : inside.split("/")[0];
  }
  return specifier.startsWith(`@tiltas/${file.package}/`) ? specifier.split("/")[2] : undefined;
}
