import { appendFileSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { openStore } from "@tiltas/store/open";
import type { NewResponse, Received } from "@tiltas/store/port";
import { startWriter } from "@tiltas/store/writer";
import { openWave } from "../../packages/store/src/suite/builders.ts";
import { responseOf } from "./store-respondents.ts";

/**
 * A process that is there to be killed: sixteen respondents answer without pause, and every acknowledgement is noted in a file.
 * Words: data folder, file of acknowledgements, number of the run, "store" or "hasty", address of a PostgreSQL if any.
 */
const [folder = "", acknowledged = "", run = "0", kind = "store", url] = process.argv.slice(2);
const receive = kind === "hasty" ? await hastyWriter() : await wholeStore();

let next = 0;
let announced = false;
// Should nobody kill it, it ends by itself.
setTimeout(() => process.exit(1), 60_000);

await Promise.all(Array.from({ length: 16 }, respondent));

async function respondent(): Promise<void> {
  for (;;) {
    next += 1;
    const again = Number(run) > 0 && next % 4 === 0;
    await send(again ? responseOf(Number(run) - 1, next / 4) : responseOf(Number(run), next));
  }
}

async function send(response: NewResponse): Promise<void> {
  const { outcome } = await receive(response);
  appendFileSync(acknowledged, `${outcome} ${response.responseId}\n`);
  if (!announced) {
    flushCompileCache();
    process.send?.("under load");
  }
  announced = true;
}

async function wholeStore(): Promise<(response: NewResponse) => Promise<Received>> {
  const store = await openStore({ folder, url });
  await openWave(store);
  return store.receive;
}

/** The control: a writer that acknowledges before it commits. */
async function hastyWriter(): Promise<(response: NewResponse) => Promise<Received>> {
  const store = await openStore({ folder });
  await openWave(store);
  await store.close();
  const writer = await startWriter(folder, new URL("./store-hasty-thread.ts", import.meta.url));
  return (response) => writer.commit("receive", response);
}
