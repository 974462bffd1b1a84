import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateDrizzleJson, generateSQLiteDrizzleJson } from "drizzle-kit/api";
import { expect, test } from "vitest";
import {
  postgresAccess,
  postgresData,
  postgresParadata,
  sqliteAccess,
  sqliteData,
  sqliteParadata,
} from "./index.ts";

const migrations = fileURLToPath(new URL("../../migrations", import.meta.url));

/** The tables as they are once every migration in the folder has run. */
function tablesAfter(folder: string): unknown {
  const meta = join(migrations, folder, "meta");
  const last =
    readdirSync(meta)
      .filter((file) => file.endsWith("_snapshot.json"))
      .sort()
      .at(-1) ?? "";
  return JSON.parse(readFileSync(join(meta, last), "utf8")).tables;
}

const told = "The tables have changed: run `npm run generate` and commit the new migration.";

test.each([
  ["sqlite/data", sqliteData],
  ["sqlite/access", sqliteAccess],
  ["sqlite/paradata", sqliteParadata],
])("the migrations of %s lead to the tables of today", async (folder, tables) => {
  const today = await generateSQLiteDrizzleJson(tables, undefined, "snake_case");
  expect(tablesAfter(folder), told).toEqual(today.tables);
});

test.each([
  ["postgres/data", postgresData],
  ["postgres/access", postgresAccess],
  ["postgres/paradata", postgresParadata],
])("the migrations of %s lead to the tables of today", (folder, tables) => {
  const today = generateDrizzleJson(tables, undefined, undefined, "snake_case");
  expect(tablesAfter(folder), told).toEqual(today.tables);
});
