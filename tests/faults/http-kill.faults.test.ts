import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { verifyLedger } from "@tiltas/store/open";
import { afterEach, expect, test } from "vitest";
import { type Acknowledged, pause, startClients } from "./http-clients.ts";
import { lookUp } from "./http-kept.ts";
import { startProcess } from "./http-process.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Bursts of load that each end with kill -9, at different moments after the first receipts. */
async function killUnderLoad(
  kills: number,
  words: readonly string[],
): Promise<{ data: string; acknowledged: Acknowledged }> {
  const folder = mkdtempSync(join(tmpdir(), "tiltas-kill-"));
  folders.push(folder);
  let origin: string | undefined;
  const clients = startClients(16, () => origin);
  for (let number = 0; number < kills; number++) {
    const server = await startProcess(folder, words);
    origin = server.origin;
    await receipts(clients.acknowledged, 32);
    await pause((number * 97) % 200);
    await server.kill("SIGKILL");
    origin = undefined;
  }
  const last = await startProcess(folder, words);
  origin = last.origin;
  await receipts(clients.acknowledged, 16);
  await clients.stop();
  expect(await last.kill("SIGTERM")).toBe(0);
  return { data: join(folder, "data"), acknowledged: clients.acknowledged };
}

/** Waits until so many more responses are acknowledged, at most half a minute. */
async function receipts({ hashes }: Acknowledged, more: number): Promise<void> {
  const [enough, until] = [hashes.size + more, Date.now() + 30_000];
  while (hashes.size < enough && Date.now() < until) await pause(10);
}

/** The store alone is killed thirty times on each database (store-kill); this is the whole server. */
const kills = process.env.TILTAS_FULL ? 100 : 5;

test("killed again and again under load: every acknowledged response is there, once, unchanged", async () => {
  const { data, acknowledged } = await killUnderLoad(kills, []);
  expect(acknowledged.strange).toEqual([]);
  expect(acknowledged.hashes.size).toBeGreaterThan(kills * 10);
  expect(await lookUp({ folder: data }, acknowledged)).toEqual({ lost: [], doubled: [], altered: [] });
  expect((await verifyLedger({ folder: data })).findings).toEqual([]);
  console.info(
    `${acknowledged.hashes.size} acknowledged, ${acknowledged.repeated} of them on a later try, ${kills} kills, 0 lost`,
  );
});

test("the same look finds losses when a server answers before the commit", async () => {
  const { data, acknowledged } = await killUnderLoad(3, ["--hasty"]);
  const { lost } = await lookUp({ folder: data }, acknowledged);
  expect(lost.length).toBeGreaterThan(0);
  console.info(
    `control: ${lost.length} of ${acknowledged.hashes.size} acknowledged responses lost in 3 kills`,
  );
});

const stopped = process.env.TILTAS_FULL ? 30_000 : 2_000;

test("stopped like a laptop that is closed, then told to stop under load, the server finishes what it has begun and ends with 0", async () => {
  const folder = mkdtempSync(join(tmpdir(), "tiltas-stop-"));
  folders.push(folder);
  let origin: string | undefined;
  const clients = startClients(16, () => origin);
  for (let number = 0; number < 2; number++) {
    const server = await startProcess(folder);
    origin = server.origin;
    await receipts(clients.acknowledged, 16);
    server.signal("SIGSTOP");
    await pause(number === 0 ? stopped : 0);
    server.signal("SIGCONT");
    await receipts(clients.acknowledged, 16);
    const told = performance.now();
    expect(await server.kill("SIGTERM")).toBe(0);
    const drained = performance.now() - told;
    // A limit against hanging on a busy machine; ten seconds are promised and shown below.
    expect(drained).toBeLessThan(60_000);
    console.info(`drained in ${Math.round(drained)} ms`);
  }
  origin = undefined;
  await clients.stop();
  expect(clients.acknowledged.hashes.size).toBeGreaterThan(0);
  expect(clients.acknowledged.strange).toEqual([]);
  const found = await lookUp({ folder: join(folder, "data") }, clients.acknowledged);
  expect(found).toEqual({ lost: [], doubled: [], altered: [] });
});
