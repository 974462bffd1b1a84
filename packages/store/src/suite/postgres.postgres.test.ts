import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe } from "vitest";
import { startPostgres } from "../../../../tests/support/postgres.ts";
import { openAccessStore, openReader, openStore, type Place } from "../open/index.ts";
import { keepsThePromise } from "./suite.ts";

const postgres = await startPostgres();

describe.skipIf(postgres === undefined)("on PostgreSQL", () => {
  const folders: string[] = [];
  const newPlace = async (): Promise<Place> => {
    const folder = mkdtempSync(join(tmpdir(), "tiltas-store-"));
    folders.push(folder);
    return { folder, url: await postgres?.newDatabase() };
  };
  afterAll(async () => {
    for (const folder of folders) rmSync(folder, { recursive: true });
    await postgres?.stop();
  });
  const runs = process.env.TILTAS_FULL ? 500 : 50;
  keepsThePromise({ name: "PostgreSQL", newPlace, openStore, openReader, openAccessStore }, { runs });
});
