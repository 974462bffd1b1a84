import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { contentHash } from "@tiltas/instrument/digest";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { verifyData } from "../care/index.ts";
import {
  openAccessStore,
  openParadataStore,
  openReader,
  openStore,
  openTransactions,
} from "../open/index.ts";
import { countResponses } from "../operations/index.ts";
import { rowsOf } from "../operations/operation.ts";
import { receive } from "../operations/receive.ts";
import { saveStudy, saveWave } from "../operations/studies.ts";
import type { RetentionTerms } from "../port/index.ts";
import { aWave, collect, idOf, openWave } from "../suite/builders.ts";
import { hashedResponse } from "../suite/hashed.ts";
import { clockObjection, listDue, noteClock, removeDue, retentionClasses } from "./index.ts";

const made = mkdtempSync(join(tmpdir(), "tiltas-retention-"));
let folder = "";
beforeAll(() => makeFieldwork());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tiltas-retention-"));
  cpSync(made, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));
afterAll(() => rmSync(made, { recursive: true }));

/** Noon in Lithuania, some days after the waves' last day, 31 May 2026. */
const after = (days: number) => new Date(Date.UTC(2026, 4, 31 + days, 9));
const rightClock = { clockIsRight: true };

/** The study's own terms; without them it has the standard ones. */
async function fieldwork(terms: RetentionTerms | null = null): Promise<void> {
  const { transact, close } = openTransactions({ folder });
  const study = { id: "integration", title: { en: "Integration" }, synthetic: false, terms };
  await transact((context) => saveStudy(context, study));
  await close();
}

/** Two waves of a real study and one of a demonstration, with something of each class. */
async function makeFieldwork(): Promise<void> {
  const store = await openStore({ folder: made });
  await openWave(store);
  await store.saveStudy({ id: "integration", title: { en: "Integration" }, synthetic: false });
  await store.saveStudy({ id: "shown", title: { en: "Demonstration" }, synthetic: true });
  await store.saveWave(aWave({ id: "autumn", closes: "2026-11-30" }));
  await store.saveWave(aWave({ id: "demo", study: "shown" }));
  for (let person = 1; person <= 6; person++) {
    const wave = person <= 3 ? "spring" : person <= 5 ? "autumn" : "demo";
    await store.receive(hashedResponse(person, { wave }));
  }
  for (const [person, wave, day] of [
    [21, "spring", 10],
    [22, "spring", 70],
    [23, "nowhere", 5],
    [24, "demo", 5],
  ] as const) {
    const content = {
      instrument: "i",
      parent: null,
      consent: {},
      answers: { words: `kept apart ${person}` },
    };
    const envelope = JSON.stringify({ ...content, wave });
    const hash = contentHash(content);
    const at = after(day - 31);
    await store.quarantine({
      responseId: idOf(person),
      hash,
      reason: "wave-closed",
      envelope,
      receivedAt: at,
    });
  }
  await store.close();
  await (await openAccessStore({ folder: made })).close();
  await keepOldReports([
    ["r1", 1],
    ["r2", 200],
  ]);
  mkdirSync(join(made, "reports"), { recursive: true });
  for (const name of ["r1.xlsx", "r2.xlsx"]) writeFileSync(join(made, "reports", name), "workbook");
  const paradata = await openParadataStore({ folder: made });
  for (const [person, wave] of [
    [1, "spring"],
    [4, "autumn"],
  ] as const)
    await paradata.keep({
      responseId: idOf(person),
      batch: 1,
      wave,
      instrument: "i",
      receivedOn: "2026-03-02",
      events: `["event of ${person}"]`,
    });
  await paradata.close();
}

/** Reports of the wave "spring" as versions before releases kept them, by id and the day they were asked for. */
async function keepOldReports(asked: readonly (readonly [string, number])[]): Promise<void> {
  const { transact, close } = openTransactions({ folder: made });
  const same = { wave: "spring", language: "lt", state: "finished", requestedBy: "p" } as const;
  await transact(function* ({ db, tables }) {
    for (const [id, day] of asked)
      yield* rowsOf(
        db.insert(tables.reports).values({ ...same, id, requestedAt: after(day), respondents: 3 }),
      );
  });
  await close();
}

async function idsOf(wave: string): Promise<readonly string[]> {
  const reader = await openReader({ folder });
  const kept = await collect(reader.responsesOfWave(wave));
  await reader.close();
  return kept.map(({ responseId }) => responseId);
}

const list = async (days: number) =>
  (await listDue({ folder }, { now: after(days) })).due.map(
    ({ class: id, wave, count }) => `${id} ${wave} ${count}`,
  );

test("nothing is due on the last day of its term, and everything on the day after", async () => {
  await fieldwork();
  expect(await list(0)).toEqual([]);
  expect(await list(90)).toEqual(["quarantine null 1"]);
  expect(await list(91)).toEqual(["quarantine spring 1", "quarantine null 1"]);
  expect(await list(180)).not.toContain("paradata spring 1");
  expect(await list(181)).toContain("paradata spring 1");
  expect(await list(1_095)).not.toContain("answers spring 3");
  expect(await list(1_096)).toContain("answers spring 3");
  expect(await list(1_096)).not.toContain("answers autumn 2");
});

test("a study's own term goes before the standard one", async () => {
  await fieldwork({ answers: 10 });
  expect(await list(10)).toEqual([]);
  expect(await list(11)).toEqual(["answers spring 3"]);
});

test("the removal takes exactly what the dry run listed, and leaves the rest untouched and verified", async () => {
  await fieldwork({ answers: 100, paradata: 100 });
  const promised = (await listDue({ folder }, { now: after(101) })).due;
  const removed = await removeDue({ folder }, { now: after(101), ...rightClock });
  expect(removed?.certificate.removed.map(({ names: _names, ...due }) => due)).toEqual(promised);
  expect(await idsOf("spring")).toEqual([]);
  expect(await idsOf("autumn")).toEqual([idOf(4), idOf(5)]);
  expect(await idsOf("demo")).toEqual([idOf(6)]);
  const { findings, explained } = await verifyData({ folder }, () => {});
  expect({ findings, explained }).toEqual({ findings: 0, explained: 5 });
  expect(await removeDue({ folder }, { now: after(101) })).toBeUndefined();
});

test("a server that starts after a removal has nothing to warn of, and takes answers as before", async () => {
  await fieldwork({ answers: 0, quarantine: 0 });
  await removeDue({ folder }, { now: after(200), ...rightClock });
  const store = await openStore({ folder });
  expect(store.warnings).toEqual([]);
  expect((await store.receive(hashedResponse(9, { wave: "autumn" }))).outcome).toBe("stored");
  await store.close();
  expect((await verifyData({ folder }, () => {})).findings).toBe(0);
});

test("a removal that was interrupted is found by the check and finished by the next one, each response named once", async () => {
  await fieldwork({ answers: 100 });
  const begun = [1, 2].map(
    (person) => `{"responseId":"${idOf(person)}","wave":"spring","removedOn":"2026-09-09"}\n`,
  );
  writeFileSync(join(folder, "removals.ledger"), begun.join(""));
  const returned: unknown[] = [];
  await verifyData({ folder }, (finding) => returned.push(finding.problem));
  expect(returned).toEqual(["returned", "returned"]);
  await removeDue({ folder }, { now: after(101), ...rightClock });
  const lines = readFileSync(join(folder, "removals.ledger"), "utf8").match(/"wave":"spring"/g);
  // Two of them were named before; the third, and an envelope whose term is over as well, are named now.
  expect(lines).toHaveLength(4);
  const { findings, waves } = await verifyData({ folder }, () => {});
  expect(findings).toBe(0);
  expect(waves.find(({ wave }) => wave === "spring")).toEqual({ wave: "spring", kept: 0, gone: 3 });
});

test("of removed answers, envelopes and paradata no byte is left in any file but the ledgers' numbers", async () => {
  await fieldwork({ answers: 100, paradata: 100 });
  await removeDue({ folder }, { now: after(101), ...rightClock });
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  for (const file of files) {
    const bytes = readFileSync(join(file.parentPath, file.name));
    for (const gone of ["Person 2 says", "kept apart 21", "event of 1"])
      expect(bytes.includes(gone), `${gone} in ${file.name}`).toBe(false);
  }
  expect(readFileSync(join(folder, "data.sqlite")).includes("Person 4 says")).toBe(true);
});

test("with the answers goes what was made of them; figures that nobody released, and the register, go by terms of their own", async () => {
  await fieldwork({ answers: 100 });
  const store = await openStore({ folder });
  const at = after(0);
  const asked = { requestedAt: at, requestedBy: "person-1", previousWave: null };
  await store.beginCandidate({ ...asked, id: "waiting", wave: "spring" });
  await store.beginCandidate({ ...asked, id: "other", wave: "autumn" });
  await store.beginCandidate({ ...asked, id: "of the demonstration", wave: "demo" });
  const order = { holder: "H", purpose: "p", by: "person-1", at };
  await store.beginMicrodata({ ...order, id: "file", wave: "spring", expires: "2027-01-01" });
  await store.close();
  for (const path of [
    "datasets/spring/keys.bin",
    "datasets/autumn/keys.bin",
    "candidates/waiting/a.json",
    "microdata/file.zip",
  ]) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), "made of answers");
  }
  expect(await list(30)).not.toContain("candidates null 2");
  expect(await list(31)).toContain("candidates null 2");
  await removeDue({ folder }, { now: after(101), ...rightClock });
  expect(readdirSync(join(folder, "datasets"))).toEqual(["autumn"]);
  for (const emptied of ["candidates", "microdata"]) expect(readdirSync(join(folder, emptied))).toEqual([]);
  const reader = await openReader({ folder });
  expect((await reader.findMicrodata("file"))?.state).toBe("expired");
  expect((await reader.listCandidates("demo")).map(({ id }) => id)).toEqual(["of the demonstration"]);
  expect(await reader.listCandidates("autumn")).toEqual([]);
  await reader.close();
  const days = (day: string) => Math.round((Date.parse(day) - after(0).getTime()) / 86_400_000);
  expect(await list(days("2029-12-31"))).not.toContain("microdata null 1");
  expect(await list(days("2030-01-03"))).toContain("microdata null 1");
});

test("the certificate says what went, how much of it and by which term, and names nobody", async () => {
  await fieldwork({ answers: 100 });
  const removed = await removeDue({ folder }, { now: after(101), ...rightClock });
  const page = readFileSync(removed?.file ?? "", "utf8");
  expect(page).toMatch(/3 × answers, of wave spring, study integration/);
  expect(page).toMatch(/100 days from the wave's last day, the study's own term/);
  expect(page).not.toContain(idOf(1));
  expect(readdirSync(join(folder, "certificates"))).toHaveLength(2);
});

test("old workbooks go with their reports, and files that belong to no report too", async () => {
  await fieldwork();
  writeFileSync(join(folder, "reports", "half.xlsx.new"), "half a workbook");
  await removeDue({ folder }, { now: after(367), ...rightClock });
  expect(readdirSync(join(folder, "reports"))).toEqual(["r2.xlsx"]);
});

test("sign-ins that are over and links that ended go; those that hold stay", async () => {
  await fieldwork();
  const access = await openAccessStore({ folder });
  const invite = (tokenHash: string, days: number) =>
    access.invite({
      tokenHash,
      person: { id: tokenHash, email: `${tokenHash}@tiltas.example` },
      role: "analyst",
      municipality: null,
      expiresAt: after(days),
    });
  await invite("ended", -31);
  await invite("recent", -29);
  for (const [tokenHash, until] of [
    ["over", after(-1)],
    ["running", after(1)],
  ] as const)
    await access.startSession({ tokenHash, person: "ended", idleUntil: until, endsAt: after(2) });
  await access.close();
  await removeDue({ folder }, { now: after(0), ...rightClock });
  const left = await openAccessStore({ folder });
  const everything = { sessions: after(400), invitations: after(400) };
  expect(await left.listEnded(everything)).toEqual({ sessions: ["running"], invitations: ["recent"] });
  await left.close();
});

test("while a server runs nothing is removed, but the list can be read", async () => {
  await fieldwork({ answers: 1 });
  const server = await openStore({ folder });
  expect(await list(2)).toContain("answers spring 3");
  await expect(removeDue({ folder }, { now: after(2), ...rightClock })).rejects.toThrow(/is in use by/);
  await server.close();
});

test("a clock that went back by more than an hour, or jumped, removes nothing", async () => {
  await fieldwork({ answers: 1 });
  const jumped = { now: after(4_000) };
  await expect(removeDue({ folder }, jumped)).rejects.toThrow(/days after anything this folder has seen/);
  expect(await idsOf("spring")).toHaveLength(3);
  noteClock(folder, after(40));
  await removeDue({ folder }, { now: after(40) });
  expect(await idsOf("spring")).toHaveLength(0);
  const hour = 3_600_000;
  const back = (hours: number) => new Date(after(40).getTime() - hours * hour);
  expect(clockObjection(folder, back(0.9), undefined)).toBeUndefined();
  expect(clockObjection(folder, back(1.1), undefined)).toMatch(/has already seen/);
  await expect(removeDue({ folder }, { now: back(400 * 24) })).rejects.toThrow(/has already seen/);
});

test("invented people arrived at invented times: a demonstration has no objection to the clock", async () => {
  const { transact, close } = openTransactions({ folder });
  const study = { id: "integration", title: {}, synthetic: true };
  await transact((context) => saveStudy(context, study));
  await close();
  expect(await listDue({ folder }, { now: after(4_000) })).toMatchObject({ objection: undefined });
});

test("any terms and any day: what is past its term goes, what is not stays (0 early, 0 late)", async () => {
  const term = fc.integer({ min: 0, max: 200 });
  const cases = fc.record({
    answers: term,
    day: fc.integer({ min: -5, max: 210 }),
    closed: fc.integer({ min: 0, max: 60 }),
  });
  await fieldwork();
  await fc.assert(
    fc.asyncProperty(cases, async ({ answers, day, closed }) => {
      const closes = after(closed).toISOString().slice(0, 10);
      const { transact, close } = openTransactions({ folder });
      const study = { id: "integration", title: {}, synthetic: false, terms: { answers } };
      await transact((context) => saveStudy(context, study));
      await transact((context) => saveWave(context, aWave({ closes })));
      const responseId = `${answers}/${day}/${closed}`;
      await transact((context) => receive(context, hashedResponse(1, { responseId })));
      const before = await transact((context) => countResponses(context, "spring"));
      await close();
      const removed = await removeDue({ folder }, { now: after(day), ...rightClock });
      const gone = removed?.certificate.removed.find(
        ({ class: id, wave }) => id === "answers" && wave === "spring",
      );
      expect(gone?.count ?? 0).toBe(day > closed + answers ? before : 0);
    }),
    { numRuns: process.env.TILTAS_FULL ? 500 : 30, seed: 20_261_122 },
  );
});

test("every class says what it holds, about whom, how long and why", () => {
  for (const { id, holds, about, days, reason } of retentionClasses) {
    expect(days, id).toBeGreaterThanOrEqual(0);
    for (const text of [holds, about, reason]) expect(text.length, id).toBeGreaterThan(3);
  }
});
