import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { reachOf } from "./reach.ts";
import { described, readSettings } from "./settings.ts";
import { UsageError } from "./usage-error.ts";

const folder = mkdtempSync(join(tmpdir(), "tiltas-settings-"));
const [cert, key] = ["cert.pem", "key.pem"].map((name) => join(folder, name));
for (const path of [cert, key]) writeFileSync(path ?? "", "-----BEGIN TEST-----\n");
const tls = [`--tls-cert=${cert}`, `--tls-key=${key}`];

const read = (...words: string[]) => readSettings(words, {});
const refusal = (...words: string[]) => {
  try {
    read(...words);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return "accepted";
};

test("without options the server is reachable from this machine only, and serves no demonstration", () => {
  expect(read()).toMatchObject({ host: "127.0.0.1", port: 4700, demonstration: false, trustProxy: false });
  expect(reachOf(read()).origin).toBe("http://localhost:4700");
});

test("on loopback the three names of this machine are one place; another port or scheme is another", () => {
  const reach = reachOf(read());
  const accepted = ["http://localhost:4700", "http://127.0.0.1:4700", "http://[::1]:4700"];
  expect(accepted.every(reach.accepts)).toBe(true);
  const others = [
    "http://localhost:4701",
    "https://localhost:4700",
    "http://localhost.evil.example:4700",
    "null",
    "",
  ];
  expect(others.some(reach.accepts)).toBe(false);
});

test("the public address is the one origin, wherever the server listens", () => {
  const reach = reachOf(
    read("--demo", "--host=0.0.0.0", "--public-url=https://tiltas.example/", "--trust-proxy"),
  );
  expect([reach.origin, reach.https]).toEqual(["https://tiltas.example", true]);
  expect(reach.accepts("http://localhost:4700")).toBe(false);
});

test.each([
  [["--demo", "--host=0.0.0.0"], /Plain http .* no cryptography and no service worker/],
  [["--demo", "--host=192.0.2.1", "--public-url=https://tiltas.example"], /Say who serves https/],
  [["--demo", "--public-url=http://tiltas.example", ...tls], /must start with https/],
  [["--demo", "--public-url=https://tiltas.example"], /--tls-cert and --tls-key\), or a proxy/],
  [["--demo", "--trust-proxy"], /give the address that the proxy serves/],
  [["--demo", "--host=0.0.0.0", ...tls], /Give the address under which people reach/],
  [["--public-url=https://tiltas.example", ...tls], /two factors.*audit trail/],
  [["--host=0.0.0.0", "--public-url=https://localhost:4700", ...tls], /two factors.*audit trail/],
  [["--demo", "--public-url=https://tiltas.example/path", ...tls], /an origin alone/],
  [["--tls-cert", "/nowhere.pem", "--tls-key", "/nowhere.pem"], /cannot be read/],
  [["--tls-cert", String(cert)], /together/],
  [["--port=no"], /--port is not right/],
  [["--port=70000"], /--port is not right: must be a whole number from 0 to 65535/],
  [["--host=0.0.0.0"], /two factors.*audit trail/],
  [["--database-url=mysql://x"], /--database-url is not right: must start with postgres/],
  [["--nonsense"], /Unknown option '--nonsense'.* See npm start -- --help/],
  [["stray"], /Unexpected argument 'stray'/],
])("%j is refused with the reason in one line", (words, reason) => {
  const sentence = refusal(...words);
  expect(sentence).toMatch(reason);
  expect(sentence).not.toContain("\n");
});

test.each([
  [["--demo", "--host=0.0.0.0", "--public-url=https://tiltas.example", "--trust-proxy"]],
  [["--demo", "--host=0.0.0.0", "--public-url=https://tiltas.example", ...tls]],
  [["--public-url=https://localhost:4700", ...tls]],
  [["--host=::1"]],
  [["--host=127.0.0.2"]],
  [tls],
])("%j is accepted", (words) => {
  expect(refusal(...words)).toBe("accepted");
});

test("settings are printed without key, certificate and database password", () => {
  const settings = readSettings(tls, { TILTAS_DATABASE_URL: "postgres://tiltas:hidden@localhost/tiltas" });
  const printed = JSON.stringify(described(settings));
  expect(printed).toContain('"database":"postgres"');
  expect(printed).not.toMatch(/hidden|BEGIN/);
});

test("options that npm kept for itself are refused, with the two dashes that they need", () => {
  expect(() => readSettings([], { npm_config_demo: "true" })).toThrow(/npm start -- --demo/);
  expect(() => readSettings(["4800"], { npm_config_port: "true" })).toThrow(/npm start -- --port/);
  expect(readSettings(["--demo"], { npm_config_demo: "true" }).demonstration).toBe(true);
});
