import { dirname, join, normalize } from "node:path";
import { packageFolders, type SourceFile, sourceFiles } from "./source-files.ts";

/** Everything that loading one file loads with it in the same thread: paths of our files, names of libraries. */
export function reachedFrom(start: string): { files: Set<string>; libraries: Map<string, string> } {
  const byPath = new Map(sourceFiles().map((file) => [file.path, file]));
  const files = new Set<string>();
  const libraries = new Map<string, string>();
  const visit = (path: string): void => {
    const file = byPath.get(path);
    if (files.has(path) || file === undefined) return;
    files.add(path);
    for (const specifier of importedWhenRun(file)) {
      const target = ownFile(path, specifier);
      if (target === undefined) libraries.set(specifier, path);
      else visit(target);
    }
  };
  visit(start);
  return { files, libraries };
}

/** Type-only imports vanish before the file runs. */
function importedWhenRun({ text, imports }: SourceFile): string[] {
  return imports.filter((specifier) => {
    const quoted = specifier.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const mentions = [...text.matchAll(new RegExp(`(import|export)( type)?[^;]*?["']${quoted}["']`, "g"))];
    return mentions.length === 0 || mentions.some(([, , isType]) => isType === undefined);
  });
}

function ownFile(from: string, specifier: string): string | undefined {
  if (specifier.startsWith(".")) return normalize(join(dirname(from), specifier));
  const [scope, name = "", ...room] = specifier.split("/");
  const folder = scope === "@tiltas" ? packageFolders[name] : undefined;
  if (folder === undefined) return undefined;
  return name === "contract"
    ? `${folder}/src/${room.join("/")}.ts`
    : `${folder}/src/${room.join("/")}/index.ts`;
}
