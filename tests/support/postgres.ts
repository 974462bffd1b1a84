import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

/** A PostgreSQL for tests: every caller gets empty databases of its own. */
export interface TestPostgres {
  /** Address of a new, empty database. */
  newDatabase(): Promise<string>;
  /** Ends the server at once, without a checkpoint (`pg_ctl -m immediate stop`), and starts it again; only where it was started here. */
  readonly crash?: () => Promise<void>;
  /** Drops the databases; ends the server if it was started here. */
  stop(): Promise<void>;
}

export const howToGetPostgres =
  "Skipped: no PostgreSQL was found. Install one (Debian: apt-get install postgresql; macOS: brew install postgresql), or set DATABASE_URL to a server where databases may be created.";

/**
 * The server of DATABASE_URL, or one started from installed programs in a temporary folder.
 * `synced`: true where its commits must reach the disk, as in benches; tests need not wait for that.
 * @returns undefined where there is none, after saying so; with CI set that is an error, so that nothing is skipped there
 */
export async function startPostgres({ synced = false } = {}): Promise<TestPostgres | undefined> {
  const url = process.env.DATABASE_URL;
  if (url) return databasesAt(url, async () => {});
  const programs = findPrograms();
  if (programs) return startServer(programs, synced);
  if (process.env.CI) throw new Error(howToGetPostgres);
  console.warn(howToGetPostgres);
  return undefined;
}

/** The folder that holds `initdb` and `postgres`: Debian's by version, newest first, then the usual others. */
function findPrograms(): string | undefined {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, "bin")),
    "/opt/homebrew/opt/postgresql/bin",
    "/usr/local/pgsql/bin",
    "/usr/bin",
  ];
  return folders.find((folder) => existsSync(join(folder, "initdb")));
}

interface User {
  readonly uid?: number;
  readonly gid?: number;
}

/** PostgreSQL refuses to run as root; then it runs as the user its installation made. */
function serverUser(): User {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: idOf("-u"), gid: idOf("-g") };
}

async function startServer(programs: string, synced: boolean): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), "tiltas-postgres-"));
  const user = serverUser();
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  const init = ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"];
  execFileSync(join(programs, "initdb"), init, { ...user, cwd: folder, stdio: "ignore" });
  // The socket's folder belongs to this user alone, and nothing listens on the network.
  const settings = [
    "-c",
    "listen_addresses=",
    "-c",
    `unix_socket_directories=${folder}`,
    "-c",
    `fsync=${synced ? "on" : "off"}`,
  ];
  const start = () =>
    spawn(join(programs, "postgres"), ["-D", data, ...settings], { ...user, cwd: folder, stdio: "ignore" });
  let server = start();
  const endWithUs = () => void server.kill("SIGQUIT");
  process.once("exit", endWithUs);
  const url = `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`;
  await answers(url, server);
  const databases = databasesAt(url, async () => {
    process.off("exit", endWithUs);
    await ended(server);
    rmSync(folder, { recursive: true, force: true });
  });
  const crash = async () => {
    const gone = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGQUIT");
    await gone;
    server = start();
    await answers(url, server);
  };
  return { ...databases, crash };
}

async function answers(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300 && server.exitCode === null; tries++) {
    const reached = await ask(url, "select 1").then(
      () => true,
      () => false,
    );
    if (reached) return;
    await pause(100);
  }
  throw new Error("The PostgreSQL for tests did not start.");
}

function ended(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null) return resolve();
    server.once("exit", () => resolve());
    server.kill("SIGINT");
  });
}

function databasesAt(url: string, stopServer: () => Promise<void>): TestPostgres {
  const names: string[] = [];
  return {
    async newDatabase() {
      const name = `tiltas_test_${randomBytes(6).toString("hex")}`;
      await ask(url, `create database ${name}`);
      names.push(name);
      const address = new URL(url);
      address.pathname = `/${name}`;
      return address.href;
    },
    async stop() {
      for (const name of names) await ask(url, `drop database if exists ${name} with (force)`);
      await stopServer();
    },
  };
}

async function ask(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
