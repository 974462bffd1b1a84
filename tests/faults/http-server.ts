// A server process for the tests of faults, with its data in FOLDER/data: node http-server.ts FOLDER [--hasty] [--slow-disk] [--held-disk] [--abrupt] [--drained-within MS] [--without-bounds] [--log] [--real-clock] [--database-url URL]
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { InstrumentRecord, Store } from "@tiltas/store/port";
import { serve } from "../../server/src/serve.ts";
import { readSettings } from "../../server/src/settings/settings.ts";
import { smallInstrument } from "../../server/support/small-instrument.ts";
import { autumn } from "../../server/support/wave.ts";

const { positionals, values: words } = parseArgs({
  allowPositionals: true,
  options: {
    hasty: { type: "boolean", default: false },
    log: { type: "boolean", default: false },
    "slow-disk": { type: "boolean", default: false },
    "held-disk": { type: "boolean", default: false },
    abrupt: { type: "boolean", default: false },
    "drained-within": { type: "string" },
    "without-bounds": { type: "boolean", default: false },
    "real-clock": { type: "boolean", default: false },
    "database-url": { type: "string" },
  },
});
const [folder = ""] = positionals;
const url = words["database-url"] === undefined ? [] : ["--database-url", words["database-url"]];

const instrumentsFolder = join(folder, "instruments");
if (!existsSync(instrumentsFolder)) {
  mkdirSync(instrumentsFolder, { recursive: true });
  writeFileSync(join(instrumentsFolder, "published.json"), "{}");
  writeFileSync(join(instrumentsFolder, "municipalities.json"), "[]");
}

const boundless = { working: 1e9, reading: 1e9, lateness: 1e9 };
const stores: Store[] = [];
const served = await serve({
  settings: readSettings(["--port", "0", "--data", join(folder, "data"), ...url], {}),
  instrumentsFolder,
  built: undefined,
  clock: () => (words["real-clock"] ? new Date() : new Date("2026-11-21T12:00:00Z")),
  logLevel: words.log ? "info" : "silent",
  freePerMinute: Number.POSITIVE_INFINITY,
  ...(words["drained-within"] ? { drainedWithin: Number(words["drained-within"]) } : {}),
  ...(words["without-bounds"] ? { bounds: boundless } : {}),
  say: (line) => void process.stdout.write(`${line}\n`),
  wrapStore(store) {
    stores.push(store);
    if (words["slow-disk"]) return onSlowDisk(store);
    if (words["held-disk"]) return onHeldDisk(store);
    return words.hasty ? answeringBeforeTheCommit(store) : store;
  },
});
for (const store of stores) {
  if (await store.findWave(autumn.id)) continue;
  await store.publishInstrument(smallInstrument);
  await store.publishInstrument(largeInstrument());
  await store.saveStudy({ id: "integration", title: { en: "Integration" }, synthetic: true });
  await store.saveWave({ ...autumn, opens: "2010-01-01", closes: "2099-12-31" });
}
process.on("SIGTERM", () => {
  // As a program does that listens to no signal; only its code is the one of an orderly end.
  if (words.abrupt) process.exit(0);
  served.close().then(() => process.exit(0));
});
if (served.firstLink) process.stdout.write(`link ${served.firstLink}\n`);
flushCompileCache();
process.stdout.write(`ready ${served.origin} ${process.pid}\n`);

/** What a careless server would do: say "stored" while the response is still on its way to the disk. */
function answeringBeforeTheCommit(store: Store): Store {
  return {
    ...store,
    receive(response) {
      setTimeout(() => store.receive(response).catch(() => undefined), 50);
      return Promise.resolve({ outcome: "stored", sequence: 0 });
    },
  };
}

/** The small instrument as a file of a megabyte, for clients that ask for much and read nothing. */
function largeInstrument(): InstrumentRecord {
  const questionnaire = `${smallInstrument.files["questionnaire.json"]}${" ".repeat(1_000_000)}`;
  const files = { ...smallInstrument.files, "questionnaire.json": questionnaire };
  return { ...smallInstrument, id: "large", digest: "f".repeat(64), files };
}

/** A disk that takes nothing until a moment after the server is told to end; the server says how many wait for it. */
function onHeldDisk(store: Store): Store {
  const told = new Promise<void>((resolve) => process.once("SIGTERM", () => setTimeout(resolve, 300)));
  let waiting = 0;
  return {
    ...store,
    async receive(response) {
      waiting += 1;
      process.stdout.write(`waiting ${waiting}\n`);
      await told;
      return store.receive(response);
    },
  };
}

/** A disk that takes a hundred responses a second, one after the other. */
function onSlowDisk(store: Store): Store {
  let free = 0;
  return {
    ...store,
    async receive(response) {
      const now = performance.now();
      free = Math.max(free, now) + 10;
      await new Promise((resolve) => setTimeout(resolve, free - now));
      return store.receive(response);
    },
  };
}
