import { randomBytes } from "node:crypto";
import { Problem } from "@tiltas/contract/problems";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { origin, type TestServer, testServer } from "../../support/test-server.ts";
import { anUpload } from "../../support/upload.ts";

let server: TestServer;
const lines: string[] = [];

beforeAll(async () => {
  server = await testServer({ logLevel: "info", logStream: { write: (line) => void lines.push(line) } });
});
afterAll(() => server.close());

const post = async (payload: string | Buffer, headers: Record<string, string> = {}) => {
  const answer = await server.app.inject({
    method: "POST",
    url: "/api/responses",
    payload,
    headers: { "content-type": "application/json", ...headers },
  });
  return { status: answer.statusCode, headers: answer.headers, problem: Problem.parse(answer.json()) };
};

test.each<[string, string | Buffer, Record<string, string>, number, string]>([
  ["no JSON", "{", {}, 400, "malformed-body"],
  ["no body", "", {}, 400, "invalid-request"],
  ["a list", "[]", {}, 400, "invalid-request"],
  ["a body above the limit", `"${"a".repeat(256 * 1024)}"`, {}, 413, "body-too-large"],
  ["text", "{}", { "content-type": "text/plain" }, 415, "media-type"],
  ["a form", "a=1", { "content-type": "application/x-www-form-urlencoded" }, 415, "media-type"],
  [
    "UTF-16",
    Buffer.from("{}", "utf16le"),
    { "content-type": "application/json; charset=utf-16" },
    415,
    "media-type",
  ],
  ["a compressed body", "{}", { "content-encoding": "gzip" }, 415, "media-type"],
])("%s is answered with a problem document", async (_name, body, headers, status, code) => {
  const { problem, headers: answered } = await post(body, headers);
  expect([problem.status, problem.type]).toEqual([status, `/problems/${code}`]);
  expect(answered["content-type"]).toMatch(/^application\/problem\+json/);
});

test("a malformed body is refused with the place as a JSON pointer", async () => {
  const { problem } = await post('{"answers":{"remark":"a\\u0000"}}');
  expect(problem.errors).toEqual([{ path: "/answers/remark", message: "A string holds the character NUL." }]);
});

test("an answer that happens to be named as one of JavaScript's own is data like any other", async () => {
  for (const name of ["constructor", "toString", "hasOwnProperty", "prototype"]) {
    const { status } = await server.send("POST", "/api/responses", {
      body: anUpload({ answers: { [name]: 1 } }),
    });
    expect(status).toBe(201);
  }
});

test("unknown addresses, other methods and unknown query fields are problems too", async () => {
  const problemAt = async (method: "GET" | "POST" | "DELETE", url: string) => {
    const { status, body, headers } = await server.send(method, url);
    return [status, body.type, headers.allow];
  };
  expect(await problemAt("GET", "/api/nowhere")).toEqual([404, "/problems/not-found", undefined]);
  expect(await problemAt("DELETE", "/api/waves/autumn")).toEqual([
    405,
    "/problems/method-not-allowed",
    "GET",
  ]);
  expect(await problemAt("GET", "/api/waves/autumn?wave=x&wave=y")).toEqual([
    400,
    "/problems/invalid-request",
    undefined,
  ]);
  expect(await problemAt("GET", "/api/waves/%ff")).toEqual([400, "/problems/invalid-request", undefined]);
});

test("a thousand random bodies for the intake: refusals only, no fault", async () => {
  const upload = anUpload();
  const mutated = fc.record({
    key: fc.constantFrom(...Object.keys(upload)),
    value: fc.jsonValue({ maxDepth: 4 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.jsonValue(), mutated), async (value) => {
      const isMutation = typeof value === "object" && value !== null && "key" in value && "value" in value;
      const body = isMutation ? { ...upload, [String(value.key)]: value.value } : value;
      const answer = await server.app.inject({
        method: "POST",
        url: "/api/responses",
        payload: JSON.stringify(body) ?? "null",
        headers: { "content-type": "application/json" },
      });
      expect(answer.statusCode).toBeLessThan(500);
      if (answer.statusCode >= 400) Problem.parse(answer.json());
    }),
    { seed: 5, numRuns: 1_000 },
  );
});

test("every answer carries the strict headers", async () => {
  for (const url of ["/api/health", "/api/waves/autumn", "/api/nowhere", "/api/staff/people"]) {
    const { headers } = await server.send("GET", url);
    expect(headers).toMatchObject({
      "content-security-policy":
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
      "strict-transport-security": "max-age=63072000; includeSubDomains",
    });
    expect(headers["access-control-allow-origin"]).toBeUndefined();
  }
});

test("changes are taken from our own pages only", async () => {
  const withHeaders = (headers: Record<string, string>) =>
    post(JSON.stringify(anUpload()), headers).catch(() => ({ status: 201 }));
  expect((await withHeaders({ origin })).status).toBe(201);
  expect((await withHeaders({})).status).toBe(201);
  for (const headers of [
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: `${origin}.evil.example` },
    { origin: "http://tiltas.example" },
    { origin: `${origin}/` },
    { cookie: "a=b" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ]) {
    expect((await withHeaders(headers)).status, JSON.stringify(headers)).toBe(403);
  }
});

test("a preflight from another site gets no permission", async () => {
  const answer = await server.app.inject({
    method: "OPTIONS",
    url: "/api/responses",
    headers: { origin: "https://evil.example", "access-control-request-method": "POST" },
  });
  expect(answer.statusCode).toBe(405);
  expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
});

test("headers that speak for a proxy or another method change nothing", async () => {
  const answer = await server.send("GET", "/api/waves/autumn", {
    headers: {
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "http",
      "x-http-method-override": "DELETE",
    },
  });
  expect(answer.status).toBe(200);
});

test("a fault is answered without a word about its inside, and logged without what was typed", async () => {
  const secret = randomBytes(8).toString("hex");
  const broken = await testServer({
    logLevel: "info",
    logStream: { write: (line) => void lines.push(line) },
    wrapStore: (store) => ({ ...store, receive: () => Promise.reject(new Error(`disk says ${secret}`)) }),
  });
  const answer = await broken.send("POST", "/api/responses", {
    body: anUpload({ answers: { remark: secret } }),
  });
  await broken.close();
  expect([answer.status, answer.body.type]).toEqual([500, "/problems/internal"]);
  expect(JSON.stringify(answer.body)).not.toContain(secret);
  expect(lines.join("")).toContain('"fault":"Error"');
  expect(lines.join("")).not.toContain(secret);
});

test("the log holds one JSON line per event: patterns, no ids, no addresses, no line breaks of others", async () => {
  lines.length = 0;
  const id = `x%0d%0a{"level":60}`;
  await server.send("GET", `/api/waves/${id}`, { headers: { "user-agent": "agent\u001b[31m" } });
  await server.send("POST", "/api/session", {
    body: { email: "somebody@tiltas.example", password: "a wrong password" },
  });
  const events = lines.map((line) => JSON.parse(line));
  expect(events.map(({ route }) => route)).toEqual(["/api/waves/:wave", "/api/session"]);
  expect(lines.every((line) => line.indexOf("\n") === line.length - 1)).toBe(true);
  expect(lines.join("")).not.toMatch(/somebody|127\.0\.0\.1|agent|level":60/);
});

test("behind a proxy only the address that the proxy itself adds is believed", async () => {
  const behind = await testServer({
    trustProxy: true,
    attempts: { perAddress: 2, perAccount: 99, inAll: 99, window: 60_000 },
  });
  const attempt = (forwarded: string) =>
    behind.send("POST", "/api/session", {
      body: { email: `${forwarded.length}@tiltas.example`, password: "a wrong password" },
      headers: { "x-forwarded-for": forwarded },
    });
  const statuses = [];
  for (const forwarded of ["1.1.1.1, 9.9.9.9", "2.2.2.2, 9.9.9.9", "3.3.3.3, 9.9.9.9", "9.9.9.8"])
    statuses.push((await attempt(forwarded)).status);
  await behind.close();
  expect(statuses).toEqual([401, 401, 429, 401]);
});
