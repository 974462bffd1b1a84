import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Client from "better-sqlite3";
import { aResponse, aWave, digest } from "./builders.ts";

const migrations = fileURLToPath(new URL("../../migrations/sqlite/data", import.meta.url));

/** A data file as the first version of Tiltas left it, with one response. */
export function firstVersion(file: string): void {
  const journal = JSON.parse(readFileSync(join(migrations, "meta", "_journal.json"), "utf8"));
  const data = new Client(file);
  data.exec(readFileSync(join(migrations, `${journal.entries[0].tag}.sql`), "utf8"));
  data.exec(
    "create table __drizzle_migrations (id integer primary key, hash text not null, created_at numeric)",
  );
  data
    .prepare("insert into __drizzle_migrations (hash, created_at) values ('', ?)")
    .run(journal.entries[0].when);
  insert(data, "instruments", { digest, id: "tiny", version: "0.1.0" });
  insert(data, "studies", { id: "integration", title: "{}", synthetic: 1 });
  const {
    margins: _none,
    earlierInstruments: _earlier,
    title: _title,
    languages: _languages,
    modes: _modes,
    form: _form,
    sample: _sample,
    stage: _stage,
    ...wave
  } = aWave();
  insert(data, "waves", { ...wave, title: "{}", earlier_instruments: "[]", languages: "[]", modes: "[]" });
  const { responseId, receivedAt, changes: _changes, ...response } = aResponse();
  insert(data, "responses", {
    ...response,
    study: "integration",
    response_id: responseId,
    received_at: receivedAt.getTime(),
  });
  data.close();
}

function insert(data: Client.Database, table: string, row: Readonly<Record<string, unknown>>): void {
  const columns = Object.keys(row);
  const values = columns.map((column) => `@${column}`);
  data.prepare(`insert into ${table} (${columns.join()}) values (${values.join()})`).run(row);
}
