import { Problem } from "@tiltas/contract/problems";
import { permissions, Role, type Verb } from "@tiltas/contract/roles";
import fc from "fast-check";
import type { FastifyInstance } from "fastify";
import type { RouteEntry } from "../src/door/methods.ts";
import { nearValid } from "./near-valid.ts";
import { smallInstrument } from "./small-instrument.ts";
import { origin } from "./test-server.ts";

// What can come in, by number: I01 random JSON, I02 names of JavaScript's own, I03 keys twice, I04 depth and length,
// I05 other encodings, I06 NUL and halves of characters, I07 directions and zero widths, I08 numbers that cannot be kept.

/** An application, its own list of routes, and the sign-ins of whoever may use them. */
export interface Attacked {
  readonly app: FastifyInstance;
  readonly routes: readonly RouteEntry[];
  readonly cookies: ReadonlyMap<Role, string>;
}

/** Routes of the API that take a body or change something. */
export function changingRoutes({ routes }: Attacked): readonly RouteEntry[] {
  return routes.filter(
    ({ method, url }) => url.startsWith("/api/") && !["GET", "HEAD", "OPTIONS"].includes(method),
  );
}

export type Body = readonly [name: string, body: string | Buffer, type?: string];

const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;

/** Bodies that no route may take, whatever it is for. */
export const spoilt: readonly Body[] = [
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

/** What is wrong with how the routes answer a spoilt body: nothing, or sentences. */
export async function takers(attacked: Attacked, [, body, type]: Body): Promise<string[]> {
  const wrong: string[] = [];
  for (const route of changingRoutes(attacked)) {
    const address = route.url
      .replace(":wave", "autumn")
      .replace(/:\w+/g, "00000000-0000-4000-8000-000000000000");
    const answer = await send(attacked, route, address, body, type);
    if (![400, 401, 413, 415, 429].includes(answer.statusCode))
      wrong.push(`${route.method} ${route.url} answers ${answer.statusCode}`);
    else if (!isProblem(answer))
      wrong.push(`${route.method} ${route.url} refuses without a problem document`);
  }
  if (Object.hasOwn(Object.prototype, "polluted")) wrong.push("every object has a new property");
  return wrong;
}

/** The first near-valid body, of so many, with which a route is at fault; undefined if there is none. */
export async function faultIn(
  attacked: Attacked,
  route: RouteEntry,
  runs: number,
): Promise<string | undefined> {
  const failsNever = fc.asyncProperty(addressOf(route.url), nearValid(route.body), async (address, body) => {
    const answer = await send(attacked, route, address, JSON.stringify(body) ?? "null");
    return answer.statusCode < 400 || (answer.statusCode < 500 && isProblem(answer));
  });
  const { failed, counterexample } = await fc.check(failsNever, { seed: 8, numRuns: runs });
  return failed ? JSON.stringify(counterexample) : undefined;
}

const oddNames = [
  "__proto__",
  "constructor",
  "..%2f..%2fetc%2fpasswd",
  "'%20or%201=1--",
  "%00",
  "x".repeat(2_000),
  "%F0%9F%98%80",
];

/** Addresses and queries, with names of JavaScript's own in them, at which reading fails. */
export async function oddAddressesThatFail({ app, routes, cookies }: Attacked): Promise<string[]> {
  const reading = routes.filter(({ method, url }) => method === "GET" && url.startsWith("/api/"));
  const addresses = reading.flatMap(({ url }) =>
    oddNames.flatMap((name) => [url.replace(/:\w+/g, name), `${url.replace(/:\w+/g, "autumn")}?${name}=1`]),
  );
  const failing: string[] = [];
  for (const address of new Set(addresses)) {
    const headers = { cookie: cookies.get("researcher") ?? "" };
    const answer = await app.inject({ method: "GET", url: address, headers });
    if (answer.statusCode >= 500 || (answer.statusCode >= 400 && !isProblem(answer))) failing.push(address);
  }
  return failing;
}

/** Texts that must be stored as they were written. */
export const scripts = [
  "\u202eright to left\u202c \u2066isolated\u2069",
  "zero\u200bwidth\u200djoin\ufeff",
  `e${"\u0301".repeat(10_000)}`,
  "👩‍👩‍👧‍👦🏳️‍🌈",
  "لا أعرف ١٢٣ فارسی",
  "Їжак ščaslivas ąčęėįšųūž Ў ў oʻzbekcha",
  "e\u0301 is not é here",
  "9007199254740993 and 1,5 as text",
];

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

/** As the person's own page would send it; the session itself is asked for by a stranger, who cannot end it. */
function send(
  attacked: Attacked,
  route: RouteEntry,
  address: string,
  payload: string | Buffer,
  type?: string,
) {
  const { method, url } = route;
  const byStranger = url === "/api/session" || url.startsWith("/api/invitations");
  const cookie = byStranger ? {} : { cookie: cookieFor(attacked, route) };
  const headers = { origin, ...cookie, "content-type": type ?? "application/json" };
  return attacked.app.inject({ method: method as "POST", url: address, headers, payload });
}

/** Of somebody who may use the route, so that what is refused is the input and not the person. */
function cookieFor({ cookies }: Attacked, { verb }: RouteEntry): string {
  const role = Role.options.find((one) => verb === undefined || permissions[one].includes(verb as Verb));
  return cookies.get(role ?? "administrator") ?? "";
}

function isProblem({ statusCode, payload }: { statusCode: number; payload: string }): boolean {
  try {
    return Problem.parse(JSON.parse(payload)).status === statusCode;
  } catch {
    return false;
  }
}
