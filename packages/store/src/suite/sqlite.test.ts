import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe } from "vitest";
import { openAccessStore, openReader, openStore } from "../open/index.ts";
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
  const runs = process.env.TILTAS_FULL ? 2_000 : 100;
  keepsThePromise({ name: "SQLite", newPlace, openStore, openReader, openAccessStore }, { runs });
});
