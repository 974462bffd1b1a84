import { join } from "node:path";
import { verifyLedger } from "@tiltas/store/open";
import { afterAll, expect, test } from "vitest";
import { startPostgres } from "../support/postgres.ts";
import { pause, startClients } from "./http-clients.ts";
import { lookUp } from "./http-kept.ts";
import { startProcess } from "./http-process.ts";
import { newFolder } from "./store-kills.ts";

const postgres = await startPostgres();
afterAll(() => postgres?.stop());

/** Load, and a database that falls down under it again and again; the server in front of it is never restarted. */
async function crashUnderLoad(crashes: number, words: readonly string[] = []) {
  const folder = newFolder();
  const url = (await postgres?.newDatabase()) ?? "";
  const server = await startProcess(folder, ["--database-url", url, ...words]);
  const clients = startClients(16, () => server.origin);
  let longest = 0;
  for (let crash = 0; crash < crashes; crash++) {
    await pause(300 + ((crash * 97) % 300));
    await postgres?.crash?.();
    const before = clients.acknowledged.hashes.size;
    const since = performance.now();
    while (clients.acknowledged.hashes.size <= before + 16 && performance.now() - since < 60_000)
      await pause(20);
    longest = Math.max(longest, performance.now() - since);
  }
  const ready = await fetch(`${server.origin}/api/ready`);
  await clients.stop();
  expect(await server.kill("SIGTERM")).toBe(0);
  return {
    place: { folder: join(folder, "data"), url },
    acknowledged: clients.acknowledged,
    longest,
    ready: ready.status,
  };
}

const crashes = process.env.TILTAS_FULL ? 20 : 3;

test.skipIf(postgres?.crash === undefined)(
  "a PostgreSQL that falls down under load costs nothing: the server finds it again, nothing is lost or doubled",
  async () => {
    const { place, acknowledged, longest, ready } = await crashUnderLoad(crashes);
    expect(acknowledged.strange).toEqual([]);
    expect([...acknowledged.statuses.keys()].filter((status) => ![200, 201, 503].includes(status))).toEqual(
      [],
    );
    expect(ready).toBe(200);
    // A limit against hanging on a busy machine; ten seconds are promised and shown below.
    expect(longest).toBeLessThan(60_000);
    expect(await lookUp(place, acknowledged)).toEqual({ lost: [], doubled: [], altered: [] });
    expect((await verifyLedger(place)).findings).toEqual([]);
    console.info(
      `${acknowledged.hashes.size} acknowledged over ${crashes} crashes; found again within ${Math.round(longest)} ms`,
    );
  },
);

test.skipIf(postgres?.crash === undefined)(
  "control: a server that answers before the commit loses some",
  async () => {
    const { place, acknowledged } = await crashUnderLoad(2, ["--hasty"]);
    expect((await lookUp(place, acknowledged)).lost.length).toBeGreaterThan(0);
  },
);
