import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { fastify } from "fastify";
import { expect, test } from "vitest";
import { readyMade, sendReadyMade } from "./ready-made.ts";

const text = JSON.stringify({ question: "Kaip? ".repeat(1_000) });
const made = { "/large": readyMade(text), "/small": readyMade("{}") };
const app = fastify();
for (const [url, ready] of Object.entries(made))
  app.get(url, (request, reply) => sendReadyMade(request, reply, ready, { vary: "accept-encoding" }));
const ask = (encodings: string, url = "/large", more = {}) =>
  app.inject({ url, headers: { "accept-encoding": encodings, ...more } });

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
  ["a browser that takes none", "identity", "/large", text],
  ["a browser that rules them out", "br;q=0, gzip; q=0.0", "/large", text],
  ["a short text", "br", "/small", "{}"],
])("%s is answered plainly", async (_who, encodings, url, whole) => {
  const { headers, payload } = await ask(encodings, url);
  expect([headers["content-encoding"], payload]).toEqual([undefined, whole]);
});

test("what was compressed before is not compressed anew, and what was not is sent as it is", async () => {
  const packed = Buffer.from("packed by the build");
  const ready = readyMade(text, new Map([["br" as const, packed]]));
  expect(await ready.packed("br")).toEqual({ bytes: packed, encoding: "br" });
  expect(await ready.packed("gzip")).toEqual({ bytes: Buffer.from(text) });
});

test("whoever has it already is told so, also by a proxy's spelling of the tag", async () => {
  const { etag } = made["/large"];
  for (const known of [etag, etag.replace("W/", ""), `"other", ${etag}`]) {
    const { statusCode, payload } = await ask("br", "/large", { "if-none-match": known });
    expect([statusCode, payload]).toEqual([304, ""]);
  }
  expect((await ask("br", "/large", { "if-none-match": '"other"' })).statusCode).toBe(200);
});

test("however many ways of asking strangers make up, they are read alike", async () => {
  const ready = made["/large"];
  for (let at = 0; at < 250; at++)
    expect(await ready.packed(`x${at}, gzip`)).toMatchObject({ encoding: "gzip" });
});
