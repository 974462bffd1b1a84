import { bareCode, grouped } from "@tiltas/contract/codes";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestServer, testServer } from "../../support/test-server.ts";

let server: TestServer;
let vilnius: string;
let researcher: string;

beforeAll(async () => {
  server = await testServer();
  vilnius = await server.signedIn("coordinator", "13");
  researcher = await server.signedIn("researcher");
});
afterAll(() => server.close());

const url = "/api/staff/waves/autumn/codes";
const issue = (cookie: string, body: object) => server.send("POST", url, { cookie, body });
const check = (code: string, headers = {}) =>
  server.send("POST", "/api/codes/check", { body: { wave: "autumn", code }, headers });
const aCode = async () => (await issue(researcher, { count: 1, channel: null })).body.codes[0].code as string;

test("codes are issued with links in which the code stands behind #, where no log sees it", async () => {
  const { status, body } = await issue(vilnius, { count: 3, channel: "letter-13-uk" });
  expect(status).toBe(201);
  expect(body.codes).toHaveLength(3);
  for (const { code, link } of body.codes) {
    const { pathname, search, hash } = new URL(link);
    expect([pathname, search]).toEqual(["/w/autumn", "?lang=uk&channel=letter-13-uk"]);
    expect(hash).toBe(`#code=${grouped(code, 5)}`);
    expect(bareCode(hash.slice("#code=".length))).toBe(code);
  }
});

test("a code that was issued is fresh; another one, or one of another wave, is not known", async () => {
  const code = await aCode();
  expect((await check(code)).body).toEqual({ state: "fresh" });
  const other = await server.send("POST", "/api/codes/check", { body: { wave: "spring", code } });
  expect([other.status, other.body.type]).toEqual([404, "/problems/code-unknown"]);
  expect((await check("AAAAAAAAAAA")).status).toBe(404);
});

test("a mistyped code is found by its check character before anything is looked up", async () => {
  const code = await aCode();
  const mistyped = `${code.slice(0, 9)}${code[9] === "A" ? "B" : "A"}${code[10]}`;
  expect((await check(mistyped)).body.type).toBe("/problems/invalid-request");
});

test("in a storm of wrong codes strangers wait, and a paired tablet's right code still works", async () => {
  const storm = await testServer();
  const cookie = await storm.signedIn("researcher");
  const { body } = await storm.send("POST", url, { cookie, body: { count: 1, channel: null } });
  const { code } = body.codes[0];
  const order = { label: "T", purpose: "interviewer", wave: "autumn", municipality: null };
  const offer = await storm.send("POST", "/api/staff/devices", { cookie, body: order });
  const { token } = (await storm.send("POST", "/api/devices", { body: { code: offer.body.code } })).body;
  const ask = (asked: string, headers = {}) =>
    storm.send("POST", "/api/codes/check", { body: { wave: "autumn", code: asked }, headers });
  for (let n = 0; n < 5; n++) await ask("AAAAAAAAAAA");
  const stranger = await ask(code);
  expect([stranger.status, stranger.body.type]).toEqual([429, "/problems/too-many-attempts"]);
  expect(Number(stranger.headers["retry-after"])).toBeGreaterThan(0);
  expect((await ask(code, { authorization: `Bearer ${token}` })).body).toEqual({ state: "fresh" });
  await storm.close();
});

describe("a coordinator", () => {
  test("issues codes for channels of the own municipality only", async () => {
    const refused = [
      await issue(vilnius, { count: 1, channel: "letter-19-uk" }),
      await issue(vilnius, { count: 1, channel: "letter-00-uk" }),
      await issue(vilnius, { count: 1, channel: null }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([404, 404, 404]);
  });

  test("sees how many codes of the own municipality were issued, and how many used as a band of ten", async () => {
    await issue(researcher, { count: 7, channel: "office-19-any" });
    const { body } = await server.send("GET", url, { cookie: vilnius });
    expect(body).toEqual([
      { channel: "letter-13-uk", issuedOn: "2026-11-21", issued: 3, spent: { from: 0, to: 9 } },
    ]);
    const all = (await server.send("GET", url, { cookie: researcher })).body;
    expect(all.map(({ channel }: { channel: string }) => channel)).toContain("office-19-any");
  });
});

test("five thousand codes are issued at once, all different", async () => {
  const { body } = await issue(researcher, { count: 5_000, channel: null });
  expect(new Set(body.codes.map(({ code }: { code: string }) => code)).size).toBe(5_000);
});
