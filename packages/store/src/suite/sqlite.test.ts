import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Client from "better-sqlite3";
import { afterAll, describe, expect, test } from "vitest";
import { openAccessStore, openReader, openStore, verifyLedger } from "../open/index.ts";
import { aResponse, collect, openWave } from "./builders.ts";
import { firstVersion } from "./first-version.ts";
import { keepsThePromise } from "./suite.ts";

describe("on SQLite", () => {
  const folders: string[] = [];
  const newPlace = async () => {
    const folder = mkdtempSync(join(tmpdir(), "tiltas-store-"));
    folders.push(folder);
    return { folder };
  };
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true });
  });
  test("control: without the unique identity a response sent twice would be stored twice", async () => {
    const place = await newPlace();
    await (await openStore(place)).close();
    const data = new Client(join(place.folder, "data.sqlite"));
    data.exec("drop index responses_identity");
    data.close();
    const store = await openStore(place);
    await openWave(store);
    const received = [await store.receive(aResponse()), await store.receive(aResponse())];
    expect(received.map(({ outcome }) => outcome)).toEqual(["stored", "stored"]);
    await store.close();
  });

  test("a database of the first version is brought up to date, its responses untouched", async () => {
    const place = await newPlace();
    firstVersion(join(place.folder, "data.sqlite"));
    await expect(openReader(place)).rejects.toThrow(/earlier version. Start the server once/);
    const store = await openStore(place);
    expect(await collect(store.responsesOfWave("spring"))).toEqual([{ ...aResponse(), sequence: 1 }]);
    expect((await store.receive(aResponse())).outcome).toBe("already-stored");
    expect(await store.countResponses("spring")).toBe(1);
    await store.close();
    expect((await verifyLedger(place)).findings).toEqual([]);
  });

  test("whatever is looked up for one person is found by an index, however many there are", async () => {
    const place = await newPlace();
    await (await openStore(place)).close();
    const data = new Client(join(place.folder, "data.sqlite"));
    for (const query of [
      "select * from responses where receipt = 'r'",
      "select * from withdrawals where receipt = 'r'",
      "select * from codes where code = 'c'",
      "delete from reviews where wave in (select id from waves) and response_id = 'r'",
      "delete from resumes where until <= 1",
    ]) {
      const steps = data.prepare(`explain query plan ${query}`).all() as { detail: string }[];
      const first = steps[0]?.detail;
      expect(first, query).toMatch(/^SEARCH .* USING .*INDEX/);
    }
    data.close();
  });

  const runs = process.env.TILTAS_FULL ? 2_000 : 300;
  keepsThePromise({ name: "SQLite", newPlace, openStore, openReader, openAccessStore }, { runs });
});
