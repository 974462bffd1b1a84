// A server process for the tests of faults, with its data in FOLDER/data: node http-server.ts FOLDER [--hasty] [--log] [--real-clock] [--database-url URL]
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Store } from "@tiltas/store/port";
import { serve } from "../../server/src/serve.ts";
import { readSettings } from "../../server/src/settings/settings.ts";
import { smallInstrument } from "../../server/support/small-instrument.ts";
import { autumn } from "../../server/support/wave.ts";

const { positionals, values: words } = parseArgs({
  allowPositionals: true,
  options: {
    hasty: { type: "boolean", default: false },
    log: { type: "boolean", default: false },
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

const stores: Store[] = [];
const served = await serve({
  settings: readSettings(["--port", "0", "--data", join(folder, "data"), ...url], {}),
  instrumentsFolder,
  built: undefined,
  clock: () => (words["real-clock"] ? new Date() : new Date("2026-11-21T12:00:00Z")),
  logLevel: words.log ? "info" : "silent",
  freePerMinute: Number.POSITIVE_INFINITY,
  say: (line) => void process.stdout.write(`${line}\n`),
  wrapStore(store) {
    stores.push(store);
    return words.hasty ? answeringBeforeTheCommit(store) : store;
  },
});
for (const store of stores) {
  if (await store.findWave(autumn.id)) continue;
  await store.publishInstrument(smallInstrument);
  await store.saveStudy({ id: "integration", title: { en: "Integration" }, synthetic: true });
  await store.saveWave(autumn);
}
process.on("SIGTERM", () => served.close().then(() => process.exit(0)));
if (served.firstLink) process.stdout.write(`link ${served.firstLink}\n`);
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
