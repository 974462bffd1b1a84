import { permissions, Role, type Verb } from "@tiltas/contract/roles";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestServer, testServer } from "../../support/test-server.ts";
import { anUpload } from "../../support/upload.ts";
import { autumn } from "../../support/wave.ts";

let server: TestServer;
const cookies = new Map<Role, string>();

beforeAll(async () => {
  server = await testServer();
  for (const role of Role.options) cookies.set(role, await server.signedIn(role));
});
afterAll(() => server.close());

/** Addresses that exist, so that a refusal can only come from the door. */
const staffRoutes = [
  ["GET", "/api/staff/waves", "wave.read"],
  ["GET", "/api/staff/waves/:wave", "wave.read"],
  ["GET", "/api/staff/municipalities", "wave.read"],
  ["GET", "/api/staff/care", "care.read"],
  ["GET", "/api/staff/devices", "device.manage"],
  ["POST", "/api/staff/devices", "device.manage"],
  ["POST", "/api/staff/devices/:id/revoke", "device.manage"],
  ["POST", "/api/staff/devices/:id/restore", "device.manage"],
  ["GET", "/api/staff/waves/:wave/codes", "respondents.invite"],
  ["POST", "/api/staff/waves/:wave/codes", "respondents.invite"],
  ["GET", "/api/staff/waves/:wave/cases", "device.manage"],
  ["POST", "/api/staff/waves/:wave/cases", "device.manage"],
  ["POST", "/api/staff/waves/:wave/cases/assign", "device.manage"],
  ["POST", "/api/staff/rescue", "response.rescue"],
  ["GET", "/api/staff/waves/:wave/reviews", "response.review"],
  ["POST", "/api/staff/waves/:wave/reviews", "response.review"],
  ["GET", "/api/staff/waves/:wave/flags", "response.review"],
  ["POST", "/api/staff/waves/:wave/flags", "response.review"],
  ["GET", "/api/staff/waves/:wave/set-asides", "response.review"],
  ["POST", "/api/staff/waves/:wave/set-asides/preview", "response.set-aside"],
  ["POST", "/api/staff/waves/:wave/set-asides", "response.set-aside"],
  ["DELETE", "/api/staff/waves/:wave/set-asides/:id", "response.set-aside"],
  ["GET", "/api/staff/waves/:wave/margins", "weights.read"],
  ["POST", "/api/staff/waves/:wave/margins/check", "margins.write"],
  ["POST", "/api/staff/waves/:wave/margins", "margins.write"],
  ["GET", "/api/staff/waves/:wave/weighing", "weights.read"],
  ["GET", "/api/staff/waves/:wave/quality", "weights.read"],
  ["GET", "/api/staff/waves/:wave/plan", "weights.read"],
  ["POST", "/api/staff/waves/:wave/plan", "plan.write"],
  ["POST", "/api/staff/waves/:wave/plan/check", "plan.write"],
  ["GET", "/api/staff/waves/:wave/candidates", "release.prepare"],
  ["POST", "/api/staff/waves/:wave/candidates", "release.prepare"],
  ["GET", "/api/staff/candidates/:id", "release.prepare"],
  ["DELETE", "/api/staff/candidates/:id", "release.prepare"],
  ["GET", "/api/staff/candidates/:id/preview", "release.prepare"],
  ["POST", "/api/staff/candidates/:id/signatures", "release.sign"],
  ["GET", "/api/staff/releases", "release.read"],
  ["GET", "/api/staff/waves/:wave/releases", "release.read"],
  ["GET", "/api/staff/waves/:wave/releases/:number", "release.read"],
  ["GET", "/api/staff/waves/:wave/releases/:number/workbook", "release.read"],
  ["GET", "/api/staff/waves/:wave/releases/:number/sheets/:municipality", "release.read"],
  ["GET", "/api/staff/waves/:wave/releases/:number/open-data", "release.read"],
  ["GET", "/api/staff/waves/:wave/releases/:number/manifest", "release.read"],
  ["GET", "/api/staff/waves/:wave/releases/:number/explore", "explore.read"],
  ["GET", "/api/staff/waves/:wave/releases/:number/explore/cells", "explore.read"],
  ["GET", "/api/staff/waves/:wave/releases/:number/explore/trend", "explore.read"],
  ["GET", "/api/staff/waves/:wave/releases/:number/explore/compare", "explore.read"],
  ["GET", "/api/staff/waves/:wave/microdata", "microdata.read"],
  ["POST", "/api/staff/waves/:wave/microdata", "microdata.export"],
  ["GET", "/api/staff/microdata/:id", "microdata.read"],
  ["GET", "/api/staff/microdata/:id/file", "microdata.export"],
  ["DELETE", "/api/staff/microdata/:id", "microdata.export"],
  ["GET", "/api/staff/people", "people.read"],
  ["POST", "/api/staff/people", "people.invite"],
  ["POST", "/api/staff/people/:id/invitation", "people.invite"],
  ["POST", "/api/staff/people/:id/disable", "people.disable"],
  ["POST", "/api/staff/people/:id/enable", "people.disable"],
] as const satisfies readonly (readonly ["GET" | "POST" | "DELETE", string, Verb])[];

const address = (url: string) =>
  url
    .replace(":wave", "autumn")
    .replace(":id", "00000000-0000-4000-8000-000000000000")
    .replace(":number", "1")
    .replace(":municipality", "13");

test("the table below is the route table of the server", () => {
  const registered = server.routes.filter(({ url }) => url.startsWith("/api/staff"));
  expect(registered.map(({ method, url, verb }) => [method, url, verb]).sort()).toEqual(
    staffRoutes.map((row) => [...row]).sort(),
  );
});

test("every other route of the API is public on purpose", () => {
  const open = server.routes.filter(({ url, verb }) => url.startsWith("/api/") && verb === undefined);
  expect(open.map(({ method, url }) => `${method} ${url}`).sort()).toEqual([
    "DELETE /api/session",
    "GET /api/device/cases",
    "GET /api/health",
    "GET /api/instruments/:digest",
    "GET /api/instruments/:digest/conduct",
    "GET /api/instruments/:digest/drawing",
    "GET /api/ready",
    "GET /api/recordings/:name",
    "GET /api/session",
    "GET /api/waves/:wave",
    "HEAD /api/health",
    "HEAD /api/ready",
    "POST /api/codes/check",
    "POST /api/device/report",
    "POST /api/devices",
    "POST /api/invitations/accept",
    "POST /api/invitations/open",
    "POST /api/paradata",
    "POST /api/receipts",
    "POST /api/responses",
    "POST /api/resumes/:id/take",
    "POST /api/session",
    "POST /api/withdrawals",
    "PUT /api/resumes/:id",
  ]);
});

describe.each(staffRoutes)("%s %s", (method, url, verb) => {
  const body = method === "POST" ? { body: { nonsense: true } } : {};

  test("answers nobody who is signed out", async () => {
    for (const cookie of [undefined, "__Host-tiltas=", `__Host-tiltas=${"A".repeat(43)}`, "tiltas=1"]) {
      const answer = await server.send(method, address(url), { ...body, ...(cookie ? { cookie } : {}) });
      expect([answer.status, answer.body.type]).toEqual([401, "/problems/signed-out"]);
    }
  });

  test.each(Role.options)("%s: exactly if the role says so", async (role) => {
    const answer = await server.send(method, address(url), { ...body, cookie: cookies.get(role) ?? "" });
    const allowed = permissions[role].includes(verb);
    expect(answer.body.type === "/problems/not-permitted").toBe(!allowed);
    expect(allowed ? answer.status : 403).not.toBe(allowed ? 403 : 200);
  });
});

test("counts leave as bands of ten that change once a day; the total at once", async () => {
  const cookie = cookies.get("analyst") ?? "";
  const detail = async () => (await server.send("GET", "/api/staff/waves/autumn", { cookie })).body;
  const before = await detail();
  expect(before).toMatchObject({
    responses: 0,
    bandsOf: "2026-11-21",
    link: "https://tiltas.example/w/autumn",
  });
  expect(
    before.byMunicipality.map(({ code, from, to }: { code: string; from: number; to: number }) => [
      code,
      from,
      to,
    ]),
  ).toEqual([
    ["13", 0, 9],
    ["19", 0, 9],
  ]);
  for (let i = 0; i < 11; i++) await server.send("POST", "/api/responses", { body: anUpload() });
  const same = await detail();
  expect([same.responses, same.byMunicipality[0].from]).toEqual([11, 0]);
  server.clock.now += 24 * 3_600_000;
  const next = await server.send("GET", "/api/staff/waves/autumn", {
    cookie: await server.signedIn("analyst"),
  });
  expect(next.body).toMatchObject({ responses: 11, bandsOf: "2026-11-22" });
  expect(next.body.byMunicipality[0]).toMatchObject({ code: "13", from: 10, to: 19 });
  expect(next.body.byLanguage[1]).toEqual({
    code: "en",
    label: { lt: "anglų", en: "English" },
    from: 10,
    to: 19,
  });
});

test("a language that no wave offers, however odd its code, neither breaks nor fills the page of the wave", async () => {
  for (const language of ["en-ab-cd", "qq", "de"])
    expect((await server.send("POST", "/api/responses", { body: anUpload({ language }) })).status).toBe(201);
  server.clock.now += 24 * 3_600_000;
  const cookie = await server.signedIn("analyst");
  const { status, body } = await server.send("GET", "/api/staff/waves/autumn", { cookie });
  expect(status).toBe(200);
  expect(body.byLanguage.map(({ code }: { code: string }) => code)).toEqual(autumn.languages);
});

test("a coordinator sees the own municipality only", async () => {
  const cookie = await server.signedIn("coordinator", "19");
  const { body } = await server.send("GET", "/api/staff/waves/autumn", { cookie });
  expect(body.byMunicipality.map(({ code }: { code: string }) => code)).toEqual(["19"]);
  expect(body.byLanguage).toEqual([]);
});
