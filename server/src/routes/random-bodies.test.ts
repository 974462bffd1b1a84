import { Problem } from "@tiltas/contract/problems";
import { Role } from "@tiltas/contract/roles";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { origin, type TestServer, testServer } from "../../support/test-server.ts";

let server: TestServer;
let cookie = "";

beforeAll(async () => {
  server = await testServer();
  cookie = await server.signedIn("administrator");
});
afterAll(() => server.close());

const fields = [
  "email",
  "password",
  "token",
  "role",
  "municipality",
  "language",
  "consent",
  "answers",
  "constructor",
];
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.dictionary(
    fc.constantFrom(...fields),
    fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(...Role.options, "13", "a@b.lt")),
  ),
);

test("random JSON on every address that takes some: a problem document or an answer, never a fault", async () => {
  const addresses = server.routes.filter(({ method }) => method === "POST").map(({ url }) => url);
  expect(addresses.length).toBeGreaterThan(20);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...addresses), odd, async (pattern, body) => {
      const url = pattern.replace(/:\w+/, "autumn");
      const headers = { origin, cookie, "content-type": "application/json" };
      const answer = await server.app.inject({ method: "POST", url, headers, payload: JSON.stringify(body) });
      expect(answer.statusCode, `${url} ${JSON.stringify(body)}`).toBeLessThan(500);
      if (answer.statusCode >= 400) Problem.parse(answer.json());
    }),
    { seed: 6, numRuns: 1_500 },
  );
});

test("odd names in addresses are looked up as data", async () => {
  for (const name of [
    "__proto__",
    "constructor",
    "..%2f..%2fetc%2fpasswd",
    "'%20or%201=1--",
    "%00",
    "x".repeat(2_000),
    "😀",
  ]) {
    for (const pattern of ["/api/waves/:name", "/api/staff/waves/:name", "/api/staff/waves/:name/reports"]) {
      const { status, body } = await server.send(
        "GET",
        pattern.replace(":name", encodeURI(decodeURI(name))),
        { cookie },
      );
      expect([400, 403, 404, 414]).toContain(status);
      Problem.parse(body);
    }
  }
});
