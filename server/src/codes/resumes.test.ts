import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestServer, testServer } from "../../support/test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

let next = 0;
const newId = () => (++next).toString(16).padStart(32, "0");
const draft = { wave: "autumn", iv: "A".repeat(16), ciphertext: "c2VhbGVk" };
const leave = (id: string, body: object = draft) => server.send("PUT", `/api/resumes/${id}`, { body });
const take = (id: string, taker?: string) =>
  server.send("POST", `/api/resumes/${id}/take`, taker === undefined ? {} : { body: { taker } });
const [phone, computer] = ["a".repeat(32), "b".repeat(32)];

test("a draft leaves with the first that takes it", async () => {
  const id = newId();
  expect((await leave(id)).status).toBe(204);
  const both = await Promise.all([take(id), take(id)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 404]);
  expect(both.find(({ status }) => status === 200)?.body).toEqual(draft);
});

test("an answer lost on the way costs nobody the draft: who took it takes it again, nobody else does", async () => {
  const id = newId();
  await leave(id);
  expect((await take(id, phone)).body).toEqual(draft);
  expect((await take(id, phone)).body).toEqual(draft);
  expect([(await take(id, computer)).status, (await take(id)).status]).toEqual([404, 404]);
  server.clock.now += 3_600_001;
  expect((await take(id, phone)).status).toBe(404);
});

test("a draft lies here for thirty days", async () => {
  const id = newId();
  await leave(id);
  server.clock.now += 30 * 86_400_000;
  expect((await take(id)).body.type).toBe("/problems/code-unknown");
});

test("the same draft may be left again until it has gone", async () => {
  const id = newId();
  await leave(id);
  expect((await leave(id, { ...draft, ciphertext: "bmV3ZXI" })).status).toBe(204);
  expect((await take(id, phone)).body.ciphertext).toBe("bmV3ZXI");
  expect((await leave(id)).body.type).toBe("/problems/response-conflict");
});

test("the largest draft has room, and a larger one is refused", async () => {
  const ciphertext = "A".repeat(360_000);
  expect((await leave(newId(), { ...draft, ciphertext })).status).toBe(204);
  expect((await leave(newId(), { ...draft, ciphertext: `${ciphertext}A` })).status).toBe(400);
  expect((await leave(newId(), { ...draft, wave: "spring" })).status).toBe(404);
});

test("one network leaves twenty in a quarter of an hour, and guesses five times", async () => {
  const other = await testServer();
  const statuses = [];
  for (let n = 0; n < 21; n++)
    statuses.push((await other.send("PUT", `/api/resumes/${newId()}`, { body: draft })).status);
  expect([statuses.slice(0, 20).every((status) => status === 204), statuses[20]]).toEqual([true, 429]);
  const guesses = [];
  for (let n = 0; n < 6; n++) guesses.push((await other.send("POST", `/api/resumes/${newId()}/take`)).status);
  expect(guesses).toEqual([404, 404, 404, 404, 404, 429]);
  await other.close();
});
