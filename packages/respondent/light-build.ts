import { join } from "node:path";
import { build, type Plugin, type Rolldown } from "vite";

const root = import.meta.dirname;
/** Where the light page begins and where the application does; what they load lazily but at once is named too. */
const entries = { first: "src/first/main.ts", receipt: "src/first/receipt.ts" };
const interview = /\/interview-screen\.tsx$/;

/**
 * Builds the light page's script and styles beside the application, each as one small file for the server to put into
 * its pages, and says in light.json what the page brings after consent.
 */
export function lightPage(target: string[]): Plugin {
  return {
    name: "tiltas-light-page",
    enforce: "post",
    async generateBundle(_options, bundle) {
      for (const [name, entry] of Object.entries(entries))
        for (const [fileName, source] of await smallFiles(name, entry, target))
          this.emitFile({ type: "asset", fileName, source });
      const light = applicationIn(Object.values(bundle));
      this.emitFile({ type: "asset", fileName: "light.json", source: `${JSON.stringify(light)}\n` });
    },
  };
}

async function smallFiles(name: string, entry: string, target: string[]): Promise<[string, string][]> {
  const made = await build({
    configFile: false,
    root,
    logLevel: "error",
    publicDir: false,
    build: {
      target,
      write: false,
      modulePreload: false,
      cssCodeSplit: false,
      reportCompressedSize: false,
      rolldownOptions: { input: join(root, entry), output: { format: "iife" } },
    },
  });
  const [{ output }] = (Array.isArray(made) ? made : [made]) as [Rolldown.RolldownOutput];
  return output.flatMap((file): [string, string][] => {
    if (file.type === "chunk") return [[`${name}.js`, file.code.trim()]];
    return file.fileName.endsWith(".css") ? [[`${name}.css`, String(file.source).trim()]] : [];
  });
}

/** SurveyJS's own words, as far as our eight languages need files for them. */
const languages = ["lt", "uk", "ru", "be", "ar", "uz", "tg"];
const shippedAs: Readonly<Record<string, string>> = { uk: "ukrainian", ru: "russian", ar: "arabic" };

function stringsOf(language: string, chunks: readonly Rolldown.OutputChunk[]): string[] {
  const own = new RegExp(
    `/strings/(?:corrections/)?${language}\\.ts$|/i18n/${shippedAs[language] ?? "-"}\\b`,
  );
  return chunks
    .filter(({ facadeModuleId }) => own.test(facadeModuleId ?? ""))
    .map(({ fileName }) => fileName);
}

type File = Rolldown.OutputBundle[string];

function applicationIn(files: readonly File[]) {
  const chunks = files.filter((file): file is Rolldown.OutputChunk => file.type === "chunk");
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const withImports = (name: string, known = new Set<string>()): Set<string> => {
    if (known.has(name)) return known;
    known.add(name);
    for (const imported of byName.get(name)?.imports ?? []) withImports(imported, known);
    return known;
  };
  const entry = chunks.find(({ isEntry }) => isEntry);
  const screen = chunks.find(({ facadeModuleId }) => interview.test(facadeModuleId ?? ""));
  const scripts = new Set([entry, screen].flatMap((chunk) => [...withImports(chunk?.fileName ?? "")]));
  const stylesOf = (name: string) => [...(byName.get(name)?.viteMetadata?.importedCss ?? [])];
  const icon = files.find(({ fileName }) => /mark.*\.svg$/.test(fileName))?.fileName;
  const address = (name: string) => `/respondent/${name}`;
  return {
    icon: icon === undefined ? "data:," : address(icon),
    application: {
      script: address(entry?.fileName ?? ""),
      styles: [...withImports(entry?.fileName ?? "")].flatMap(stylesOf).map(address),
      files: [...scripts, ...[...scripts].flatMap(stylesOf)].map(address),
      byLanguage: Object.fromEntries(
        languages.map((language) => [language, stringsOf(language, chunks).map(address)]),
      ),
      fonts: files
        .map(({ fileName }) => fileName)
        .filter((name) => name.endsWith(".woff2"))
        .map(address),
    },
  };
}
