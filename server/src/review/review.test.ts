import { FlagReport, ReviewedResponse, ReviewPage, SetAsidePreview } from "@tiltas/contract/reviews";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestServer, testServer } from "../../support/test-server.ts";
import { anUpload } from "../../support/upload.ts";

let server: TestServer;
let cookie = "";
const withIssue = anUpload({ answers: { municipality: "99", remark: "I am Jonas" } });
const plain = anUpload();

beforeAll(async () => {
  server = await testServer();
  cookie = await server.signedIn("researcher");
  for (const body of [withIssue, plain]) await server.send("POST", "/api/responses", { body });
});
afterAll(() => server.close());

const reviews = "/api/staff/waves/autumn/reviews";
const page = async (query = "") =>
  ReviewPage.parse((await server.send("GET", `${reviews}${query}`, { cookie })).body);
const decide = (body: object) => server.send("POST", reviews, { cookie, body });
const decision = { responseId: withIssue.responseId, revision: 1, state: "approved", reason: "by telephone" };

test("reviewers see where a response does not fit, never what was answered", async () => {
  const { counts, responses, rule } = await page("?state=has-issues");
  expect(counts).toEqual({ received: 1, "has-issues": 1, approved: 0, rejected: 0 });
  expect(rule["has-issues"]).toBe(false);
  const [shown] = responses;
  expect(responses).toHaveLength(1);
  expect(shown).toMatchObject({ state: "has-issues", receivedAt: "2026-11-21T12:00:00Z", history: [] });
  expect(shown?.findings.map(({ path }) => path)).toEqual(["municipality"]);
  expect(JSON.stringify(responses)).not.toMatch(/Jonas|"99"/);
});

test("a decision needs a reason, says who made it, and can be taken back by another one", async () => {
  expect((await decide({ ...decision, reason: " " })).status).toBe(400);
  const approved = ReviewedResponse.parse((await decide(decision)).body);
  expect([approved.state, approved.history.map(({ reason, by }) => [reason, by])]).toEqual([
    "approved",
    [["by telephone", expect.stringMatching(/@tiltas\.example$/)]],
  ]);
  expect((await page("?state=approved")).responses).toHaveLength(1);
  const undone = await decide({ ...decision, state: "has-issues", reason: "wrong row" });
  expect([undone.body.state, undone.body.history.length]).toEqual(["has-issues", 2]);
});

test("nobody decides about a revision that was replaced meanwhile, or about a response of another wave", async () => {
  const answers = { municipality: "13" };
  const second = anUpload({ responseId: withIssue.responseId, revision: 2, parent: 1, answers });
  expect((await server.send("POST", "/api/responses", { body: second })).status).toBe(201);
  const refused = await decide(decision);
  expect([refused.status, refused.body.type]).toEqual([409, "/problems/response-conflict"]);
  const unknown = await decide({ ...decision, responseId: anUpload().responseId });
  expect([unknown.status, unknown.body.type]).toEqual([404, "/problems/not-found"]);
});

test("an analyst may compute figures, but not decide what enters them", async () => {
  const analyst = await server.signedIn("analyst");
  for (const [method, url] of [
    ["GET", reviews],
    ["POST", "/api/staff/waves/autumn/set-asides/preview"],
    ["POST", "/api/staff/waves/autumn/flags"],
  ] as const)
    expect(
      (await server.send(method, url, { cookie: analyst, ...(method === "POST" ? { body: {} } : {}) }))
        .status,
    ).toBe(403);
});

describe("setting aside", () => {
  const period = { channel: "market", from: "2026-11-21T12:00:00Z", until: "2026-11-21T13:00:00Z" };
  const asides = "/api/staff/waves/autumn/set-asides";
  beforeAll(async () => {
    for (let i = 0; i < 60; i++) {
      const [channel, belonging] = i < 25 ? ["market", 0] : [null, 10];
      await server.send("POST", "/api/responses", {
        body: anUpload({ channel, answers: { municipality: "19", belonging } }),
      });
    }
  });

  test("what it would change is told before anybody decides", async () => {
    const { body } = await server.send("POST", `${asides}/preview`, { cookie, body: period });
    const { responses, of, indicators } = SetAsidePreview.parse(body);
    expect([responses, of]).toEqual([25, 62]);
    expect(indicators.map(({ id }) => id)).toEqual(["bel.01"]);
    const [{ with: all, without } = { with: { value: null, n: 0 }, without: { value: null, n: 0 } }] =
      indicators;
    expect([all.n, without.n]).toEqual([61, 36]);
    // 5.9 and 9.9: in steps that five of so few people move together.
    expect([all.value, without.value]).toEqual([6, 10]);
  });

  test("of few responses only the number is told: the difference would tell of them", async () => {
    const hour = { ...period, channel: null, from: "2026-11-20T12:00:00Z", until: "2026-11-20T13:00:00Z" };
    const { body } = await server.send("POST", `${asides}/preview`, { cookie, body: hour });
    expect(body).toEqual({ responses: 0, of: 62, indicators: [], failure: null });
  });

  test("margins that do not fit are said, beside the counts", async () => {
    const wave = await server.store.findWave("autumn");
    if (!wave) throw new Error("There is no wave.");
    const csv = "margin,cell,count\nsex,sex=female,many\n";
    await server.store.saveWave({ ...wave, margins: { csv, digest: "d" } });
    const { body } = await server.send("POST", `${asides}/preview`, { cookie, body: period });
    await server.store.saveWave(wave);
    expect(body).toEqual({
      responses: 25,
      of: 62,
      indicators: [],
      failure: expect.stringMatching(/margins/i),
    });
  });

  test("it is decided with a reason, listed, and lifted without losing anything", async () => {
    const decided = await server.send("POST", asides, { cookie, body: { ...period, reason: "one hand" } });
    expect([decided.status, decided.body.length, decided.body[0].liftedAt]).toEqual([201, 1, null]);
    const lifted = await server.send("DELETE", `${asides}/${decided.body[0].id}`, { cookie });
    expect([lifted.status, lifted.body[0].liftedAt]).toEqual([200, "2026-11-21T12:00:00.000Z"]);
    expect((await server.send("DELETE", `${asides}/${decided.body[0].id}`, { cookie })).status).toBe(404);
    expect(await server.store.countResponses("autumn")).toBe(62);
  });

  test("a period that ends before it begins is refused", async () => {
    const turned = { ...period, from: period.until, until: period.from };
    expect((await server.send("POST", `${asides}/preview`, { cookie, body: turned })).status).toBe(400);
  });

  test("signs of fabrication are looked for when staff ask, and kept for the list", async () => {
    expect((await server.send("GET", "/api/staff/waves/autumn/flags", { cookie })).body).toEqual({
      last: null,
    });
    const looked = await server.send("POST", "/api/staff/waves/autumn/flags", { cookie });
    const report = FlagReport.parse(looked.body);
    expect([report.responses, report.runs, report.speeders, report.bursts]).toEqual([62, [], [], []]);
    expect((await server.send("GET", "/api/staff/waves/autumn/flags", { cookie })).body).toEqual({
      last: report,
    });
    expect((await page("?flagged=yes")).responses).toEqual([]);
  });

  test("what was found outlives the server, and shows nobody who has withdrawn since", async () => {
    const { responseId } = plain;
    const hours = { from: "2026-11-21T12:00:00Z", until: "2026-11-21T12:00:00Z" };
    const run = { responses: 3, items: 20, channels: [null], ...hours, ids: ["", responseId] };
    const found = JSON.stringify({ responses: 62, runs: [run], speeders: [""], bursts: [] });
    await server.store.keepLook({ wave: "autumn", at: new Date("2026-11-21T13:00:00Z"), found });
    const { last } = (await server.send("GET", "/api/staff/waves/autumn/flags", { cookie })).body;
    expect(last).toMatchObject({
      at: "2026-11-21T13:00:00.000Z",
      speeders: [],
      runs: [{ ids: [responseId] }],
    });
    expect((await page("?flagged=yes")).responses).toMatchObject([{ responseId, flags: ["identical-run"] }]);
  });
});
