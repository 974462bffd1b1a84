import { existsSync } from "node:fs";
import { join } from "node:path";
import { openForReading } from "../dialects/index.ts";
import type { Place } from "../open/index.ts";
import { failureOf } from "../writer/index.ts";

/** Databases of a data folder; PostgreSQL keeps its own, and its own checksums. */
export const databaseFiles = ["data.sqlite", "access.sqlite", "paradata.sqlite"] as const;

/** What SQLite's own check of every page and index objects to, as sentences; none where all is well. */
export async function structureOf({ folder, url }: Place): Promise<readonly string[]> {
  if (url !== undefined) return [];
  return databaseFiles
    .filter((name) => existsSync(join(folder, name)))
    .flatMap((name) => objectionsTo(join(folder, name)).map((objection) => `${name}: ${objection}.`));
}

const atMost = 20;

function objectionsTo(file: string): readonly string[] {
  try {
    const client = openForReading(file);
    try {
      const rows = client.pragma(`integrity_check(${atMost})`) as readonly { integrity_check: string }[];
      return rows.map((row) => row.integrity_check).filter((said) => said !== "ok");
    } finally {
      client.close();
    }
  } catch (error) {
    return [failureOf(error).message];
  }
}
