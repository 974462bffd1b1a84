import { spawn } from "node:child_process";
import { chmodSync, existsSync } from "node:fs";
import { join } from "node:path";
import { openPool } from "../dialects/index.ts";
import { BackupError } from "./refusal.ts";

/** What a PostgreSQL backup holds instead of database files: the custom format of pg_dump. */
export const dumpFile = "postgres.dump";

/** @throws BackupError when pg_dump is not installed, or in its own words */
export async function dumpPostgres(url: string, file: string): Promise<void> {
  await runProgram("pg_dump", url, ["--format=custom", "--no-owner", "--no-privileges", `--file=${file}`]);
  chmodSync(file, 0o600);
}

/** Puts a dump into an empty database. @throws BackupError when the database holds anything, or pg_restore is missing */
export async function restorePostgres(url: string, folder: string): Promise<void> {
  const file = join(folder, dumpFile);
  if (!existsSync(file))
    throw new BackupError("This backup holds no PostgreSQL dump. Restore it without --database-url.");
  await refuseFullDatabase(url);
  await runProgram("pg_restore", url, [
    "--no-owner",
    "--no-privileges",
    "--exit-on-error",
    "--single-transaction",
    file,
  ]);
}

async function refuseFullDatabase(url: string): Promise<void> {
  const pool = openPool(url, 1);
  try {
    const { rows } = await pool.query(
      "select count(*)::int as tables from pg_tables where schemaname not in ('pg_catalog', 'information_schema')",
    );
    if (rows[0].tables > 0)
      throw new BackupError(
        "The database already holds tables. Restore into a new, empty one: nothing is ever written over.",
      );
  } finally {
    await pool.end();
  }
}

/** Runs PostgreSQL's own program; the password goes by its environment, so that nobody sees it in the list of processes. */
function runProgram(program: "pg_dump" | "pg_restore", url: string, words: readonly string[]): Promise<void> {
  const address = new URL(url);
  const password = decodeURIComponent(address.password);
  address.password = "";
  const environment = password === "" ? process.env : { ...process.env, PGPASSWORD: password };
  const child = spawn(program, [`--dbname=${address.href}`, ...words], {
    env: environment,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (data) => {
    said = `${said}${data}`.slice(0, 2_000);
  });
  return new Promise((resolve, reject) => {
    child.once("error", () => reject(notInstalled(program)));
    child.once("close", (code) => {
      if (code === 0) resolve();
      else reject(new BackupError(`${program} did not succeed: ${firstLine(said)}`));
    });
  });
}

const firstLine = (said: string) => said.trim().split("\n")[0] ?? "it gave no reason.";

const notInstalled = (program: string) =>
  new BackupError(
    `The data are in PostgreSQL, and its program ${program} was not found. Install the client programs of your PostgreSQL version (Debian: apt-get install postgresql-client), or back the database up with your own means and the data folder beside it.`,
  );
