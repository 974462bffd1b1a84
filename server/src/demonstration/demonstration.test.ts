import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { publishedDigests } from "@tiltas/store/folders";
import { openReader } from "@tiltas/store/open";
import type { StoredResponse, WaveRecord } from "@tiltas/store/port";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Served, serve } from "../serve.ts";
import { readSettings } from "../settings/settings.ts";

const folders = ["demonstration", "study"].map((name) => mkdtempSync(join(tmpdir(), `tiltas-${name}-`)));
const [demonstration = "", study = ""] = folders;
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const instrumentsFolder = fileURLToPath(new URL("../../../instruments", import.meta.url));
const said: string[] = [];
const start = (folder: string, ...words: string[]): Promise<Served> =>
  serve({
    settings: readSettings(["--port", "0", "--data", folder, ...words], {}),
    instrumentsFolder,
    built: undefined,
    clock: () => new Date(),
    logLevel: "silent",
    say: (line) => void said.push(line),
  });

const responses = new Map<string, StoredResponse[]>();
const waves = new Map<string, WaveRecord>();
let firstSignIns: Served["signIns"] = [];
beforeAll(async () => {
  const served = await start(demonstration, "--demo");
  firstSignIns = served.signIns;
  await served.close();
  const reader = await openReader({ folder: demonstration });
  for (const wave of await reader.listWaves()) {
    waves.set(wave.id, wave);
    responses.set(wave.id, []);
    for await (const response of reader.responsesOfWave(wave.id)) responses.get(wave.id)?.push(response);
  }
  await reader.close();
}, 240_000);

test("two waves of a register sample, an open link and feedback of clients are made, and said while they are", () => {
  const sizes = [...responses].map(([id, list]) => [id, list.length]);
  expect(Object.fromEntries(sizes)).toEqual({
    "demo-1": 2_400,
    demo: 2_400,
    "demo-open": 400,
    "demo-feedback": 400,
  });
  expect(said).toContain("Making 2400 synthetic respondents of the wave demo …");
  expect(said).toContain("  1000 have answered");
});

test("all come in through the same intake, and the instruments object to none", () => {
  const objected = [...responses.values()].flat().filter(({ findings }) => findings !== "[]");
  expect(objected).toEqual([]);
});

test("the first wave rests on 1.0.0 and is closed, the second on the newest version and is open", () => {
  const [first, second] = [waves.get("demo-1"), waves.get("demo")];
  expect([first?.closes, second?.closes]).toEqual(["2026-04-30", "2036-08-31"]);
  expect(first?.instrument).toBe(publishedDigests(instrumentsFolder).get("tcn-integration@1.0.0"));
});

test("every wave is a pilot and says how its people were found; only an open link has recruitment channels", () => {
  expect(Object.fromEntries([...waves].map(([id, { stage, sample }]) => [id, [stage, sample]]))).toEqual({
    "demo-1": ["pilot", "register"],
    demo: ["pilot", "register"],
    "demo-open": ["pilot", "open"],
    "demo-feedback": ["pilot", "clients"],
  });
  const channels = (wave: string) => new Set(responses.get(wave)?.map(({ channel }) => channel));
  expect(channels("demo")).toEqual(new Set([null]));
  expect(channels("demo-open").size).toBeGreaterThan(2);
});

test("a register sample reaches all municipalities, the partners with at least sixty respondents", () => {
  const declared = countsBy((answers) =>
    String(
      answers.dsg_municipality_declared === "same"
        ? answers.dsg_municipality
        : answers.dsg_municipality_declared,
    ),
  );
  expect(declared.size).toBeGreaterThanOrEqual(60);
  const partners = new Set(responses.get("demo-feedback")?.map(({ municipality }) => municipality));
  expect([...partners].filter((code) => (declared.get(code) ?? 0) < 60)).toEqual([]);
  expect([...declared.values()].filter((count) => count < 20).length).toBeGreaterThan(3);
});

test("asylum applicants are there in a number that may be shown, and nobody who is not eligible", () => {
  expect(
    countsBy(({ dsg_residence_ground }) => dsg_residence_ground).get("asylum-applicant"),
  ).toBeGreaterThan(19);
  expect(countsBy(({ dsg_citizenship }) => dsg_citizenship).has("eu-efta")).toBe(false);
  expect(countsBy(({ dsg_age }) => dsg_age).has("under-18")).toBe(false);
});

test("clients come from the sixteen partner municipalities", () => {
  expect(new Set(responses.get("demo-feedback")?.map(({ municipality }) => municipality)).size).toBe(16);
});

test("their times come from the seed and rise with the server's order, so every demonstration has the same workbook", () => {
  const times = responses.get("demo")?.map(({ receivedAt }) => receivedAt.getTime()) ?? [];
  const hours = times.map((time) => Math.floor(time / 3_600_000));
  expect(hours).toEqual([...hours].sort((a, b) => a - b));
  expect(new Date(Math.min(...times)).toISOString().slice(0, 7)).toBe("2026-09");
  expect(new Date(Math.max(...times)).toISOString().slice(0, 7)).toBe("2026-09");
});

/** Respondents of the open wave by an answer. */
function countsBy(answerOf: (answers: Record<string, unknown>) => unknown): Map<unknown, number> {
  const counts = new Map<unknown, number>();
  for (const { answers } of responses.get("demo") ?? []) {
    const answer = answerOf(JSON.parse(answers));
    counts.set(answer, (counts.get(answer) ?? 0) + 1);
  }
  return counts;
}

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
  expect(said.filter((line) => line.startsWith("Making"))).toHaveLength(4);
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
