import { spawn } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Problem } from "@tiltas/contract/problems";
import { openReader, verifyLedger } from "@tiltas/store/open";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anUpload } from "../../server/support/upload.ts";
import { pause, startClients } from "./http-clients.ts";
import { type ServerProcess, startProcess } from "./http-process.ts";
import { firstAdministrator, type Staff } from "./http-staff.ts";
import { giveBack, makeReadOnly, smallDisk } from "./small-disk.ts";

const disk = smallDisk(6);
const root = fileURLToPath(new URL("../..", import.meta.url));

afterAll(() => {
  if (disk !== undefined) giveBack(disk);
});

const send = async (origin: string) => {
  const answer = await fetch(`${origin}/api/responses`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(anUpload()),
  });
  return { status: answer.status, wait: answer.headers.get("retry-after"), body: await answer.json() };
};
const read = async (origin: string, path: string) => {
  const answer = await fetch(`${origin}${path}`);
  return { status: answer.status, body: await answer.json() };
};

describe.skipIf(disk === undefined)("a server whose disk answers have filled", () => {
  const folder = disk ?? "";
  const ballast = join(folder, "ballast");
  let server: ServerProcess;
  let staff: Staff;

  beforeAll(async () => {
    writeFileSync(ballast, Buffer.alloc(2 * 1024 * 1024));
    // A machine that is busy with other tests must not be taken for one with too much to do.
    server = await startProcess(folder, ["--without-bounds"]);
    staff = await firstAdministrator(server.origin, server.output());
  });

  test("refuses with 507, goes on reading and signing in, and takes answers again by itself once there is space", async () => {
    const { origin } = server;
    const clients = startClients(16, () => origin);
    const until = Date.now() + 60_000;
    while (!clients.acknowledged.statuses.has(507) && Date.now() < until) await pause(20);
    const refused = await send(origin);
    expect([refused.status, Problem.parse(refused.body).type]).toEqual([507, "/problems/storage-full"]);
    expect(Number(refused.wait)).toBeGreaterThan(0);
    const notReady = await read(origin, "/api/ready");
    expect([notReady.status, Problem.parse(notReady.body).detail]).toEqual([
      507,
      expect.stringMatching(/no space left/),
    ]);
    expect((await read(origin, "/api/health")).status).toBe(200);
    expect((await read(origin, "/api/waves/autumn")).status).toBe(200);
    expect(await staff.signIn()).toEqual({ status: 200, session: 200 });

    rmSync(ballast);
    // Five seconds are promised; this is a limit against hanging on a busy machine.
    const limit = Date.now() + 30_000;
    while ((await send(origin)).status !== 201 && Date.now() < limit) await pause(100);
    expect((await send(origin)).status).toBe(201);
    expect((await read(origin, "/api/ready")).status).toBe(200);
    await clients.stop();
    expect(await server.kill("SIGTERM")).toBe(0);
    const place = { folder: join(folder, "data") };
    expect((await verifyLedger(place)).findings).toEqual([]);
    const reader = await openReader(place);
    expect(await reader.countResponses("autumn")).toBeGreaterThanOrEqual(clients.acknowledged.hashes.size);
    await reader.close();
  });

  test("on a disk that is read-only the server says so in one line and ends with 2", async () => {
    makeReadOnly(folder);
    for (const data of ["data", "another"]) {
      const { said, code } = await failedStart(join(folder, data));
      expect([code, said.trimEnd().split("\n").length]).toEqual([2, 1]);
      expect(said).toMatch(/data folder .*(cannot be written|cannot be used)/);
      expect(said).not.toMatch(/\bat .*:\d+:\d+/);
    }
  });
});

async function failedStart(data: string): Promise<{ said: string; code: number | null }> {
  const words = ["server/start.mjs", "--port", "0", "--data", data];
  const child = spawn(process.execPath, words, { cwd: root, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (chunk) => (said += chunk));
  const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
  return { said, code };
}
