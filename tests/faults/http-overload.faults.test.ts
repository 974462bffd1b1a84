import { Agent, request } from "node:http";
import { join } from "node:path";
import type { ResponseUpload } from "@tiltas/contract/responses";
import { expect, test } from "vitest";
import { anUpload } from "../../server/support/upload.ts";
import { pause } from "./http-clients.ts";
import { lookUp } from "./http-kept.ts";
import { startProcess } from "./http-process.ts";
import { newFolder } from "./store-kills.ts";

interface Answered {
  readonly upload: ResponseUpload;
  readonly status: number;
  readonly wait: string | undefined;
  readonly milliseconds: number;
}

/** As many a second as asked, whether or not the server keeps up: people do not wait for each other. */
async function openLoop(origin: string, perSecond: number, seconds: number): Promise<Answered[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 2_000 });
  const sent: Promise<Answered>[] = [];
  const beginning = performance.now();
  while (performance.now() - beginning < seconds * 1_000) {
    const due = Math.floor(((performance.now() - beginning) / 1_000) * perSecond);
    while (sent.length < due) sent.push(send(origin, agent));
    await pause(10);
  }
  const answered = await Promise.all(sent);
  agent.destroy();
  return answered;
}

function send(origin: string, agent?: Agent): Promise<Answered> {
  const upload = anUpload();
  const since = performance.now();
  return new Promise((resolve) => {
    const done = (status: number, wait?: string) =>
      resolve({ upload, status, wait, milliseconds: performance.now() - since });
    const asked = request(`${origin}/api/responses`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      ...(agent ? { agent } : {}),
    });
    asked.once("response", (answer) => {
      answer.resume().once("close", () => done(answer.statusCode ?? 0, answer.headers["retry-after"]));
    });
    asked.once("error", () => done(0));
    asked.end(JSON.stringify(upload));
  });
}

const seconds = process.env.TILTAS_FULL ? 300 : 4;

test("at five times what the disk can take, the excess is sent away with 503 and a time, and all that was accepted is kept", async () => {
  const folder = newFolder();
  const server = await startProcess(folder, ["--slow-disk"]);
  const answered = await openLoop(server.origin, 500, seconds);
  const accepted = answered.filter(({ status }) => status === 201);
  const refused = answered.filter(({ status }) => status === 503);
  expect(accepted.length).toBeGreaterThan(0);
  expect(refused.length).toBeGreaterThan(accepted.length / 10);
  expect(answered.length - accepted.length - refused.length).toBe(0);
  for (const { wait } of refused) expect(Number(wait)).toBeGreaterThan(0);
  expect((await fetch(`${server.origin}/api/health`)).status).toBe(200);

  const limit = Date.now() + 30_000;
  while ((await send(server.origin)).status !== 201 && Date.now() < limit) await pause(200);
  expect((await send(server.origin)).status).toBe(201);
  expect(await server.kill("SIGTERM")).toBe(0);
  const hashes = new Map(accepted.map(({ upload }) => [upload.responseId, upload.hash]));
  expect(await lookUp({ folder: join(folder, "data") }, { hashes })).toEqual({
    lost: [],
    doubled: [],
    altered: [],
  });
  const waits = accepted.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  console.info(
    `${answered.length} sent, ${accepted.length} accepted and kept, ${refused.length} sent away; of the accepted 99 % within ${Math.round(waits[Math.floor(waits.length * 0.99)] ?? 0)} ms`,
  );
});

test("control: without bounds nobody is sent away from the same load", async () => {
  const server = await startProcess(newFolder(), ["--slow-disk", "--without-bounds"]);
  const answered = await openLoop(server.origin, 500, 1.5);
  expect(answered.filter(({ status }) => status === 503)).toEqual([]);
  await server.kill("SIGKILL");
});
