import { Problem } from "@tiltas/contract/problems";
import { permissions, Role, type Verb } from "@tiltas/contract/roles";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { nearValid } from "../../support/near-valid.ts";
import { smallInstrument } from "../../support/small-instrument.ts";
import { origin, type TestServer, testServer } from "../../support/test-server.ts";
import { anUpload } from "../../support/upload.ts";
import type { RouteEntry } from "../door/methods.ts";

// What can come in, by number: I01 random JSON, I02 names of JavaScript's own, I03 keys twice, I04 depth and length,
// I05 other encodings, I06 NUL and halves of characters, I07 directions and zero widths, I08 numbers that cannot be kept.
// The list of routes is the server's own, so that a new route is covered as soon as it exists.

const server: TestServer = await testServer();
const cookies = new Map<Role, string>();
for (const role of Role.options) cookies.set(role, await server.signedIn(role));
const cookie = cookies.get("researcher") ?? "";
afterAll(() => server.close());

const changing = server.routes.filter(
  ({ method, url }) => url.startsWith("/api/") && !["GET", "HEAD", "OPTIONS"].includes(method),
);
const named = changing.map((route) => [`${route.method} ${route.url}`, route] as const);

const places: Readonly<Record<string, fc.Arbitrary<string>>> = {
  wave: fc.constantFrom("autumn", "autumn", "nowhere", "__proto__", "constructor", "%00", "\u202e"),
  digest: fc.constantFrom(smallInstrument.digest, "0".repeat(64), "toString"),
  id: fc.oneof(fc.uuid(), fc.constantFrom("autumn", "__proto__", "..%2f..%2fetc")),
};

function addressOf(url: string): fc.Arbitrary<string> {
  const names = [...url.matchAll(/:(\w+)/g)].map(([, name]) => name ?? "");
  const values = fc.tuple(...names.map((name) => places[name] ?? fc.string({ maxLength: 20 })));
  return values.map((given) =>
    names.reduce(
      (address, name, at) => address.replace(`:${name}`, encodeURIComponent(given[at] ?? "")),
      url,
    ),
  );
}

/** Somebody who may use the route, so that what is refused is the input and not the person. */
function cookieFor({ verb }: RouteEntry): string {
  const role = Role.options.find((one) => verb === undefined || permissions[one].includes(verb as Verb));
  return cookies.get(role ?? "administrator") ?? "";
}

/** As the person's own page would send it; the session itself is asked for by a stranger, who cannot end it. */
async function send(route: RouteEntry, address: string, payload: string | Buffer, type = "application/json") {
  const { method, url } = route;
  const asked =
    url === "/api/session" || url.startsWith("/api/invitations") ? {} : { cookie: cookieFor(route) };
  return server.app.inject({
    method: method as "POST",
    url: address,
    headers: { origin, ...asked, "content-type": type },
    payload,
  });
}

const runs = process.env.TILTAS_FULL ? 4_000 : 40;

test.each(named)(
  "I01 %s takes any JSON without a fault, and refuses with a problem document",
  async (_name, route) => {
    await fc.assert(
      fc.asyncProperty(addressOf(route.url), nearValid(route.body), async (address, body) => {
        const answer = await send(route, address, JSON.stringify(body) ?? "null");
        expect(answer.statusCode, `${address} ${JSON.stringify(body)}`).toBeLessThan(500);
        if (answer.statusCode >= 400) expect(Problem.parse(answer.json()).status).toBe(answer.statusCode);
      }),
      { seed: 8, numRuns: runs },
    );
  },
);

test("every route that takes a body says which", () => {
  const silent = changing.filter(({ method, body }) => method !== "DELETE" && body === undefined);
  expect(silent.map(({ method, url }) => `${method} ${url}`)).toEqual([]);
});

const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;
const spoilt: [string, string | Buffer, string?][] = [
  ["I02 a key that is JavaScript's own", '{"__proto__":{"polluted":true}}'],
  ["I03 a key twice", '{"a":1,"a":2}'],
  ["I04 depth 13", nested(13)],
  ["I04 depth 100,000", nested(100_000)],
  ["I04 a list of 100,001", `[${"1,".repeat(100_000)}1]`],
  ["I04 2,001 keys", `{${Array.from({ length: 2_001 }, (_, key) => `"${key}":1`).join()}}`],
  ["I05 broken UTF-8", Buffer.from([0x22, 0xc3, 0x28, 0x22])],
  ["I05 a byte order mark", "\ufeff{}"],
  ["I05 UTF-16", Buffer.from('{"a":1}', "utf16le")],
  ["I05 another character set", "{}", "application/json; charset=windows-1257"],
  ["I05 no JSON", "{'a':1}"],
  ["I05 a form", "a=1", "application/x-www-form-urlencoded"],
  ["I06 NUL", '{"a":"b\\u0000"}'],
  ["I06 half a character", '{"a":"\\ud83d"}'],
  ["I08 2^53+1", '{"a":9007199254740993}'],
  ["I08 1e400", '{"a":1e400}'],
  ["I08 NaN", '{"a":NaN}'],
];

describe.each(spoilt)("%s", (_name, body, type) => {
  if (body === undefined) throw new Error("Every case has a body.");
  test("is refused on every route, and changes nothing of JavaScript's own", async () => {
    for (const route of changing) {
      const address = route.url
        .replace(":wave", "autumn")
        .replace(/:\w+/g, "00000000-0000-4000-8000-000000000000");
      const answer = await send(route, address, body, type);
      expect([400, 401, 413, 415, 429], `${route.method} ${route.url}`).toContain(answer.statusCode);
      Problem.parse(answer.json());
    }
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });
});

const scripts = [
  "\u202eright to left\u202c \u2066isolated\u2069",
  "zero\u200bwidth\u200djoin\ufeff",
  `e${"\u0301".repeat(10_000)}`,
  "👩‍👩‍👧‍👦🏳️‍🌈",
  "لا أعرف ١٢٣ فارسی",
  "Їжак ščaslivas ąčęėįšųūž Ў ў oʻzbekcha",
  "e\u0301 is not é here",
  "9007199254740993 and 1,5 as text",
];

test.each(scripts)("I07 %j is stored as it was written", async (remark) => {
  const upload = anUpload({ answers: { municipality: "13", remark } });
  const answer = await send(
    { method: "POST", url: "/api/responses" } as RouteEntry,
    "/api/responses",
    JSON.stringify(upload),
  );
  expect(answer.statusCode).toBe(201);
  for await (const { responseId, answers } of server.store.responsesOfWave("autumn"))
    if (responseId === upload.responseId) expect(JSON.parse(answers).remark).toBe(remark);
});

test("I02 names of JavaScript's own in addresses and queries are looked up as data", async () => {
  const reading = server.routes.filter(({ method, url }) => method === "GET" && url.startsWith("/api/"));
  for (const { url } of reading)
    for (const name of [
      "__proto__",
      "constructor",
      "..%2f..%2fetc%2fpasswd",
      "'%20or%201=1--",
      "%00",
      "x".repeat(2_000),
      "%F0%9F%98%80",
    ])
      for (const address of new Set([
        url.replace(/:\w+/g, name),
        `${url.replace(/:\w+/g, "autumn")}?${name}=1`,
      ])) {
        const answer = await server.app.inject({ method: "GET", url: address, headers: { cookie } });
        expect(answer.statusCode, address).toBeLessThan(500);
        if (answer.statusCode >= 400) Problem.parse(answer.json());
      }
});
