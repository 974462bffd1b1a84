import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { digest } from "@tiltas/instrument/versions";
import { build } from "vite";
import { keepEarlierFiles } from "../../server/src/pages/earlier.ts";
import { type Served, type ServeOptions, serve } from "../../server/src/serve.ts";
import { readSettings } from "../../server/src/settings/settings.ts";
import { smallInstrument } from "../../server/support/small-instrument.ts";
import { autumn } from "../../server/support/wave.ts";
import { freePort } from "../support/running-server.ts";

type Store = Parameters<NonNullable<ServeOptions["wrapStore"]>>[0];
type InstrumentRecord = typeof smallInstrument;

type Build = "first" | "second" | "updated";

/** A real server that is stopped and started again with another build of the application, on the same data and port. */
export interface Redeploying {
  readonly origin: string;
  /** Starts with the first or the second build; "updated" is the second with the files of the first beside it. */
  start(application: Build): Promise<void>;
  stop(): Promise<void>;
  /** The wave's new interviews begin on this version from now on. @param remembers  whether earlier ones stay known */
  publish(instrument: InstrumentRecord, remembers?: boolean): Promise<void>;
  /** What is stored, by response id: the version it was asked on, and what the server found odd, as JSON. */
  stored(): Promise<Map<string, { readonly instrument: string; readonly findings: string }>>;
  remove(): Promise<void>;
}

export const waves = ["autumn", "spring"] as const;

/** Two pages; the second question is said otherwise in another edition. */
export function edition(number: number): InstrumentRecord {
  const choices = ["yes", "no"].map((value) => ({ value, text: said(value) }));
  const asked = (name: string, title: string) => ({ type: "radiogroup", name, title: said(title), choices });
  const remark = (name: string) => ({ type: "comment", name, title: said(name), maxLength: 200 });
  const questionnaire = {
    locale: "lt",
    pages: [
      {
        name: "one",
        title: said("Page one"),
        elements: [asked("first", "First question"), remark("remark")],
      },
      {
        name: "two",
        title: said("Page two"),
        elements: [
          asked("second", `Second question of edition ${number}`),
          remark("more"),
          ...(number === 1 ? [] : [asked("third", "Third question")]),
        ],
      },
    ],
  };
  const measure = { domain: "d", purpose: "tests", dataClass: "ordinary", concept: "c", level: "nominal" };
  const closed = ["first", "second", ...(number === 1 ? [] : ["third"])];
  const open = { ...measure, level: "text", dataClass: "open-text" };
  const items = {
    ...Object.fromEntries(closed.map((name) => [name, measure])),
    ...{ remark: open, more: open },
  };
  return {
    ...smallInstrument,
    digest: digest(questionnaire),
    version: `${number}.0.0`,
    files: {
      ...smallInstrument.files,
      "manifest.json": JSON.stringify({
        ...JSON.parse(smallInstrument.files["manifest.json"] ?? "{}"),
        version: `${number}.0.0`,
      }),
      "questionnaire.json": JSON.stringify(questionnaire),
      "measures.json": JSON.stringify({ items }),
    },
  };
}

function said(english: string): Record<string, string> {
  return { default: english, lt: english, en: english };
}

export async function redeploying(): Promise<Redeploying> {
  const folder = mkdtempSync(join(tmpdir(), "tiltas-redeploying-"));
  const place = (application: Build) => join(folder, application);
  const builds = new Map<Build, Promise<void>>();
  const built = (application: Build): Promise<void> => {
    const made = builds.get(application) ?? make(application);
    builds.set(application, made);
    return made;
  };
  async function make(application: Build): Promise<void> {
    if (application !== "updated") return buildInto(place(application), application.slice(0, 1));
    await Promise.all([built("first"), built("second")]);
    cpSync(place("second"), place("updated"), { recursive: true });
    await keepEarlierFiles(join(place("first"), "assets"), join(place("updated"), "assets"), new Date());
  }
  const [instrumentsFolder, console] = [join(folder, "instruments"), join(folder, "console")];
  for (const path of [instrumentsFolder, join(console, "assets")]) mkdirSync(path, { recursive: true });
  writeFileSync(join(instrumentsFolder, "published.json"), "{}");
  writeFileSync(join(instrumentsFolder, "municipalities.json"), "[]");
  writeFileSync(join(console, "index.html"), "<!doctype html>");
  const port = await freePort();
  let served: Served | undefined;
  let open: Store | undefined;
  const current = () => {
    if (open === undefined) throw new Error("The server is not running.");
    return open;
  };
  return {
    origin: `http://127.0.0.1:${port}`,
    async start(application) {
      await built(application);
      served = await serve({
        settings: readSettings(["--port", String(port), "--data", join(folder, "data")], {}),
        instrumentsFolder,
        built: { respondent: place(application), console },
        clock: () => new Date("2026-11-21T12:00:00Z"),
        logLevel: "silent",
        say: () => undefined,
        wrapStore(store) {
          open = store;
          return store;
        },
      });
    },
    async stop() {
      await served?.close();
      served = undefined;
      open = undefined;
    },
    async publish(instrument, remembers = true) {
      const store = current();
      await store.publishInstrument(instrument);
      await store.saveStudy({ id: "integration", title: { en: "Integration" }, synthetic: true });
      for (const id of waves) {
        const earlier = await store.findWave(id);
        const earlierInstruments =
          earlier && remembers ? [...earlier.earlierInstruments, earlier.instrument] : [];
        await store.saveWave({
          ...autumn,
          ...{ id, instrument: instrument.digest, languages: ["en"] },
          earlierInstruments: earlierInstruments.filter((each) => each !== instrument.digest),
        });
      }
    },
    async stored() {
      const found = new Map<string, { instrument: string; findings: string }>();
      for (const wave of waves)
        for await (const { responseId, instrument, findings } of current().responsesOfWave(wave))
          found.set(responseId, { instrument, findings });
      return found;
    },
    async remove() {
      await served?.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The application under file names of its own, as another build has them. */
async function buildInto(outDir: string, mark: string): Promise<void> {
  const names = {
    entryFileNames: `assets/[name]-${mark}[hash].js`,
    chunkFileNames: `assets/[name]-${mark}[hash].js`,
    assetFileNames: `assets/[name]-${mark}[hash][extname]`,
  };
  await build({
    configFile: join(import.meta.dirname, "../../packages/respondent/vite.config.ts"),
    logLevel: "error",
    build: { outDir, emptyOutDir: true, reportCompressedSize: false, rolldownOptions: { output: names } },
  });
}
