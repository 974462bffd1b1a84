import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { fastify } from "fastify";
import { expect, test } from "vitest";
import { compressWhatIsPublic } from "./compression.ts";

const text = JSON.stringify({ question: "Kaip? ".repeat(1_000) });
const app = fastify();
compressWhatIsPublic(app);
app.get("/large", () => text);
app.get("/small", () => "{}");
app.post("/large", () => text);
const ask = (encodings: string, url = "/large", method: "GET" | "POST" = "GET") =>
  app.inject({ method, url, headers: { "accept-encoding": encodings } });

test("a large text comes compressed as the browser likes, and whole", async () => {
  const [brotli, gzip] = [await ask("gzip, deflate, br"), await ask("gzip")];
  expect([brotli, gzip].map(({ headers }) => [headers["content-encoding"], headers.vary])).toEqual([
    ["br", "accept-encoding"],
    ["gzip", "accept-encoding"],
  ]);
  expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(text);
  expect(gunzipSync(gzip.rawPayload).toString()).toBe(text);
  expect(Number(brotli.headers["content-length"])).toBe(brotli.rawPayload.length);
  expect((await ask("gzip, br")).rawPayload).toEqual(brotli.rawPayload);
});

test.each([
  ["a browser that takes none", "identity", "/large", "GET"],
  ["a browser that rules them out", "br;q=0, gzip; q=0.0", "/large", "GET"],
  ["a short text", "br", "/small", "GET"],
  ["an answer to what was sent, which may hold a secret", "br", "/large", "POST"],
] as const)("%s is answered plainly", async (_who, encodings, url, method) => {
  const { headers, payload } = await ask(encodings, url, method);
  expect([headers["content-encoding"], payload]).toEqual([undefined, url === "/small" ? "{}" : text]);
});
