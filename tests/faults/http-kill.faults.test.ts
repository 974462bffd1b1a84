import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { contentHash } from "@tiltas/instrument/versions";
import { openReader, verifyLedger } from "@tiltas/store/open";
import { afterEach, expect, test } from "vitest";
import { type Acknowledged, pause, startClients } from "./http-clients.ts";
import { startProcess } from "./http-process.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Bursts of load that each end with kill -9; lengths in milliseconds differ, so that kills fall at different moments. */
async function killUnderLoad(
  kills: number,
  words: readonly string[],
): Promise<{ data: string; acknowledged: Acknowledged }> {
  const folder = mkdtempSync(join(tmpdir(), "tiltas-kill-"));
  folders.push(folder);
  let origin: string | undefined;
  const clients = startClients(16, () => origin);
  for (let number = 0; number < kills; number++) {
    const server = await startProcess(folder, words);
    origin = server.origin;
    await pause(250 + ((number * 97) % 400));
    await server.kill("SIGKILL");
    origin = undefined;
  }
  const last = await startProcess(folder, words);
  origin = last.origin;
  await pause(500);
  await clients.stop();
  expect(await last.kill("SIGTERM")).toBe(0);
  return { data: join(folder, "data"), acknowledged: clients.acknowledged };
}

/** What became of the acknowledged responses. */
async function lookUp(data: string, { hashes }: Acknowledged) {
  const kept = new Map<string, number>();
  const altered: string[] = [];
  const reader = await openReader({ folder: data });
  for await (const { responseId, instrument, parent, consent, answers, hash } of reader.responsesOfWave(
    "autumn",
  )) {
    kept.set(responseId, (kept.get(responseId) ?? 0) + 1);
    const actual = contentHash({
      instrument,
      parent,
      consent: JSON.parse(consent),
      answers: JSON.parse(answers),
    });
    if (actual !== hash || (hashes.get(responseId) ?? hash) !== hash) altered.push(responseId);
  }
  await reader.close();
  const lost = [...hashes.keys()].filter((id) => !kept.has(id));
  const doubled = [...kept].filter(([, times]) => times > 1).map(([id]) => id);
  return { lost, doubled, altered };
}

test("thirty times killed under load: every acknowledged response is there, once, unchanged", async () => {
  const { data, acknowledged } = await killUnderLoad(30, []);
  expect(acknowledged.strange).toEqual([]);
  expect(acknowledged.hashes.size).toBeGreaterThan(300);
  expect(await lookUp(data, acknowledged)).toEqual({ lost: [], doubled: [], altered: [] });
  expect((await verifyLedger({ folder: data })).findings).toEqual([]);
  console.info(
    `${acknowledged.hashes.size} acknowledged, ${acknowledged.repeated} of them on a later try, 30 kills, 0 lost`,
  );
});

test("the same look finds losses when a server answers before the commit", async () => {
  const { data, acknowledged } = await killUnderLoad(5, ["--hasty"]);
  const { lost } = await lookUp(data, acknowledged);
  expect(lost.length).toBeGreaterThan(0);
  console.info(
    `control: ${lost.length} of ${acknowledged.hashes.size} acknowledged responses lost in 5 kills`,
  );
});

test("told to stop under load, the server finishes what it has begun and ends with 0", async () => {
  const folder = mkdtempSync(join(tmpdir(), "tiltas-stop-"));
  folders.push(folder);
  let origin: string | undefined;
  const clients = startClients(16, () => origin);
  for (let number = 0; number < 3; number++) {
    const server = await startProcess(folder);
    origin = server.origin;
    await pause(300);
    expect(await server.kill("SIGTERM")).toBe(0);
  }
  origin = undefined;
  await clients.stop();
  expect(clients.acknowledged.hashes.size).toBeGreaterThan(0);
  const found = await lookUp(join(folder, "data"), clients.acknowledged);
  expect(found).toEqual({ lost: [], doubled: [], altered: [] });
});
