import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openReader } from "@tiltas/store/open";
import type { StoredResponse } from "@tiltas/store/port";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Served, serve } from "../serve.ts";
import { readSettings } from "../settings/settings.ts";

const folders = ["demonstration", "study"].map((name) => mkdtempSync(join(tmpdir(), `tiltas-${name}-`)));
const [demonstration = "", study = ""] = folders;
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const said: string[] = [];
const start = (folder: string, ...words: string[]): Promise<Served> =>
  serve({
    settings: readSettings(["--port", "0", "--data", folder, ...words], {}),
    instrumentsFolder: fileURLToPath(new URL("../../../instruments", import.meta.url)),
    built: undefined,
    clock: () => new Date(),
    logLevel: "silent",
    say: (line) => void said.push(line),
  });

const responses: StoredResponse[] = [];
let firstSignIns: Served["signIns"] = [];
beforeAll(async () => {
  const served = await start(demonstration, "--demo");
  firstSignIns = served.signIns;
  await served.close();
  const reader = await openReader({ folder: demonstration });
  for await (const response of reader.responsesOfWave("demo")) responses.push(response);
  await reader.close();
}, 120_000);

test("2,600 synthetic respondents come in through the same intake, and the instrument objects to none", () => {
  expect(responses).toHaveLength(2_600);
  expect(responses.filter(({ findings }) => findings !== "[]")).toEqual([]);
  expect(said).toContain("Making 2600 synthetic respondents …");
});

test("three municipalities stay below twenty respondents, all others reach them", () => {
  const counts = new Map<string | null, number>();
  for (const { municipality } of responses) counts.set(municipality, (counts.get(municipality) ?? 0) + 1);
  expect(counts.size).toBe(60);
  expect([...counts.values()].filter((count) => count < 20).sort((a, b) => a - b)).toEqual([7, 12, 17]);
});

test("their times come from the seed and rise with the server's order, so every demonstration has the same workbook", () => {
  const times = responses.map(({ receivedAt }) => receivedAt.getTime());
  const hours = times.map((time) => Math.floor(time / 3_600_000));
  expect(hours).toEqual([...hours].sort((a, b) => a - b));
  expect(new Date(Math.min(...times)).toISOString().slice(0, 7)).toBe("2026-09");
  expect(new Date(Math.max(...times)).toISOString().slice(0, 7)).toBe("2026-09");
});

test("staff get random passwords, kept where only the server's account can read them", () => {
  expect(firstSignIns.map(({ role }) => role)).toEqual([
    "administrator",
    "analyst",
    "researcher",
    "coordinator",
  ]);
  expect(new Set(firstSignIns.map(({ password }) => password)).size).toBe(4);
  const file = join(demonstration, "demo-sign-ins.txt");
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(readFileSync(file, "utf8")).toContain(firstSignIns[0]?.password);
});

test("the next start finds everything as it was, and prints the same sign-ins", async () => {
  const served = await start(demonstration, "--demo");
  await served.close();
  expect(served.signIns).toEqual(firstSignIns);
  expect(served.firstLink).toBeUndefined();
  expect(said.filter((line) => line.startsWith("Making"))).toHaveLength(1);
});

test("invented and real people never meet in one folder", async () => {
  await expect(start(demonstration)).rejects.toThrow(/holds a demonstration. Start with --demo/);
  const real = await start(study);
  const accepted = await fetch(`${real.origin}/api/invitations/accept`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      token: real.firstLink?.split("#")[1],
      email: "first@tiltas.example",
      password: "four words that differ",
    }),
  });
  expect(accepted.status).toBe(200);
  await real.close();
  await expect(start(study, "--demo")).rejects.toThrow(/holds a real study/);
});
