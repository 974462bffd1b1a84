import { execFileSync } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bareCode } from "@tiltas/contract/codes";
import { canonicalJson, sha256 } from "@tiltas/instrument/digest";
import { releaseFolder } from "@tiltas/store/folders";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { inventWaves, writePlan } from "../packages/cli/src/commands/example-waves.ts";
import { createReceipts } from "../server/src/responses/receipt.ts";
import { type TestServer, testServer } from "../server/support/test-server.ts";
import { root } from "./structure/source-files.ts";

const respondents = process.env.TILTAS_FULL === "1" ? 2_400 : 150;
const place = mkdtempSync(join(tmpdir(), "tiltas-again-"));
const at = (name: string) => join(place, name);
const receipts = createReceipts(new Uint8Array(32));
const receiptOf = (responseId: string) => receipts.lookup(receipts.codeOf(responseId));

let server: TestServer;
let cookie: string;
afterAll(async () => {
  await server.close();
  rmSync(place, { recursive: true });
});

/** Whose answers are looked for: words that nobody else says, a number that nobody else has. */
const person = randomUUID();
const words = "canary-Žemaitukas-4417";
const number = 27.03125;

beforeAll(async () => {
  server = await testServer({ compute: "threads" });
  await inventWaves(server.store, respondents, (_wave, _person, responseId) => receiptOf(responseId));
  await planted();
  await ordinaryPlan("autumn", "spring");
  await ordinaryPlan("spring", null);
  cookie = await server.signedIn("analyst");
  await released("spring");
  await released("autumn");
}, 300_000);

async function planted(): Promise<void> {
  for await (const { sequence: _sequence, ...response } of server.store.responsesOfWave("autumn")) {
    const before = JSON.parse(response.answers);
    if (before.hou_persons === undefined) continue;
    const answers = canonicalJson({ ...before, deb_unclear: words, hou_persons: number });
    const own = { responseId: person, answers, hash: sha256(answers), receipt: receiptOf(person) };
    await server.store.receive({ ...response, ...own });
    return;
  }
}

/** The standard one, but for strata without which nothing is said of the country: few invented people live there. */
async function ordinaryPlan(wave: string, previousWave: string | null, why = "trial"): Promise<void> {
  const folder = at(`plan-${wave}-${why}`);
  writePlan(folder);
  const weighting = readFileSync(join(folder, "weighting.json"), "utf8");
  const by = { by: "person-1", at: new Date(server.clock.now), why };
  await server.store.planAnalysis({ ...by, wave, previousWave, lattice: null, weighting, policies: null });
}

async function computed(wave: string) {
  const { body } = await server.send("POST", `/api/staff/waves/${wave}/candidates`, { cookie });
  return vi.waitFor(
    async () => {
      const candidate = (await server.send("GET", `/api/staff/candidates/${body.id}`, { cookie })).body;
      expect(candidate.state).not.toBe("running");
      return candidate;
    },
    { timeout: 120_000, interval: 200 },
  );
}

async function released(wave: string): Promise<void> {
  const candidate = await computed(wave);
  expect(candidate).toMatchObject({ state: "ready", failure: null });
  const body = { notes: { lt: "Pirmas.", en: "First." }, corrects: null };
  const signed = await server.send("POST", `/api/staff/candidates/${candidate.id}/signatures`, {
    cookie,
    body,
  });
  expect(signed.body).toMatchObject({ state: "released", release: 1 });
}

/** `npx tiltas …` in another time zone and locale. */
function tiltas(...line: string[]): { code: number; said: string } {
  const env = { ...process.env, TZ: "Pacific/Kiritimati", LC_ALL: "lt_LT.UTF-8" };
  try {
    const command = [join(root, "packages/cli/tiltas.mjs"), ...line];
    return {
      code: 0,
      said: execFileSync(process.execPath, command, { env, encoding: "utf8", stdio: "pipe" }),
    };
  } catch (error) {
    const { status, stderr } = error as { status: number; stderr: string };
    return { code: status, said: stderr };
  }
}

const exportOf = (out: string) =>
  tiltas("export", "--data", server.folder, "--wave", "autumn", "--release", "1", "--out", at(out));

/** Every file of a folder with the SHA-256 of its bytes. */
function bytesIn(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).toSorted();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length), digestOf(readFileSync(path))]));
}

const digestOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

describe("a release that a server froze is made again by commands alone", () => {
  test("with the same digests and bytes in another time zone, with one thread and with two, whatever was replaced since", async () => {
    const downloaded = await server.app.inject({
      url: "/api/staff/waves/autumn/releases/1/workbook?language=lt",
      headers: { cookie },
    });
    await replaceEverything();
    expect(exportOf("export")).toMatchObject({ code: 0 });
    const { said } = tiltas("chain", at("export"), "--out", at("results"), "--threads", "2");
    expect(said).toMatch(/Release 1 comes out again/);
    const [beside, alone] = [at("export/release/beside"), at("alone")];
    expect(tiltas("report", at("results"), "--earlier", beside, "--out", alone, "--threads", "1").code).toBe(
      0,
    );
    const [withTwo, withOne] = [bytesIn(at("results")), bytesIn(alone)];
    expect(Object.keys(withOne).length).toBeGreaterThan(60);
    expect(withTwo).toMatchObject(withOne);
    const frozen = releaseFolder(server.folder, "autumn", 1);
    const again = (name: string) => readFileSync(at(`results/${name}`));
    for (const [name, own] of [
      ["release/manifest.json", "manifest.json"],
      ["release/ministry.json", "release-ministry.json"],
      ["release/public.json", "release-public.json"],
    ] as const)
      expect(digestOf(again(name))).toBe(digestOf(readFileSync(join(frozen, own))));
    expect(digestOf(again("workbook-ministry-lt.xlsx"))).toBe(digestOf(downloaded.rawPayload));
  }, 300_000);

  test("control: as the wave stands now, the margins and the plan are not those of the release", async () => {
    expect(tiltas("export", "--data", server.folder, "--wave", "autumn", "--out", at("today")).code).toBe(0);
    const manifest = join(releaseFolder(server.folder, "autumn", 1), "manifest.json");
    const { code, said } = tiltas("chain", at("today"), "--out", at("no"), "--release", manifest);
    expect({ code, said }).toMatchObject({ code: 2, said: expect.stringMatching(/gone/) });
  }, 60_000);

  test("an export holds no identity of a response", () => {
    const lines = readFileSync(at("export/wave/responses.jsonl"), "utf8");
    expect(lines).toContain(words);
    expect(lines).not.toContain(person);
  });
});

/** Other margins, another plan, a decision, a revision and somebody new: nothing of it was in the release. */
async function replaceEverything(): Promise<void> {
  const wave = await server.store.findWave("autumn");
  const csv = (wave?.margins?.csv ?? "")
    .split("\n")
    .filter((line) => !line.startsWith("residence-ground"))
    .join("\n");
  const by = { by: "person-1", at: new Date(server.clock.now) };
  await server.store.uploadMargins({ ...by, wave: "autumn", name: "new.csv", csv, digest: sha256(csv) });
  await ordinaryPlan("autumn", null, "without the wave before");
  const [first, second] = await firstTwo();
  if (!first || !second) throw new Error("Nobody has answered.");
  const { sequence: _sequence, ...response } = first;
  const more = { revision: 2, parent: 1, hash: sha256("anew"), receipt: receiptOf(first.responseId) };
  await server.store.receive({ ...response, ...more });
  const decision = { responseId: second.responseId, revision: 1, state: "rejected", reason: "copy" } as const;
  await server.store.review({ ...by, ...decision });
}

async function firstTwo() {
  const found = [];
  for await (const response of server.store.responsesOfWave("autumn")) {
    found.push(response);
    if (found.length === 2) break;
  }
  return found;
}

describe("whoever withdraws is gone", () => {
  /** Files of the data folder that hold any of these bytes. */
  const filesWith = (...wanted: Buffer[]) => {
    const files = readdirSync(server.folder, { recursive: true, withFileTypes: true });
    return files
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => wanted.some((bytes) => readFileSync(path).includes(bytes)))
      .map((path) => path.slice(server.folder.length + 1).replace(/[0-9a-f]{64}/, "VERSION"))
      .toSorted();
  };
  const asText = (text: string) => Buffer.from(text, "utf8");
  const asNumber = Buffer.from(new Float64Array([number]).buffer);
  /** How the cells of a person are found again. */
  const key = createHash("sha256").update(person).digest().subarray(0, 16);
  const answers = () => filesWith(asText(words), asNumber, key, asText(String(number)));
  const names = () => filesWith(asText(person));
  let microdata: string;

  beforeAll(async () => {
    const batch = { responseId: person, wave: "autumn", batch: 1, events: [{ at: 0, kind: "back" }] };
    const instrument = (await server.store.findWave("autumn"))?.instrument ?? "";
    const kept = await server.send("POST", "/api/paradata", { body: { ...batch, instrument } });
    expect(kept.status).toBe(204);
    const order = { holder: "Example institute", purpose: "trial", expires: "2027-03-01" };
    const { body } = await server.send("POST", "/api/staff/waves/autumn/microdata", { cookie, body: order });
    microdata = `microdata/${body.id}.zip`;
    await vi.waitFor(
      async () =>
        expect((await server.send("GET", `/api/staff/microdata/${body.id}`, { cookie })).body.state).toBe(
          "ready",
        ),
      { timeout: 60_000 },
    );
    expect(await computed("autumn")).toMatchObject({ state: "ready" });
  }, 180_000);

  test("from database, free pages, log, columns, paradata, waiting figures and microdata; the ledgers keep the name alone", async () => {
    const hadAnswers = answers();
    expect(hadAnswers).toEqual(
      expect.arrayContaining(["datasets/autumn/VERSION/keys.bin", "datasets/autumn/VERSION/responses.bin"]),
    );
    expect(hadAnswers.some((file) => file.startsWith("data.sqlite"))).toBe(true);
    expect(names().some((file) => file.startsWith("paradata.sqlite"))).toBe(true);
    expect(readdirSync(join(server.folder, "candidates"))).toHaveLength(1);
    expect(readdirSync(join(server.folder, "microdata"))).toHaveLength(1);
    const code = bareCode(receipts.codeOf(person));
    expect((await server.send("POST", "/api/withdrawals", { body: { code } })).status).toBe(200);
    expect(answers()).toEqual([]);
    const mayName = /^(data\.sqlite(-wal)?|receipts\.ledger|withdrawals\.ledger)$/;
    expect(names().filter((file) => !mayName.test(file))).toEqual([]);
    expect(readdirSync(join(server.folder, "candidates"))).toEqual([]);
    expect(readdirSync(join(server.folder, "microdata"))).not.toContain(microdata);
    expect(readdirSync(join(server.folder, "microdata"))).toEqual([]);
  });

  test("the rebuild then refuses and says how many are gone; what was published stays", async () => {
    expect(exportOf("after")).toMatchObject({ code: 0 });
    const { code, said } = tiltas("chain", at("after"), "--out", at("nowhere"));
    expect(code).toBe(2);
    expect(said).toContain(`1 of ${respondents + 1} responses of the wave autumn is gone`);
    expect(() => readdirSync(at("nowhere"))).toThrow();
    const [release] = (await server.send("GET", "/api/staff/waves/autumn/releases", { cookie })).body;
    expect(release).toMatchObject({ number: 1, withdrawnSince: 1 });
    expect(readdirSync(releaseFolder(server.folder, "autumn", 1))).toContain("release-ministry.json");
  }, 60_000);
});
