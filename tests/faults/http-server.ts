// A server process for the tests of faults: node http-server.ts FOLDER PORT [--unsafe]
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Store } from "@tiltas/store/port";
import { serve } from "../../server/src/serve.ts";
import { readSettings } from "../../server/src/settings/settings.ts";
import { smallInstrument } from "../../server/support/small-instrument.ts";
import { autumn } from "../../server/support/wave.ts";

const [folder = "", port = "0", ...words] = process.argv.slice(2);

const instrumentsFolder = join(folder, "instruments");
mkdirSync(instrumentsFolder, { recursive: true });
writeFileSync(join(instrumentsFolder, "published.json"), "{}");
writeFileSync(join(instrumentsFolder, "municipalities.json"), "[]");

const stores: Store[] = [];
const served = await serve({
  settings: readSettings(["--port", port, "--data", join(folder, "data")], {}),
  instrumentsFolder,
  built: undefined,
  clock: () => new Date("2026-11-21T12:00:00Z"),
  logLevel: "silent",
  say: () => undefined,
  wrapStore(store) {
    stores.push(store);
    return words.includes("--unsafe") ? answeringBeforeTheCommit(store) : store;
  },
});
for (const store of stores) {
  await store.publishInstrument(smallInstrument);
  await store.saveStudy({ id: "integration", title: { en: "Integration" }, synthetic: true });
  await store.saveWave(autumn);
}
process.on("SIGTERM", () => served.close().then(() => process.exit(0)));
process.stdout.write(`ready ${served.origin}\n`);

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
