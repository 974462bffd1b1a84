import { existsSync } from "node:fs";
import { appendFile, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { bareCode } from "@tiltas/contract/codes";
import { sha256 } from "@tiltas/instrument/digest";
import { verifyData } from "@tiltas/store/care";
import type { ReleaseRecord } from "@tiltas/store/port";
import { afterEach, expect, test, vi } from "vitest";
import { exampleFigures, heldFigures, madeFigures } from "../../support/made-figures.ts";
import { type TestServer, testServer } from "../../support/test-server.ts";
import { anUpload } from "../../support/upload.ts";
import { candidateFolder, manifestFileIn, releaseFolder } from "../computing/release-folder.ts";
import type { Compute } from "../computing/task.ts";

let server: TestServer;
afterEach(() => server.close());

const notes = { lt: "Pirmas.", en: "First." };
const candidatesOf = "/api/staff/waves/autumn/candidates";
const releasesOf = "/api/staff/waves/autumn/releases";

/** A candidate once it is no longer being computed. */
async function computed(cookie: string) {
  const { body } = await server.send("POST", candidatesOf, { cookie });
  return ended(body.id, cookie);
}

const ended = (id: string, cookie: string) =>
  vi.waitFor(
    async () => {
      const { body } = await server.send("GET", `/api/staff/candidates/${id}`, { cookie });
      expect(body.state).not.toBe("running");
      return body;
    },
    { timeout: 10_000 },
  );

const sign = (id: string, cookie: string, more: object = {}) =>
  server.send("POST", `/api/staff/candidates/${id}/signatures`, {
    cookie,
    body: { notes, corrects: null, ...more },
  });

/** Somebody answers; returns how they withdraw. */
async function somebodyAnswers() {
  const { body } = await server.send("POST", "/api/responses", { body: anUpload() });
  return () => server.send("POST", "/api/withdrawals", { body: { code: bareCode(body.code) } });
}

test("figures are computed elsewhere, watched to their end, signed and frozen under a number", async () => {
  const { held, compute } = heldFigures();
  server = await testServer({ compute });
  const cookie = await server.signedIn("analyst");
  const asked = await server.send("POST", candidatesOf, { cookie });
  expect([asked.status, asked.body.state, asked.body.step]).toEqual([202, "running", "waiting"]);
  expect((await server.send("POST", candidatesOf, { cookie })).body.id).toBe(asked.body.id);
  await vi.waitFor(() => expect(held).toHaveLength(1));
  held[0]?.run.onProgress?.({ step: "protecting", progress: 0.85 });
  const url = `/api/staff/candidates/${asked.body.id}`;
  expect((await server.send("GET", url, { cookie })).body).toMatchObject({
    step: "protecting",
    progress: 0.85,
  });
  expect((await server.send("GET", `${url}/preview`, { cookie })).body.type).toBe(
    "/problems/candidate-not-ready",
  );
  expect((await sign(asked.body.id, cookie)).body.type).toBe("/problems/candidate-not-ready");
  await held[0]?.finish();
  expect(await ended(asked.body.id, cookie)).toMatchObject({
    state: "ready",
    progress: 1,
    respondents: 1_204,
  });
  const { body: released } = await sign(asked.body.id, cookie);
  expect(released).toMatchObject({ state: "released", release: 1, notes, corrects: null });
  const [release] = (await server.send("GET", releasesOf, { cookie })).body;
  expect(release).toMatchObject({
    number: 1,
    policy: "ministry",
    notes,
    correctedBy: null,
    withdrawnSince: 0,
  });
  expect((await server.send("GET", "/api/staff/releases", { cookie })).body).toEqual([release]);
  expect(existsSync(candidateFolder(server.folder, asked.body.id))).toBe(false);
});

test("the preview says how much is hidden and why, and no value of anything", async () => {
  server = await testServer({ compute: madeFigures() });
  const cookie = await server.signedIn("researcher");
  const { id } = await computed(cookie);
  const { status, body } = await server.send("GET", `/api/staff/candidates/${id}/preview`, { cookie });
  expect(status).toBe(200);
  expect(body.policies.map(({ policy }: { policy: string }) => policy)).toEqual(["ministry", "public"]);
  const [{ all, byCrossing }] = body.policies;
  expect(all.published + all.protected).toBeGreaterThan(0);
  const sum = byCrossing.reduce((cells: number, { counts }: typeof body) => cells + counts.protected, 0);
  expect(sum).toBe(all.protected);
  expect(JSON.stringify(body)).not.toMatch(/"(value|low|high|standardError)"/);
});

test("where the study asks for two people, one signature releases nothing, and the second is for the same notes", async () => {
  server = await testServer({ compute: madeFigures() });
  const study = { id: "integration", title: { lt: "I", en: "I" }, synthetic: false, signatures: 2 } as const;
  await server.store.saveStudy(study);
  const [first, second] = [await server.signedIn("analyst"), await server.signedIn("researcher")];
  const { id, signaturesNeeded } = await computed(first);
  expect(signaturesNeeded).toBe(2);
  expect((await sign(id, first)).body).toMatchObject({ state: "ready", release: null });
  expect((await sign(id, first)).body.type).toBe("/problems/same-signature");
  const other = { notes: { ...notes, en: "Another." } };
  expect((await sign(id, second, other)).body.type).toBe("/problems/notes-differ");
  const { body } = await sign(id, second);
  expect([body.state, body.release, body.signatures.length]).toEqual(["released", 1, 2]);
});

test("a correction is a new release that names the one it corrects; nothing of the first is changed", async () => {
  let after = false;
  const corrected: typeof exampleFigures = (wave) => {
    const releases = exampleFigures(wave);
    if (!after) return releases;
    return new Map([...releases].map(([policy, release]) => [policy, { ...release, notes: [notes] }]));
  };
  server = await testServer({ compute: madeFigures(corrected) });
  const cookie = await server.signedIn("analyst");
  const { id: first } = await computed(cookie);
  expect((await sign(first, cookie, { corrects: 1 })).body.type).toBe("/problems/candidate-outdated");
  await sign(first, cookie);
  const frozen = await readFile(`${releaseFolder(server.folder, "autumn", 1)}/release-public.json`, "utf8");
  after = true;
  const { id: second } = await computed(cookie);
  expect((await sign(second, cookie)).body.type).toBe("/problems/candidate-outdated");
  expect((await sign(second, cookie, { corrects: 1 })).body).toMatchObject({ release: 2, corrects: 1 });
  const releases = (await server.send("GET", releasesOf, { cookie })).body;
  expect(
    releases.map(({ number, corrects, correctedBy }: typeof releases) => [number, corrects, correctedBy]),
  ).toEqual([
    [2, 1, null],
    [1, null, 2],
  ]);
  expect(releases[0].changed.length).toBeGreaterThan(0);
  expect(await readFile(`${releaseFolder(server.folder, "autumn", 1)}/release-public.json`, "utf8")).toBe(
    frozen,
  );
});

test("whoever withdraws is never released: waiting figures go with their files, frozen ones count them", async () => {
  server = await testServer({ compute: madeFigures() });
  const cookie = await server.signedIn("analyst");
  const [withdraw, withdrawLater] = [await somebodyAnswers(), await somebodyAnswers()];
  await sign((await computed(cookie)).id, cookie);
  const waiting = await computed(cookie);
  expect((await withdraw()).status).toBe(200);
  expect((await ended(waiting.id, cookie)).state).toBe("outdated");
  expect((await sign(waiting.id, cookie, { corrects: 1 })).body.type).toBe("/problems/candidate-outdated");
  expect(existsSync(candidateFolder(server.folder, waiting.id))).toBe(false);
  const anew = await computed(cookie);
  const { detail } = (await sign(anew.id, cookie, { corrects: 1 })).body;
  expect(detail).toMatch(/^Fewer than 10 records have changed/);
  await withdrawLater();
  expect((await server.send("GET", releasesOf, { cookie })).body[0].withdrawnSince).toBe(2);
});

test("who came after the figures were computed does not hide that one person made the difference", async () => {
  server = await testServer({ compute: madeFigures() });
  const cookie = await server.signedIn("analyst");
  await somebodyAnswers();
  await sign((await computed(cookie)).id, cookie);
  await somebodyAnswers();
  const { id } = await computed(cookie);
  for (let more = 0; more < 12; more++) await somebodyAnswers();
  expect((await sign(id, cookie, { corrects: 1 })).body.detail).toMatch(/^Fewer than 10 records/);
  const enough = await computed(cookie);
  expect((await sign(enough.id, cookie, { corrects: 1 })).body).toMatchObject({ release: 2 });
});

test("figures that were computed before another release are not laid beside it unseen", async () => {
  server = await testServer({ compute: madeFigures() });
  const cookie = await server.signedIn("analyst");
  const [first, second] = [await computed(cookie), await computed(cookie)];
  await sign(first.id, cookie);
  expect((await sign(second.id, cookie, { corrects: 1 })).body.type).toBe("/problems/candidate-outdated");
});

test("who presses twice signs once: the register has the digest of the manifest that lies there", async () => {
  const slowly: Compute = async (task, run) => {
    if (task.kind === "finish-release") server.clock.now += 1_000;
    return madeFigures()(task, run);
  };
  server = await testServer({ compute: slowly });
  const cookie = await server.signedIn("analyst");
  const { id } = await computed(cookie);
  const both = await Promise.all([sign(id, cookie), sign(id, cookie)]);
  expect(both.map(({ body }) => [body.state, body.release])).toEqual(Array(2).fill(["released", 1]));
  const manifest = await readFile(manifestFileIn(releaseFolder(server.folder, "autumn", 1)), "utf8");
  const [{ digests, releasedAt }] = (await server.store.listReleases("autumn")) as [ReleaseRecord];
  expect(digests.manifest).toBe(sha256(manifest));
  expect(JSON.parse(manifest).releasedAt).toBe(releasedAt.toISOString());
});

test("a check of the data folder names a release of which anything was touched, or that is gone", async () => {
  server = await testServer({ compute: madeFigures() });
  const cookie = await server.signedIn("analyst");
  await sign((await computed(cookie)).id, cookie);
  const folder = releaseFolder(server.folder, "autumn", 1);
  const found = async () => {
    const sentences: string[] = [];
    await verifyData({ folder: server.folder }, (finding) => {
      if ("sentence" in finding) sentences.push(finding.sentence);
    });
    return sentences;
  };
  expect(await found()).toEqual([]);
  const touched = {
    manifest: "manifest.json",
    "release/public": "release-public.json",
    "explore/ministry": "explore/ministry/cells-0.json",
    "made-from": "made-from/plan/weighting.json",
  };
  for (const [name, file] of Object.entries(touched)) {
    const before = await readFile(join(folder, file));
    await appendFile(join(folder, file), " ");
    expect(await found()).toEqual([expect.stringContaining(`not as it was signed: ${name} changed`)]);
    await writeFile(join(folder, file), before);
  }
  await rm(folder, { recursive: true });
  expect(await found()).toEqual([
    expect.stringMatching(/^Release 1 of the wave autumn is not in this folder/),
  ]);
});

test("a computation is stopped by its cancellation and by a withdrawal, and leaves no files", async () => {
  const { held, compute } = heldFigures();
  server = await testServer({ compute });
  const cookie = await server.signedIn("analyst");
  const withdraw = await somebodyAnswers();
  const begin = async (so: number) => {
    const { body } = await server.send("POST", candidatesOf, { cookie });
    await vi.waitFor(() => expect(held).toHaveLength(so));
    return body.id as string;
  };
  const cancelled = await begin(1);
  const { body } = await server.send("DELETE", `/api/staff/candidates/${cancelled}`, { cookie });
  expect([body.state, held[0]?.run.signal?.aborted]).toEqual(["cancelled", true]);
  const outdated = await begin(2);
  await withdraw();
  expect([(await ended(outdated, cookie)).state, held[1]?.run.signal?.aborted]).toEqual(["outdated", true]);
  const crashed = await begin(3);
  held[2]?.crash();
  expect(await ended(crashed, cookie)).toMatchObject({
    state: "failed",
    failure: expect.stringMatching(/ended unexpectedly/),
  });
});

test("what was being computed when the server stopped has failed after the restart; what is ready still waits", async () => {
  const { held, compute } = heldFigures();
  server = await testServer({ compute });
  const cookie = await server.signedIn("analyst");
  const { body: first } = await server.send("POST", candidatesOf, { cookie });
  await vi.waitFor(() => expect(held).toHaveLength(1));
  await held[0]?.finish();
  await ended(first.id, cookie);
  const { body: second } = await server.send("POST", candidatesOf, { cookie });
  server.rooms.candidates.abandon();
  await mkdir(candidateFolder(server.folder, "of-nobody"), { recursive: true });
  await server.rooms.candidates.recover();
  expect(await readdir(join(server.folder, "candidates"))).toEqual([first.id]);
  expect(await ended(second.id, cookie)).toMatchObject({
    state: "failed",
    failure: expect.stringMatching(/restarted/),
  });
  expect((await sign(first.id, cookie)).body.state).toBe("released");
});

test("a crash between the register and the files is mended at the next start", async () => {
  server = await testServer({ compute: madeFigures() });
  const cookie = await server.signedIn("analyst");
  const { id } = await computed(cookie);
  await sign(id, cookie);
  const [left, released] = [candidateFolder(server.folder, id), releaseFolder(server.folder, "autumn", 1)];
  await mkdir(dirname(left), { recursive: true });
  await rename(released, left);
  const frame = () => server.send("GET", `${releasesOf}/1/explore`, { cookie });
  expect((await frame()).status).toBe(404);
  await server.rooms.candidates.recover();
  expect((await frame()).status).toBe(200);
});

test("outputs are made once from the frozen release, by the policy of whoever asks", async () => {
  server = await testServer({ compute: madeFigures() });
  const [analyst, coordinator] = [
    await server.signedIn("analyst"),
    await server.signedIn("coordinator", "13"),
  ];
  await sign((await computed(analyst)).id, analyst);
  const download = async (path: string, cookie: string) =>
    server.send("GET", `${releasesOf}/1/${path}`, { cookie });
  const workbook = await download("workbook?language=lt", analyst);
  expect([
    workbook.status,
    workbook.headers["content-type"],
    workbook.headers["content-disposition"],
  ]).toEqual([
    200,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    'attachment; filename="tiltas-autumn-1-ministry-workbook-lt.xlsx"',
  ]);
  expect((await download("workbook?language=lt", analyst)).body).toBe(workbook.body);
  expect((await download("workbook?language=lt", coordinator)).headers["content-disposition"]).toMatch(
    /-public-/,
  );
  expect((await download("open-data", analyst)).headers["content-disposition"]).toMatch(
    /-public-open-data\.zip/,
  );
  const [municipality] = (await server.send("GET", releasesOf, { cookie: analyst })).body[0].sheets;
  expect((await download(`sheets/${municipality}?language=en`, coordinator)).body).toMatch(
    /^<!doctype html>/i,
  );
  expect((await download("sheets/99?language=en", analyst)).status).toBe(404);
  expect((await download("manifest", analyst)).body).toMatchObject({
    format: "tiltas-manifest/1",
    number: 1,
  });
  expect((await download("manifest", coordinator)).status).toBe(403);
  expect((await download("workbook?language=ru", analyst)).status).toBe(400);
});
