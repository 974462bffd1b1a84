import { type ChildProcess, spawn } from "node:child_process";
import { Problem } from "@tiltas/contract/problems";
import { expect, test } from "vitest";
import { anUpload } from "../../server/support/upload.ts";
import { pause } from "./http-clients.ts";
import { type ServerProcess, startProcess } from "./http-process.ts";
import { straceIsHere } from "./power-recording.ts";
import { newFolder } from "./store-kills.ts";
import { without } from "./without.ts";

/** How long a mended server may need: five seconds are promised; this is a limit against hanging on a busy machine. */
const mendedWithin = 30_000;

/** A machine that is busy with other tests must not be taken for one with too much to do. */
const patiently = ["--without-bounds"];

/** From now on the program's disk takes no more writes; resolves with how to mend it, or undefined where that is not allowed. */
async function turnReadOnly(pid: number): Promise<(() => Promise<void>) | undefined> {
  const words = ["-f", "-p", String(pid), "-e", "trace=pwrite64", "-e", "inject=pwrite64:error=EROFS"];
  const strace = spawn("strace", [...words, "-o", "/dev/null"], { stdio: ["ignore", "ignore", "pipe"] });
  const gone = new Promise<void>((resolve) => strace.once("exit", () => resolve()));
  if (!(await Promise.race([isAttached(strace), gone.then(() => false)]))) return undefined;
  return async () => {
    strace.kill("SIGINT");
    await gone;
  };
}

function isAttached({ stderr }: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => {
    let said = "";
    stderr?.setEncoding("utf8").on("data", (chunk) => {
      said += chunk;
      if (said.includes("attached")) resolve(true);
    });
  });
}

/** Both servers at once: most of the time they wait. */
const both = test.skipIf(!straceIsHere).concurrent;

function clientOf({ origin }: ServerProcess) {
  const ask = async (path: string, body?: object) => {
    const more = {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    };
    const answer = await fetch(`${origin}${path}`, body === undefined ? {} : more);
    return { status: answer.status, wait: answer.headers.get("retry-after"), body: await answer.json() };
  };
  return { ask, send: () => ask("/api/responses", anUpload()) };
}

both(
  "a disk that turns read-only under the server: 503 that says so, reading goes on, and writing by itself once it is mended",
  async (context) => {
    const server = await startProcess(newFolder(), patiently);
    const { ask, send } = clientOf(server);
    expect((await send()).status).toBe(201);
    // Makes the study's key, as the start does for waves that are open.
    expect((await ask("/api/waves/autumn")).status).toBe(200);
    const mend = await turnReadOnly(server.pid);
    if (!mend) {
      await server.kill("SIGKILL");
      return context.skip("This user may not trace another process.");
    }
    const refused = [await send(), await send()];
    expect(refused.map(({ status }) => status)).toEqual([503, 503]);
    const [first] = refused;
    expect(Problem.parse(first?.body)).toMatchObject({
      type: "/problems/unavailable",
      detail:
        "The disk that holds the data folder reports errors or cannot be written. Nothing was acknowledged; please try again.",
    });
    expect(Number(first?.wait)).toBeGreaterThan(0);
    const notReady = await ask("/api/ready");
    expect([notReady.status, notReady.body]).toEqual([503, first?.body]);
    expect((await ask("/api/health")).status).toBe(200);
    expect((await ask("/api/waves/autumn")).status).toBe(200);
    await mend();
    const limit = Date.now() + mendedWithin;
    while ((await send()).status !== 201 && Date.now() < limit) await pause(100);
    expect((await send()).status).toBe(201);
    expect((await ask("/api/ready")).status).toBe(200);
    expect(await server.kill("SIGTERM")).toBe(0);
  },
);

both(
  "control: a server whose writer is not started again keeps nothing any more, though its disk is mended",
  async (context) => {
    const server = await startProcess(newFolder(), patiently, without("restart"));
    const { send } = clientOf(server);
    expect((await send()).status).toBe(201);
    const mend = await turnReadOnly(server.pid);
    if (!mend) {
      await server.kill("SIGKILL");
      return context.skip("This user may not trace another process.");
    }
    expect((await send()).status).toBe(503);
    await mend();
    // Longer than a new writer is ever waited for.
    const limit = Date.now() + 2_500;
    while (Date.now() < limit) {
      expect((await send()).status).toBe(503);
      await pause(500);
    }
    await server.kill("SIGKILL");
  },
);
