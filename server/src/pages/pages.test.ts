import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestServer, testServer } from "../../support/test-server.ts";
import { compressFiles } from "./compress.ts";
import { isFresh, sourceDigest } from "./fresh.ts";

const folder = mkdtempSync(join(tmpdir(), "tiltas-pages-"));
const built = { respondent: join(folder, "respondent"), console: join(folder, "console") };
let server: TestServer;

beforeAll(async () => {
  for (const dist of Object.values(built)) {
    mkdirSync(join(dist, "assets"), { recursive: true });
    writeFileSync(join(dist, "index.html"), `<!doctype html><title>${dist.split("/").at(-1)}</title>`);
    writeFileSync(join(dist, "assets", "index-abc.js"), `"use strict";\n`.repeat(200));
    writeFileSync(join(dist, "mark.svg"), "<svg/>");
    writeFileSync(join(dist, "built-from.txt"), "0");
  }
  const csp = {
    "style-src": [
      "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
      "'unsafe-inline'",
      "https://evil.example",
    ],
  };
  writeFileSync(join(built.respondent, "csp.json"), JSON.stringify(csp));
  for (const dist of Object.values(built)) await compressFiles(dist);
  server = await testServer({ built });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const get = (url: string, encoding = "identity") =>
  server.app.inject({ method: "GET", url, headers: { "accept-encoding": encoding } });

test("respondents get their page at the wave's address, whatever the link carries", async () => {
  const page = await get("/w/autumn?lang=uk&channel=office-qr");
  expect([page.statusCode, page.headers["content-type"], page.headers["cache-control"]]).toEqual([
    200,
    "text/html; charset=utf-8",
    "no-cache",
  ]);
  expect(page.payload).toContain("<title>respondent</title>");
});

test("every address of the console is its one page; the start goes there", async () => {
  for (const url of ["/console/", "/console/waves/autumn", "/console/invitation"]) {
    expect((await get(url)).payload).toContain("<title>console</title>");
  }
  for (const url of ["/", "/console"]) {
    const start = await get(url);
    expect([start.statusCode, start.headers.location]).toEqual([302, "/console/"]);
  }
});

test("a page may load from this server only, and takes hashes but nothing looser from its build", async () => {
  const { headers } = await get("/w/autumn");
  expect(headers["content-security-policy"]).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; font-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
  expect((await get("/console/")).headers["content-security-policy"]).not.toContain("sha256");
});

test("files with a hash in their name are kept for ever, and sent compressed as the browser likes", async () => {
  for (const root of ["/respondent", "/console"]) {
    const url = `${root}/assets/index-abc.js`;
    const plain = await get(url);
    expect([plain.statusCode, plain.headers["cache-control"]]).toEqual([
      200,
      "public, max-age=31536000, immutable",
    ]);
    const brotli = await get(url, "gzip, br");
    expect([brotli.headers["content-encoding"], brotli.headers["content-type"]]).toEqual([
      "br",
      plain.headers["content-type"],
    ]);
    expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(plain.payload);
    const gzip = await get(url, "gzip");
    expect(gunzipSync(gzip.rawPayload).toString()).toBe(plain.payload);
  }
  expect((await get("/console/mark.svg")).headers["content-type"]).toMatch(/^image\/svg/);
});

test.each([
  "/respondent/index.html",
  "/respondent/csp.json",
  "/respondent/built-from.txt",
  "/respondent/assets/index-abc.js.br",
  "/respondent/assets/",
  "/respondent/../console/index.html",
  "/respondent/%2e%2e/console/index.html",
  "/respondent/assets/..%2f..%2fcsp.json",
  "/console/..%2f..%2f..%2fetc%2fpasswd.txt",
  "/console/assets/%00.js",
  "/console/index.html",
  "/console/no-such.svg",
  "/respondent/.git",
])("%s is not there", async (url) => {
  const answer = await get(url);
  expect([400, 403, 404]).toContain(answer.statusCode);
  expect(answer.headers["content-type"]).toMatch(/^application\/problem\+json/);
});

test("an application is fresh as long as nothing it is made from has changed", () => {
  const repository = join(folder, "repository");
  for (const path of ["packages/console/src", "packages/contract/src", "packages/instrument/src"]) {
    mkdirSync(join(repository, path), { recursive: true });
  }
  writeFileSync(join(repository, "pnpm-lock.yaml"), "");
  const digest = () => sourceDigest(repository, "packages/console");
  const before = digest();
  const dist = join(repository, "packages/console/dist");
  mkdirSync(dist);
  expect(isFresh(dist, before)).toBe(false);
  writeFileSync(join(dist, "built-from.txt"), before);
  expect(isFresh(dist, digest())).toBe(true);
  writeFileSync(join(repository, "packages/console/src/main.test.ts"), "tests are not built");
  expect(digest()).toBe(before);
  writeFileSync(join(repository, "packages/instrument/src/index.ts"), "changed");
  expect(isFresh(dist, digest())).toBe(false);
});
