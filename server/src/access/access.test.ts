import { afterEach, beforeEach, expect, test } from "vitest";
import { origin, type TestServer, testServer } from "../../support/test-server.ts";

let server: TestServer;
const password = "four words that differ";
const hour = 3_600_000;

beforeEach(async () => {
  server = await testServer();
});
afterEach(() => server.close());

const tokenIn = (link: string | undefined) => link?.split("#")[1] ?? "";
const accept = (body: object) => server.send("POST", "/api/invitations/accept", { body });
const signIn = (email: string, secret = password) =>
  server.send("POST", "/api/session", { body: { email, password: secret } });

/** The first administrator, through the link that the first start prints. */
async function firstAdministrator(): Promise<string> {
  const token = tokenIn(await server.rooms.people.firstLink());
  const { cookie } = await accept({ token, email: "first@tiltas.example", password });
  return cookie ?? "";
}

async function invited(cookie: string, email: string, role = "analyst") {
  return server.send("POST", "/api/staff/people", { cookie, body: { email, role, municipality: null } });
}

test("the first administrator chooses address and password through a one-time link; there is no default account", async () => {
  expect((await signIn("admin@tiltas.example", "admin")).status).toBe(401);
  const link = await server.rooms.people.firstLink();
  expect(link).toMatch(new RegExp(`^${origin}/console/invitation#[\\w-]{43}$`));
  const token = tokenIn(link);
  expect((await server.send("POST", "/api/invitations/open", { body: { token } })).body).toEqual({
    email: null,
    role: "administrator",
  });
  expect((await accept({ token, password })).body.errors).toEqual([
    { path: "/email", message: "is missing" },
  ]);
  const accepted = await accept({ token, email: "First@Tiltas.example", password });
  expect(accepted.body.person).toMatchObject({
    email: "first@tiltas.example",
    role: "administrator",
    state: "active",
  });
  expect((await accept({ token, email: "second@tiltas.example", password })).status).toBe(410);
  expect(await server.rooms.people.firstLink()).toBeUndefined();
});

test("a first link that was never used stops working once somebody can sign in", async () => {
  const older = tokenIn(await server.rooms.people.firstLink());
  await firstAdministrator();
  expect((await accept({ token: older, email: "second@tiltas.example", password })).status).toBe(410);
});

test("the first administrator cannot take an address that is already somebody's", async () => {
  await server.rooms.people.invite({ email: "analyst@tiltas.example", role: "analyst", municipality: null });
  const token = tokenIn(await server.rooms.people.firstLink());
  const taken = await accept({ token, email: "analyst@tiltas.example", password });
  expect(taken.body.type).toBe("/problems/person-exists");
  expect((await accept({ token, email: "first@tiltas.example", password })).status).toBe(200);
});

test("the cookie is bound to this host, and to https, and no script can read it", async () => {
  const cookie = await firstAdministrator();
  const answer = await signIn("first@tiltas.example");
  expect(cookie).toMatch(/^__Host-tiltas=[\w-]{43}$/);
  expect(String(answer.headers["set-cookie"])).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
});

test("an invitation works once, even for fifty at the same moment", async () => {
  const administrator = await firstAdministrator();
  const sent = await invited(administrator, "analyst@tiltas.example");
  expect(sent.status).toBe(201);
  expect(sent.body.person.state).toBe("invited");
  const token = tokenIn(sent.body.link);
  const answers = await Promise.all(Array.from({ length: 50 }, () => accept({ token, password })));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.every(({ status }) => [200, 410, 429].includes(status))).toBe(true);
});

test("an invitation's link ends after twenty-four hours, and when a fresh one is made", async () => {
  const administrator = await firstAdministrator();
  const sent = await invited(administrator, "analyst@tiltas.example");
  const again = await server.send("POST", `/api/staff/people/${sent.body.person.id}/invitation`, {
    cookie: administrator,
    body: {},
  });
  expect(again.status).toBe(201);
  const open = (link: string) =>
    server.send("POST", "/api/invitations/open", { body: { token: tokenIn(link) } });
  expect((await open(sent.body.link)).status).toBe(410);
  expect((await open(again.body.link)).body).toEqual({ email: "analyst@tiltas.example", role: "analyst" });
  server.clock.now += 24 * hour;
  expect((await open(again.body.link)).status).toBe(410);
});

test("a link that never existed is answered as one that was used", async () => {
  const open = await server.send("POST", "/api/invitations/open", { body: { token: "x".repeat(43) } });
  expect([open.status, open.body.type]).toEqual([410, "/problems/link-invalid"]);
});

test("somebody with an account is not invited again", async () => {
  const administrator = await firstAdministrator();
  await invited(administrator, "analyst@tiltas.example");
  expect((await invited(administrator, "ANALYST@tiltas.example")).body.type).toBe("/problems/person-exists");
  expect((await invited(administrator, "first@tiltas.example")).body.type).toBe("/problems/person-exists");
});

test("coordinators belong to a municipality that exists, analysts to none", async () => {
  const administrator = await firstAdministrator();
  const invite = async (role: string, municipality: string | null) => {
    const email = `${role}-${municipality}@tiltas.example`;
    return (
      await server.send("POST", "/api/staff/people", {
        cookie: administrator,
        body: { email, role, municipality },
      })
    ).status;
  };
  expect([
    await invite("coordinator", "13"),
    await invite("coordinator", "98"),
    await invite("coordinator", null),
  ]).toEqual([201, 400, 400]);
  expect([await invite("analyst", null), await invite("analyst", "13")]).toEqual([201, 400]);
});

test.each([
  ["short", "eleven char"],
  ["common", "password1234"],
  ["one letter many times", "aaaaaaaaaaaaaaaa"],
  ["the address itself", "first@tiltas.example"],
  ["the address with digits", "firstfirst12"],
])("a password that is %s is refused with advice", async (_what, weak) => {
  const token = tokenIn(await server.rooms.people.firstLink());
  const refused = await accept({ token, email: "first@tiltas.example", password: weak });
  expect([400, 422]).toContain(refused.status);
  expect((await accept({ token, email: "first@tiltas.example", password })).status).toBe(200);
});

test("a long password counts to its last character", async () => {
  const token = tokenIn(await server.rooms.people.firstLink());
  const long = `${"ąžuolas ".repeat(12)}😀`;
  await accept({ token, email: "first@tiltas.example", password: long });
  expect((await signIn("first@tiltas.example", long)).status).toBe(200);
  expect((await signIn("first@tiltas.example", `${long.slice(0, -2)}😁`)).status).toBe(401);
});

test("unknown accounts, open invitations and wrong passwords get the same answer", async () => {
  const administrator = await firstAdministrator();
  await invited(administrator, "invited@tiltas.example");
  const answers = [];
  for (const email of ["first@tiltas.example", "invited@tiltas.example", "nobody@tiltas.example"])
    answers.push(await signIn(email, "not the password"));
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
});

test("a session ends after fifteen minutes without a request, and after eight hours in any case", async () => {
  const cookie = await firstAdministrator();
  const session = () => server.send("GET", "/api/session", { cookie });
  const first = await session();
  expect(Date.parse(first.body.idleUntil) - server.clock.now).toBe(hour / 4);
  expect(Date.parse(first.body.endsAt) - server.clock.now).toBe(8 * hour);
  for (let passed = 0; passed < 7 * hour + hour / 2; passed += hour / 6) {
    server.clock.now += hour / 6;
    expect((await session()).status).toBe(200);
  }
  server.clock.now = Date.parse(first.body.endsAt);
  expect((await session()).status).toBe(401);
  const again = await signIn("first@tiltas.example");
  server.clock.now += hour / 4;
  expect((await server.send("GET", "/api/session", { cookie: again.cookie ?? "" })).status).toBe(401);
});

test("a page that asks again by itself does not keep its session from growing idle", async () => {
  const cookie = await firstAdministrator();
  const asked = async (headers: Record<string, string>) =>
    (await server.send("GET", "/api/staff/waves", { cookie, headers })).status;
  for (let minutes = 0; minutes < 14; minutes += 7) {
    server.clock.now += 7 * 60_000;
    expect(await asked({ "tiltas-unattended": "1" })).toBe(200);
  }
  server.clock.now += 60_000;
  expect(await asked({})).toBe(401);
});

test("signing in gives a new session and ends the one before; signing out ends it on the server", async () => {
  const cookie = await firstAdministrator();
  const again = await server.send("POST", "/api/session", {
    cookie,
    body: { email: "first@tiltas.example", password },
  });
  expect(again.cookie).not.toBe(cookie);
  const alive = async (one: string | undefined) =>
    (await server.send("GET", "/api/session", { cookie: one ?? "" })).status;
  expect([await alive(cookie), await alive(again.cookie)]).toEqual([401, 200]);
  const out = await server.send("DELETE", "/api/session", { cookie: again.cookie ?? "" });
  expect([out.status, out.body]).toEqual([204, ""]);
  expect(await alive(again.cookie)).toBe(401);
});

test("a disabled person is out at once, and back in only after being enabled and signing in", async () => {
  const administrator = await firstAdministrator();
  const sent = await invited(administrator, "analyst@tiltas.example");
  const { cookie = "" } = await accept({ token: tokenIn(sent.body.link), password });
  const set = (what: string) =>
    server.send("POST", `/api/staff/people/${sent.body.person.id}/${what}`, { cookie: administrator });
  expect((await server.send("GET", "/api/staff/waves", { cookie })).status).toBe(200);
  expect((await set("disable")).body.state).toBe("disabled");
  expect((await server.send("GET", "/api/staff/waves", { cookie })).status).toBe(401);
  expect((await signIn("analyst@tiltas.example")).status).toBe(401);
  expect((await set("enable")).body.state).toBe("active");
  expect((await server.send("GET", "/api/staff/waves", { cookie })).status).toBe(401);
  expect((await signIn("analyst@tiltas.example")).status).toBe(200);
});

test("the last active administrator cannot be disabled", async () => {
  const administrator = await firstAdministrator();
  const { body: people } = await server.send("GET", "/api/staff/people", { cookie: administrator });
  const disable = () =>
    server.send("POST", `/api/staff/people/${people[0].id}/disable`, { cookie: administrator });
  expect((await disable()).body.type).toBe("/problems/last-administrator");
  await invited(administrator, "second@tiltas.example", "administrator");
  expect((await disable()).body.type).toBe("/problems/last-administrator");
  await server.signedIn("administrator");
  expect((await disable()).body.state).toBe("disabled");
});

test("too many attempts are refused per account, and the account itself stays open", async () => {
  const strict = await testServer({ attempts: { perAddress: 99, perAccount: 3, inAll: 99, window: 60_000 } });
  const attempt = (email: string) =>
    strict.send("POST", "/api/session", { body: { email, password: "not the password" } });
  const statuses = [];
  for (let i = 0; i < 4; i++) statuses.push((await attempt("a@tiltas.example")).status);
  const last = await attempt("a@tiltas.example");
  const other = await attempt("b@tiltas.example");
  await strict.close();
  expect([...statuses, other.status]).toEqual([401, 401, 401, 429, 401]);
  expect(Number(last.headers["retry-after"])).toBeGreaterThan(0);
});

test("a storm of sign-ins is refused beyond two hashes at once and eight waiting", async () => {
  await firstAdministrator();
  const answers = await Promise.all(Array.from({ length: 30 }, (_, i) => signIn(`${i}@tiltas.example`)));
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(20);
  expect((await signIn("first@tiltas.example")).status).toBe(200);
});
