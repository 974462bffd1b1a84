import { createHash } from "node:crypto";
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
  writeFileSync(join(built.respondent, "first.js"), "'the small script'");
  writeFileSync(join(built.respondent, "worker.js"), "'the service worker'");
  writeFileSync(join(built.respondent, "receipt.js"), "'the script of receipts'");
  writeFileSync(join(built.respondent, "first.css"), ":root{color:#1c2321}");
  const application = {
    script: "/respondent/assets/index-abc.js",
    styles: [],
    files: [],
    byLanguage: {},
    fonts: [],
  };
  writeFileSync(
    join(built.respondent, "light.json"),
    JSON.stringify({ icon: "/respondent/mark.svg", application }),
  );
  for (const dist of Object.values(built)) await compressFiles(dist);
  server = await testServer({ built });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const get = (url: string, encoding = "identity") =>
  server.app.inject({ method: "GET", url, headers: { "accept-encoding": encoding } });

test("a link answers in its language with everything that is needed to begin", async () => {
  const page = await get("/w/autumn?lang=en&channel=office-qr");
  expect([page.statusCode, page.headers["content-type"], page.headers["cache-control"]]).toEqual([
    200,
    "text/html; charset=utf-8",
    "private, no-cache",
  ]);
  expect(page.payload).toContain('<html lang="en" dir="ltr">');
  for (const words of ["Before you start", "Do you agree?", "To answer here, JavaScript has to be on"])
    expect(page.payload).toContain(words);
  expect(page.payload).not.toMatch(/<link rel="stylesheet|<script src/);
});

test("without a language in the link the browser's counts, and without any the person is asked by links", async () => {
  const page = (language: string) =>
    server.app.inject({ url: "/w/autumn?channel=letter", headers: { "accept-language": language } });
  expect((await page("xx, en-GB;q=0.8")).payload).toContain('<html lang="en"');
  const asking = (await page("sw")).payload;
  expect(asking).toContain('data-screen="language"');
  expect(asking).toContain('href="?lang=lt&amp;channel=letter"');
});

test("however many links strangers make up, each is asked for its language and carries on what it says", async () => {
  for (let at = 0; at < 250; at++)
    expect((await get(`/w/autumn?lang=sw&channel=c${at}`)).payload).toContain(
      `href="?lang=lt&amp;channel=c${at}"`,
    );
});

test("what a link carries stands on the page only in the shape it should have", async () => {
  const odd = encodeURIComponent('"><img src=x onerror=alert(1)>');
  for (const query of [`lang=${odd}`, `channel=${odd}&lang=sw`, `mode=${odd}&lang=sw`, `lang=en&lang=${odd}`])
    expect((await get(`/w/autumn?${query}`)).payload).not.toContain("onerror");
});

test("a page that has not changed is not sent again; a wave that has closed says so at once", async () => {
  const first = await get("/w/autumn?lang=lt", "br");
  expect(first.headers["content-encoding"]).toBe("br");
  expect(brotliDecompressSync(first.rawPayload).toString()).toContain('data-screen="notice"');
  const headers = { "if-none-match": String(first.headers.etag) };
  expect((await server.app.inject({ url: "/w/autumn?lang=lt", headers })).statusCode).toBe(304);
  const { now } = server.clock;
  server.clock.now = Date.parse("2030-01-01T12:00:00Z");
  const closed = await server.app.inject({ url: "/w/autumn?lang=lt", headers });
  server.clock.now = now;
  expect(closed.statusCode).toBe(200);
  expect(closed.payload).toContain('data-page="closed"');
});

test("a receipt code is looked up on a page that never puts it into an address", async () => {
  const page = await get("/receipt?lang=uk");
  expect(page.payload).toContain("Код квитанції, 16 знаків");
  expect(page.payload).not.toContain("<form");
});

test("a link that leads nowhere says so in words, and as 404", async () => {
  const { statusCode, payload, headers } = await get("/w/nowhere?lang=uk");
  expect([statusCode, headers["content-type"]]).toEqual([404, "text/html; charset=utf-8"]);
  expect(payload).toContain('<html lang="uk"');
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

test("a page may load from this server only; what stands in it is allowed by its hash and nothing looser", async () => {
  const { headers, payload } = await get("/w/autumn?lang=lt");
  const policy = String(headers["content-security-policy"]);
  expect(policy).not.toContain("unsafe");
  for (const [directive, tag] of [
    ["script-src", "script"],
    ["style-src", "style"],
  ]) {
    const inline = new RegExp(`<${tag}>(.*?)</${tag}>`, "s").exec(payload)?.[1] ?? "";
    const hash = createHash("sha256").update(inline).digest("base64");
    expect(policy).toContain(`${directive} 'self' 'sha256-${hash}';`);
  }
  expect(policy).toContain("default-src 'none'; ");
  expect((await get("/console/")).headers["content-security-policy"]).not.toContain("sha256");
});

test.each(["identity", "gzip", "gzip, deflate, br, zstd"])(
  "the service worker may look after every link, however the browser likes it packed: %s",
  async (encoding) => {
    const { headers } = await get("/respondent/worker.js", encoding);
    expect([headers["service-worker-allowed"], headers["content-security-policy"]]).toEqual([
      "/",
      "default-src 'none'; connect-src 'self'",
    ]);
  },
);

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
