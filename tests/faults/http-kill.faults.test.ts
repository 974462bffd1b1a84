import { connect } from "node:net";
import { join } from "node:path";
import { openReader, verifyLedger } from "@tiltas/store/open";
import { expect, test } from "vitest";
import { anUpload } from "../../server/support/upload.ts";
import { type Acknowledged, pause, startClients } from "./http-clients.ts";
import { lookUp } from "./http-kept.ts";
import { startProcess } from "./http-process.ts";
import { newFolder } from "./store-kills.ts";

/** Bursts of load that each end with kill -9, at different moments after the first receipts. */
async function killUnderLoad(
  kills: number,
  words: readonly string[],
): Promise<{ data: string; acknowledged: Acknowledged }> {
  const folder = newFolder();
  let origin: string | undefined;
  const clients = startClients(16, () => origin);
  for (let number = 0; number < kills; number++) {
    const server = await startProcess(folder, words);
    origin = server.origin;
    await receipts(clients.acknowledged, 32);
    await pause((number * 97) % 200);
    await server.kill("SIGKILL");
    origin = undefined;
  }
  const last = await startProcess(folder, words);
  origin = last.origin;
  await receipts(clients.acknowledged, 16);
  await clients.stop();
  expect(await last.kill("SIGTERM")).toBe(0);
  return { data: join(folder, "data"), acknowledged: clients.acknowledged };
}

/** Waits until so many more responses are acknowledged, at most half a minute. */
async function receipts({ hashes }: Acknowledged, more: number): Promise<void> {
  const [enough, until] = [hashes.size + more, Date.now() + 30_000];
  while (hashes.size < enough && Date.now() < until) await pause(10);
}

/** The store alone is killed thirty times on each database (store-kill); this is the whole server. */
const kills = process.env.TILTAS_FULL ? 30 : 5;

test("killed again and again under load: every acknowledged response is there, once, unchanged", async () => {
  const { data, acknowledged } = await killUnderLoad(kills, []);
  expect(acknowledged.strange).toEqual([]);
  expect(acknowledged.hashes.size).toBeGreaterThan(kills * 10);
  expect(await lookUp({ folder: data }, acknowledged)).toEqual({ lost: [], doubled: [], altered: [] });
  expect((await verifyLedger({ folder: data })).findings).toEqual([]);
  console.info(
    `${acknowledged.hashes.size} acknowledged, ${acknowledged.repeated} of them on a later try, ${kills} kills, 0 lost`,
  );
});

test("the same look finds losses when a server answers before the commit", async () => {
  const { data, acknowledged } = await killUnderLoad(3, ["--hasty"]);
  const { lost } = await lookUp({ folder: data }, acknowledged);
  expect(lost.length).toBeGreaterThan(0);
  console.info(
    `control: ${lost.length} of ${acknowledged.hashes.size} acknowledged responses lost in 3 kills`,
  );
});

const stopped = process.env.TILTAS_FULL ? 30_000 : 2_000;

test("stopped like a laptop that is closed, then told to stop under load, the server finishes what it has begun and ends with 0", async () => {
  const folder = newFolder();
  let origin: string | undefined;
  const clients = startClients(16, () => origin);
  for (let number = 0; number < 2; number++) {
    const server = await startProcess(folder);
    origin = server.origin;
    await receipts(clients.acknowledged, 16);
    server.signal("SIGSTOP");
    await pause(number === 0 ? stopped : 0);
    server.signal("SIGCONT");
    await receipts(clients.acknowledged, 16);
    const told = performance.now();
    expect(await server.kill("SIGTERM")).toBe(0);
    const drained = performance.now() - told;
    // A limit against hanging on a busy machine; ten seconds are promised and shown below.
    expect(drained).toBeLessThan(60_000);
    console.info(`drained in ${Math.round(drained)} ms`);
  }
  origin = undefined;
  await clients.stop();
  expect(clients.acknowledged.hashes.size).toBeGreaterThan(0);
  expect(clients.acknowledged.strange).toEqual([]);
  const found = await lookUp({ folder: join(folder, "data") }, clients.acknowledged);
  expect(found).toEqual({ lost: [], doubled: [], altered: [] });
});

/** How many of eight respondents are answered whose responses are on the way to the disk when the server is told to end. */
async function answeredAtTheEnd(words: readonly string[]): Promise<{ answered: number; kept: number }> {
  const folder = newFolder();
  const server = await startProcess(folder, ["--held-disk", ...words]);
  const sending = Array.from({ length: 8 }, () => post(server.origin));
  while (!server.output().includes("waiting 8")) await pause(20);
  expect(await server.kill("SIGTERM")).toBe(0);
  const answered = (await Promise.all(sending)).filter((status) => status === 201).length;
  const reader = await openReader({ folder: join(folder, "data") });
  const kept = await reader.countResponses("autumn");
  await reader.close();
  return { answered, kept };
}

function post(origin: string): Promise<number | undefined> {
  const headers = { "content-type": "application/json" };
  return fetch(`${origin}/api/responses`, { method: "POST", headers, body: JSON.stringify(anUpload()) }).then(
    ({ status }) => status,
    () => undefined,
  );
}

test.concurrent("R14: whoever sent a response before the server was told to end is answered", async () => {
  expect(await answeredAtTheEnd([])).toEqual({ answered: 8, kept: 8 });
});

test.concurrent("control of R14: a server that ends at once leaves them without an answer", async () => {
  expect(await answeredAtTheEnd(["--abrupt"])).toEqual({ answered: 0, kept: 0 });
});

/** A server that is told to end while somebody is in the middle of a request and never finishes it. */
async function endsBeside(words: readonly string[], within: number): Promise<number | null | "goes on"> {
  const folder = newFolder();
  const server = await startProcess(folder, words);
  const socket = connect(Number(new URL(server.origin).port), "127.0.0.1").on("error", () => undefined);
  socket.write("POST /api/receipts HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n");
  socket.write("Content-Length: 999\r\nExpect: 100-continue\r\n\r\n");
  await new Promise((resolve) => socket.once("data", resolve));
  const trickle = setInterval(() => socket.write(" "), 200);
  server.signal("SIGTERM");
  const ended = await Promise.race([server.ended, pause(within).then(() => "goes on" as const)]);
  clearInterval(trickle);
  socket.destroy();
  await server.kill("SIGKILL");
  return ended;
}

test.concurrent("R14: who never finishes a request does not hold up the end; without that rule the server would go on", async () => {
  expect(await endsBeside(["--drained-within", "500"], 60_000)).toBe(0);
  expect(await endsBeside(["--drained-within", "600000"], 3_000)).toBe("goes on");
});
