import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { bareCode } from "@tiltas/contract/codes";
import { registerExport } from "@tiltas/store/ledger";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { madeFigures } from "../../support/made-figures.ts";
import { type TestServer, testServer } from "../../support/test-server.ts";
import { anUpload } from "../../support/upload.ts";
import { autumn } from "../../support/wave.ts";
import { createReceipts } from "../responses/receipt.ts";

let server: TestServer;
let cookie: string;
let wave = 0;
let register: string;
let codes: string[];
let ids: string[];
beforeAll(async () => {
  server = await testServer({ compute: madeFigures() });
  cookie = await server.signedIn("analyst");
});
beforeEach(async () => {
  const id = `wave-${++wave}`;
  await server.store.saveWave({ ...autumn, id });
  register = `/api/staff/waves/${id}/microdata`;
  [codes, ids] = [[], []];
  for (const answers of people) {
    const upload = anUpload({ wave: id, answers: { ...answers, remark: "=HYPERLINK(1)" } });
    ids.push(upload.responseId);
    codes.push((await server.send("POST", "/api/responses", { body: upload })).body.code);
  }
});
afterAll(() => server.close());

const people = [
  { municipality: "13", belonging: 3 },
  { municipality: "19", belonging: 7 },
  { municipality: "13", belonging: 9 },
];
const order = { holder: "Example institute", purpose: "Replication of the index", expires: "2027-03-01" };
const fileOf = (id: string) => join(server.folder, "microdata", `${id}.zip`);
const get = async (id: string) => (await server.send("GET", `/api/staff/microdata/${id}`, { cookie })).body;

async function exported(): Promise<string> {
  const { status, body } = await server.send("POST", register, { cookie, body: order });
  expect([status, body.state]).toEqual([202, "running"]);
  await vi.waitFor(async () => expect((await get(body.id)).state).toBe("ready"), { timeout: 10_000 });
  return body.id;
}

async function textsOf(id: string): Promise<Record<string, string>> {
  const answer = await server.app.inject({ url: `/api/staff/microdata/${id}/file`, headers: { cookie } });
  expect(answer.statusCode).toBe(200);
  const files = Object.entries(unzipSync(answer.rawPayload));
  return Object.fromEntries(files.map(([name, bytes]) => [name, Buffer.from(bytes).toString("utf8")]));
}

const numbersIn = (csv = "") =>
  csv
    .split("\r\n")
    .slice(1, -1)
    .map((line) => line.split(",")[0] ?? "");

test("a file holds answers under new numbers, their codebook, and neither identities nor open texts", async () => {
  const texts = await textsOf(await exported());
  expect(Object.keys(texts)).toEqual(["read-me.txt", "data.csv", "missing.csv", "codebook.csv"]);
  const [header, ...lines] = (texts["data.csv"] ?? "").trim().split("\r\n");
  expect(header?.split(",").slice(0, 3)).toEqual(["person", "municipality", "belonging"]);
  expect(lines.map((line) => line.split(",").slice(1, 3).join()).sort()).toEqual(["13,3", "13,9", "19,7"]);
  const all = JSON.stringify(texts);
  for (const known of [...ids, ...codes, "HYPERLINK"]) expect(all).not.toContain(known);
  expect(texts["read-me.txt"]).toContain("Delete on: 2027-03-01");
  expect(texts["codebook.csv"]).toContain(
    "municipality,municipality,code,Savivaldybė,Municipality,13,Vilnius,Vilnius",
  );
});

test("two files of the same answers have no number in common, and rows stand in the order of the numbers", async () => {
  const [one, other] = [await textsOf(await exported()), await textsOf(await exported())];
  const [first, second] = [numbersIn(one["data.csv"]), numbersIn(other["data.csv"])];
  expect(first).toHaveLength(3);
  expect(first.filter((number) => second.includes(number))).toEqual([]);
  expect(first).toEqual(first.toSorted());
});

test("the register says who holds what for which purpose until when, and shows no file to who only reads it", async () => {
  const id = await exported();
  const officer = await server.signedIn("data-protection-officer");
  const [row] = (await server.send("GET", register, { cookie: officer })).body;
  expect(row).toMatchObject({ ...order, id, state: "ready", respondents: 3, withdrawnSince: 0 });
  expect(row.by).toMatch(/@tiltas\.example$/);
  expect((await server.send("GET", `/api/staff/microdata/${id}/file`, { cookie: officer })).status).toBe(403);
});

test("after a withdrawal the file is gone, the register says so, and the next file is without the person", async () => {
  const id = await exported();
  const [code = ""] = codes;
  await server.send("POST", "/api/withdrawals", { body: { code: bareCode(code) } });
  expect(await get(id)).toMatchObject({ state: "withdrawn-from", withdrawnSince: 1 });
  expect(existsSync(fileOf(id))).toBe(false);
  const refused = await server.send("GET", `/api/staff/microdata/${id}/file`, { cookie });
  expect(refused.body.type).toBe("/problems/export-not-ready");
  expect(numbersIn((await textsOf(await exported()))["data.csv"])).toHaveLength(2);
});

test("control: without the sweep the withdrawn answers would still lie there", async () => {
  const id = await exported();
  const receipt = createReceipts(new Uint8Array(32)).lookup(bareCode(codes[0] ?? ""));
  expect(await server.store.withdraw({ receipt, on: "2026-11-21" })).toMatchObject({ isNew: true });
  expect(existsSync(fileOf(id))).toBe(true);
  await server.rooms.microdata.sweep();
  expect(existsSync(fileOf(id))).toBe(false);
});

test.each(["2026-11-21", "2027-12-01", "soon"])(
  "%s is no day until which microdata may be held",
  async (expires) => {
    const { status, body } = await server.send("POST", register, { cookie, body: { ...order, expires } });
    expect([status, body.type]).toEqual([400, "/problems/invalid-request"]);
  },
);

test("what a command handed over stands in the register too, with how many have withdrawn since", async () => {
  const wave = register.split("/").at(-2) ?? "";
  const entry = { id: randomUUID(), wave, previousWave: null, respondents: 3, ...order };
  await registerExport(server.folder, { ...entry, at: "2026-11-21T11:00:00.000Z" });
  await server.send("POST", "/api/withdrawals", { body: { code: bareCode(codes[0] ?? "") } });
  const [row] = (await server.send("GET", register, { cookie })).body;
  expect(row).toMatchObject({
    ...order,
    id: entry.id,
    state: "handed-over",
    withdrawnSince: 1,
    digest: null,
  });
  expect((await server.send("GET", `/api/staff/microdata/${entry.id}/file`, { cookie })).status).toBe(404);
});

test("a file ends with its day, is removed when it is asked for no more, and its row stays", async () => {
  const [ending, removed] = [await exported(), await exported()];
  const { body } = await server.send("DELETE", `/api/staff/microdata/${removed}`, { cookie });
  expect([body.state, existsSync(fileOf(removed))]).toEqual(["removed", false]);
  server.clock.now = Date.parse("2027-03-01T08:00:00Z");
  cookie = await server.signedIn("analyst");
  expect((await get(ending)).state).toBe("expired");
  expect((await server.send("GET", `/api/staff/microdata/${ending}/file`, { cookie })).status).toBe(409);
  await server.rooms.microdata.sweep();
  expect([existsSync(fileOf(ending)), existsSync(fileOf(removed))]).toEqual([false, false]);
  expect((await server.send("GET", register, { cookie })).body).toHaveLength(2);
});
