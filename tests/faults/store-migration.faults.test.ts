import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openStore } from "@tiltas/store/open";
import { expect, test } from "vitest";
import { aResponse, collect, openWave } from "../../packages/store/src/suite/builders.ts";
import { firstVersion } from "../../packages/store/src/suite/first-version.ts";
import { newFolder } from "./store-kills.ts";

const program = fileURLToPath(new URL("./store-migration.ts", import.meta.url));
const step = process.env.TILTAS_FULL ? 1 : 4;

/** Migrates in a process of its own that dies before the given statement; false if it lived to the end. */
function diesBefore(statement: number, folder: string): boolean {
  const words = [program, join(folder, "data.sqlite"), String(statement)];
  return spawnSync(process.execPath, words).signal === "SIGKILL";
}

test("new tables that were being made when the server was killed are made at the next start", async () => {
  let statement = 1;
  for (; ; statement += step) {
    const folder = newFolder();
    if (!diesBefore(statement, folder)) break;
    const store = await openStore({ folder });
    await openWave(store);
    expect((await store.receive(aResponse())).outcome).toBe("stored");
    await store.close();
  }
  expect(statement).toBeGreaterThan(10);
});

test("an update that was killed at any statement is finished at the next start, the responses untouched", async () => {
  for (let statement = 1; ; statement += 1) {
    const folder = newFolder();
    firstVersion(join(folder, "data.sqlite"));
    const died = diesBefore(statement, folder);
    const store = await openStore({ folder });
    expect(await collect(store.responsesOfWave("spring"))).toEqual([{ ...aResponse(), sequence: 1 }]);
    await store.close();
    if (!died) break;
  }
});
