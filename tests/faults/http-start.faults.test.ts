import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort, type RunningServer, startServer } from "../support/running-server.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "tiltas-start-"));
let running: RunningServer;

beforeAll(async () => {
  running = await startServer();
});
afterAll(async () => {
  await running?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A start that is expected to fail: what it says on standard error, and its exit code. */
async function failing(...words: string[]): Promise<{ said: string; code: number | null }> {
  const child = spawn(process.execPath, ["server/start.mjs", ...words], {
    cwd: root,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (chunk) => (said += chunk));
  const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
  return { said, code };
}

test("a second server on the same folder says who holds it, and leaves the first one alone", async () => {
  const { said, code } = await failing("--data", running.folder, "--port", "0");
  expect(code).toBe(2);
  expect(said).toMatch(
    new RegExp(
      `^The data folder ${running.folder} is in use by process ${running.process.pid} .*Stop that server first`,
    ),
  );
  expect((await fetch(`http://127.0.0.1:${running.port}/api/health`)).status).toBe(200);
});

test.each<[string, number, RegExp, () => Promise<string[]>]>([
  [
    "a port in use",
    1,
    /^Port \d+ of 127\.0\.0\.1 is in use/,
    async () => ["--data", join(folder, "a"), "--port", String(running.port)],
  ],
  [
    "plain http elsewhere",
    2,
    /^Plain http is served on the loopback address only/,
    async () => ["--demo", "--host", "0.0.0.0"],
  ],
  [
    "a real study elsewhere",
    2,
    /two factors/,
    async () => ["--public-url", "https://tiltas.example", "--trust-proxy"],
  ],
  [
    "a data folder that is a file",
    2,
    /cannot be (written|used|made|created)|is not a folder|data folder/,
    async () => ["--data", file(), "--port", "0"],
  ],
  [
    "a database that is not there",
    1,
    /database/i,
    async () => [
      "--data",
      join(folder, "b"),
      "--port",
      "0",
      "--database-url",
      `postgres://nobody@127.0.0.1:${await freePort()}/none`,
    ],
  ],
  ["an option that does not exist", 2, /^Unknown option '--deamon'/, async () => ["--deamon"]],
])("%s is one plain sentence and an exit code", async (_name, exitCode, sentence, words) => {
  const { said, code } = await failing(...(await words()));
  expect(said).toMatch(sentence);
  expect(said.trimEnd().split("\n")).toHaveLength(1);
  expect(said).not.toMatch(/\bat .*:\d+:\d+/);
  expect(code).toBe(exitCode);
});

test("the first start prints a one-time link for the first administrator; a stop is clean", async () => {
  const link = /http:\/\/localhost:\d+\/console\/invitation#([\w-]{43})/.exec(running.output());
  const open = () =>
    fetch(`http://127.0.0.1:${running.port}/api/invitations/open`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token: link?.[1] }),
    });
  expect(await (await open()).json()).toEqual({ email: null, role: "administrator" });
  const other = await startServer();
  expect(await other.stop()).toBe(0);
});

function file(): string {
  const path = join(folder, "file");
  writeFileSync(path, "");
  return path;
}

test("a server that npm started ends when npm ends, and leaves its folder free", async () => {
  const [port, data] = [await freePort(), join(folder, "under-npm")];
  const command = `${process.execPath} server/start.mjs --port ${port} --data ${data}; true`;
  const between = spawn("sh", ["-c", command], {
    cwd: root,
    stdio: ["ignore", "pipe", "ignore"],
    env: { ...process.env, npm_lifecycle_event: "start" },
  });
  let said = "";
  between.stdout.setEncoding("utf8").on("data", (chunk) => (said += chunk));
  while (!said.includes("is ready")) await new Promise((resolve) => setTimeout(resolve, 100));
  between.kill("SIGTERM");
  const answers = () => fetch(`http://127.0.0.1:${port}/api/health`).then(Boolean, () => false);
  for (let tries = 0; tries < 100 && (await answers()); tries++)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await answers()).toBe(false);
});
