// The servers that the bench of the page compares, in a process of their own: fork(page-server.ts, [FOLDER]).
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import type { Store } from "@tiltas/store/port";
import { prepareWave } from "../../server/src/demonstration/wave.ts";
import { openWave, plannedWaves } from "../../server/src/demonstration/waves.ts";
import { createInstruments } from "../../server/src/instruments/instruments.ts";
import { prepareApplications } from "../../server/src/pages/prepare.ts";
import { serve } from "../../server/src/serve.ts";
import { readSettings } from "../../server/src/settings/settings.ts";
import { plainForm } from "./page-plain.ts";

const instrumentsFolder = fileURLToPath(new URL("../../instruments", import.meta.url));

/** Tiltas as it is served, with the demonstration's open wave and without its respondents. */
async function tiltas(folder: string): Promise<string> {
  const stores: Store[] = [];
  const { origin } = await serve({
    settings: readSettings(["--port", "0", "--data", folder], {}),
    instrumentsFolder,
    built: await prepareApplications(),
    clock: () => new Date(),
    logLevel: "silent",
    say: () => undefined,
    wrapStore(store) {
      stores.push(store);
      return store;
    },
  });
  for (const store of stores)
    for (const wave of plannedWaves.filter(({ id }) => id === openWave))
      await prepareWave({ store, instruments: createInstruments(store), instrumentsFolder }, wave);
  return `${origin}/w/${openWave}?lang=en`;
}

/** The same steps as one plain form, compressed as well as ours. */
function plain(page: string): Promise<string> {
  const bytes = brotliCompressSync(page);
  const server = createServer((request, response) => {
    const headers = { "Content-Type": "text/html; charset=utf-8", "Content-Encoding": "br" };
    if (request.url === "/") response.writeHead(200, headers).end(bytes);
    else response.writeHead(404).end();
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/`);
    });
  });
}

const ours = await tiltas(process.argv[2] ?? "");
const form = await plain(plainForm(await (await fetch(ours)).text()));
process.once("disconnect", () => process.exit());
process.on("message", () => process.send?.({ cpu: process.cpuUsage() }));
process.send?.({ ours, form });
