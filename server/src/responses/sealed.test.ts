import { statSync, writeFileSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SealingKey } from "@tiltas/contract/sealing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sealResponse, sealText } from "../../support/seal.ts";
import { type TestServer, testServer } from "../../support/test-server.ts";
import { anUpload } from "../../support/upload.ts";
import { openSealingKeys } from "./keys.ts";

let server: TestServer;
let key: SealingKey;
const send = (body: object) => server.send("POST", "/api/responses", { body });

beforeAll(async () => {
  server = await testServer();
  key = (await server.send("GET", "/api/waves/autumn")).body.sealingKey;
});
afterAll(() => server.close());

test("a sealed response is stored as the one inside, and both are the same response", async () => {
  const response = anUpload();
  const sealed = await send(sealResponse(response, key));
  const clear = await send(response);
  expect([sealed.status, clear.status]).toEqual([201, 200]);
  expect(clear.body).toEqual({ ...sealed.body, outcome: "already-stored" });
});

test("a seal that was changed or cut opens to nothing, and the device keeps its copy", async () => {
  const { sealed, ...outer } = sealResponse(anUpload(), key);
  const cut = { ...sealed, ciphertext: sealed.ciphertext.slice(0, -8) };
  const point = { ...sealed, ephemeral: `A${sealed.ephemeral.slice(1)}` };
  for (const broken of [cut, point, { ...sealed, ciphertext: "AAAA" }, { ...sealed, iv: "A".repeat(16) }]) {
    const { status, body } = await send({ ...outer, sealed: broken });
    expect([status, body.type, body.quarantined]).toEqual([422, "/problems/seal-unreadable", undefined]);
  }
});

test("a key that is not here is said so, with what to do", async () => {
  const { sealed, ...outer } = sealResponse(anUpload(), key);
  const { body } = await send({ ...outer, sealed: { ...sealed, key: "0".repeat(16) } });
  expect([body.type, body.detail]).toEqual([
    "/problems/seal-unreadable",
    expect.stringMatching(/put the key file back/),
  ]);
});

test.each(["responseId", "revision", "hash", "wave"] as const)(
  "inside and outside name the same %s",
  async (field) => {
    const response = anUpload();
    const other = { responseId: anUpload().responseId, revision: 2, hash: "0".repeat(64), wave: "spring" };
    const outer = { ...response, [field]: other[field] };
    const { status, body } = await send(sealText(outer, JSON.stringify(response), key));
    expect([status, body.type]).toEqual([422, "/problems/seal-unreadable"]);
  },
);

test("what was sealed passes the same checks as what comes in clear", async () => {
  const response = anUpload();
  const text = JSON.stringify(response);
  const { consent: _, ...without } = response;
  const refusals = [
    [text.replace('"mode"', '"wave":"autumn","mode"'), "malformed-body", "/wave"],
    [text.replace('"municipality"', '"__proto__"'), "malformed-body", "/answers"],
    [text.replace('"13"', '"\\u0000"'), "malformed-body", "/answers/municipality"],
    [text.replace('"13"', "[".repeat(13)), "malformed-body", ""],
    [text.replace('"13"', `"${"x".repeat(20_001)}"`), "malformed-body", "/answers/municipality"],
    [JSON.stringify(without), "consent-missing", "/consent"],
    [JSON.stringify({ ...response, role: "administrator" }), "invalid-request", ""],
    [JSON.stringify({ ...response, answers: { belonging: 1 } }), "hash-mismatch", undefined],
  ] as const;
  for (const [inside, problem, path] of refusals) {
    const { body } = await send(sealText(response, inside, key));
    expect(body.type).toBe(`/problems/${problem}`);
    if (path) expect(body.errors[0].path).toContain(path);
  }
});

test("an envelope that is not one is refused by place, and repeats nothing", async () => {
  const { sealed, ...outer } = sealResponse(anUpload(), key);
  for (const odd of [
    { ...outer, sealed: null },
    { ...outer, sealed: { ...sealed, ciphertext: "=secret=" } },
    { ...outer, sealed, answers: {} },
  ]) {
    const { status, body } = await send(odd);
    expect([status, body.type]).toEqual([400, "/problems/invalid-request"]);
    expect(JSON.stringify(body)).not.toMatch(/secret/);
  }
});

test("a response as large as the limit travels sealed; in clear nothing may be larger than before", async () => {
  const remarks = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`r${i}`, "ж".repeat(10_500)]));
  const large = anUpload({ answers: remarks });
  expect(JSON.stringify(large).length).toBeGreaterThan(100_000);
  expect((await send(sealResponse(large, key))).status).toBe(201);
  const larger = anUpload({ answers: { ...remarks, more: "ж".repeat(5_000) } });
  expect((await send(larger)).body.type).toBe("/problems/body-too-large");
  expect((await send(sealResponse(larger, key))).body.type).toBe("/problems/malformed-body");
});

test("a study keeps its key through every start, and earlier keys go on opening", async () => {
  const folder = await mkdtemp(join(tmpdir(), "tiltas-keys-"));
  const made = await (await openSealingKeys(folder)).of("integration");
  expect(statSync(join(folder, "integration.json")).mode & 0o777).toBe(0o600);
  const again = await openSealingKeys(folder);
  expect(await again.of("integration")).toEqual(made);
  const others = await Promise.all([again.of("other"), again.of("other")]);
  expect(others[0]).toEqual(others[1]);
  const file = await readFile(join(folder, "integration.json"), "utf8");
  writeFileSync(join(folder, "integration-2025.json"), file);
  await rm(join(folder, "integration.json"));
  const rotated = await openSealingKeys(folder);
  expect((await rotated.of("integration")).id).not.toBe(made.id);
  expect(rotated.find(made.id)).toBeDefined();
  await rm(folder, { recursive: true });
});

test("a damaged key file stops the start by name", async () => {
  const folder = await mkdtemp(join(tmpdir(), "tiltas-keys-"));
  await (await openSealingKeys(folder)).of("integration");
  const path = join(folder, "integration.json");
  const text = await readFile(path, "utf8");
  for (const damaged of [
    text.slice(0, 100),
    "",
    text.replace(/"id": "./, '"id": "x'),
    text.replace(/Key": "./g, 'Key": "'),
  ]) {
    writeFileSync(path, damaged);
    await expect(openSealingKeys(folder)).rejects.toThrow(/integration\.json is damaged.*backup/);
  }
  await rm(folder, { recursive: true });
});
