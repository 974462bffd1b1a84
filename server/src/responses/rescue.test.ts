import type { SealedResponse, SealingKey } from "@tiltas/contract/sealing";
import { UnavailableError } from "@tiltas/store/port";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sealResponse } from "../../support/seal.ts";
import { type TestServer, testServer } from "../../support/test-server.ts";
import { anUpload } from "../../support/upload.ts";

let server: TestServer;
let key: SealingKey;
let cookie: string;
const broken = { store: false };
const format = "tiltas sealed responses 1";

beforeAll(async () => {
  server = await testServer({
    wrapStore: (store) => ({
      ...store,
      receive: (response) =>
        broken.store ? Promise.reject(new UnavailableError("gone")) : store.receive(response),
    }),
  });
  key = (await server.send("GET", "/api/waves/autumn")).body.sealingKey;
  cookie = await server.signedIn("coordinator", "13");
});
afterAll(() => server.close());

const rescue = (responses: SealedResponse[]) =>
  server.send("POST", "/api/staff/rescue", { cookie, body: { format, responses } });
const sealed = (change: Parameters<typeof anUpload>[0] = {}) => sealResponse(anUpload(change), key);

test("each response of a file goes through the intake, and the file tells what became of each", async () => {
  const known = sealed();
  await server.send("POST", "/api/responses", { body: known });
  const cut = sealed();
  const damaged = { ...cut, sealed: { ...cut.sealed, ciphertext: cut.sealed.ciphertext.slice(0, -8) } };
  const { status, body } = await rescue([sealed(), sealed(), known, damaged, sealed({ wave: "spring" })]);
  expect([status, body]).toEqual([
    200,
    {
      stored: 2,
      alreadyStored: 1,
      quarantined: 1,
      refused: [{ responseId: damaged.responseId, problem: "seal-unreadable" }],
    },
  ]);
});

test("a file sent twice changes nothing", async () => {
  const file = [sealed(), sealed()];
  await rescue(file);
  expect((await rescue(file)).body).toEqual({ stored: 0, alreadyStored: 2, quarantined: 0, refused: [] });
});

test("when nothing can be kept, the file is to be sent again: no response is called refused", async () => {
  broken.store = true;
  const file = [sealed()];
  expect((await rescue(file)).status).toBe(503);
  broken.store = false;
  expect((await rescue(file)).body.stored).toBe(1);
});

test("a file of long responses has room", async () => {
  const long = { responses: [sealed(), sealed()] };
  const ciphertext = "A".repeat(350_000);
  const file = long.responses.map((one) => ({ ...one, sealed: { ...one.sealed, ciphertext } }));
  expect((await rescue(file)).body.refused).toHaveLength(2);
});
