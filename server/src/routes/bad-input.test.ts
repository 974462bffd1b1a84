import { Role } from "@tiltas/contract/roles";
import { afterAll, describe, expect, test } from "vitest";
import {
  type Attacked,
  changingRoutes,
  faultIn,
  oddAddressesThatFail,
  scripts,
  spoilt,
  takers,
} from "../../support/bad-input.ts";
import { carelessApp, cleaned } from "../../support/careless-app.ts";
import { type TestServer, testServer } from "../../support/test-server.ts";
import { anUpload } from "../../support/upload.ts";

// The list of routes is the server's own, so that a new route is covered as soon as it exists.

/** What the store makes of answers before it keeps them. */
let kept = (answers: string) => answers;
const server: TestServer = await testServer({
  wrapStore: (store) => ({
    ...store,
    receive: (response) => store.receive({ ...response, answers: kept(response.answers) }),
  }),
});
const cookies = new Map<Role, string>();
for (const role of Role.options) cookies.set(role, await server.signedIn(role));
const ours: Attacked = { app: server.app, routes: server.routes, cookies };
afterAll(() => server.close());

const runs = process.env.TILTAS_FULL ? 4_000 : 40;
const named = changingRoutes(ours).map((route) => [`${route.method} ${route.url}`, route] as const);

test.each(named)(
  "I01 %s takes any JSON without a fault, and refuses with a problem document",
  async (_name, route) => {
    expect(await faultIn(ours, route, runs)).toBeUndefined();
  },
);

test("every route that takes a body says which", () => {
  const silent = changingRoutes(ours).filter(({ method, body }) => method !== "DELETE" && body === undefined);
  expect(silent.map(({ method, url }) => `${method} ${url}`)).toEqual([]);
});

const bodies = spoilt.map((body) => [body[0], body] as const);

test.each(bodies)(
  "%s is refused on every route, and changes nothing of JavaScript's own",
  async (_name, body) => {
    expect(await takers(ours, body)).toEqual([]);
  },
);

test("I02 names of JavaScript's own in addresses and queries are looked up as data", async () => {
  expect(await oddAddressesThatFail(ours)).toEqual([]);
});

test.each(scripts)("I07 %j is stored as it was written", async (remark) => {
  expect(await storedAs(server, remark)).toBe(remark);
});

/** What a server keeps of a remark. */
async function storedAs({ send, store }: TestServer, remark: string): Promise<unknown> {
  const upload = anUpload({ answers: { municipality: "13", remark } });
  expect((await send("POST", "/api/responses", { body: upload })).status).toBe(201);
  for await (const { responseId, answers } of store.responsesOfWave("autumn"))
    if (responseId === upload.responseId) return JSON.parse(answers).remark;
  return undefined;
}

describe("control: of a server that reads as many do", () => {
  const theirs: Attacked = carelessApp();
  afterAll(() => theirs.app.close());

  test("the same look finds the route that fails on random JSON (I01)", async () => {
    const [route] = changingRoutes(theirs);
    expect(route && (await faultIn(theirs, route, runs))).toMatch(/\/api\/careless/);
  });

  test.each(bodies)("%s is found to be taken", async (name, body) => {
    const found = await takers(theirs, body);
    Reflect.deleteProperty(Object.prototype, "polluted");
    expect(found).toContain("POST /api/careless answers 200");
    if (name.startsWith("I02")) expect(found).toContain("every object has a new property");
  });

  test("the address at which it looks into JavaScript's own names is found (I02)", async () => {
    expect(await oddAddressesThatFail(theirs)).toContain("/api/careless/__proto__");
  });

  test("I07 each text is found to be stored otherwise", async () => {
    kept = cleaned;
    for (const remark of scripts) expect(await storedAs(server, remark)).not.toBe(remark);
  });
});
