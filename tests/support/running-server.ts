import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../structure/source-files.ts";

/** A real server process on a loopback port of its own, with a data folder of its own. */
export interface RunningServer {
  readonly port: number;
  readonly folder: string;
  /** Everything the server has printed so far. */
  readonly output: () => string;
  readonly process: ChildProcess;
  /** SIGTERM, wait, and remove the data folder; resolves with the exit code. */
  stop(): Promise<number | null>;
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  const port = typeof address === "object" && address ? address.port : 0;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/**
 * Starts `server/start.mjs` and waits until it says that it is ready.
 * @param words  options besides port and data folder
 * @throws if the server ends or is not ready within two minutes; the message holds what it printed
 */
export async function startServer(
  words: readonly string[] = [],
  given: { folder?: string; port?: number } = {},
): Promise<RunningServer> {
  const folder = given.folder ?? mkdtempSync(join(tmpdir(), "tiltas-server-"));
  const port = given.port ?? (await freePort());
  const child = spawn(
    process.execPath,
    ["server/start.mjs", "--port", String(port), "--data", folder, ...words],
    {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let printed = "";
  child.stdout.on("data", (chunk) => (printed += chunk));
  child.stderr.on("data", (chunk) => (printed += chunk));
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  await untilReady(() => printed, child, ended);
  return {
    port,
    folder,
    output: () => printed,
    process: child,
    async stop() {
      child.kill("SIGTERM");
      const code = await ended;
      rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
}

async function untilReady(
  printed: () => string,
  child: ChildProcess,
  ended: Promise<number | null>,
): Promise<void> {
  const limit = Date.now() + 120_000;
  let over = false;
  ended.then(() => (over = true));
  while (!/\bready\b/i.test(printed())) {
    if (over) throw new Error(`The server ended before it was ready:\n${printed()}`);
    if (Date.now() > limit) {
      child.kill("SIGKILL");
      throw new Error(`The server was not ready after two minutes:\n${printed()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
