import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { FastifyInstance } from "fastify";

type Compress = (bytes: Buffer) => Promise<Buffer>;

/** How browsers take what is compressed, the smallest first; none of it is done in the thread that serves. */
export const compressors: ReadonlyMap<string, Compress> = new Map<string, Compress>([
  [
    "br",
    (bytes) =>
      promisify(brotliCompress)(bytes, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
      }),
  ],
  ["gzip", (bytes) => promisify(gzip)(bytes, { level: 9 })],
]);

/** Characters from which compressing is worth it. */
const worthwhile = 1_024;
/** Texts kept compressed: a few waves and versions are asked for again and again. */
const keptAtMost = 32;

/**
 * Sends what is the same for everybody compressed, each text compressed once: a questionnaire in eight languages is a
 * megabyte, and phones load it over the air. For answers to GET that hold no secret.
 */
export function compressWhatIsPublic(app: FastifyInstance): void {
  const kept = new Map([...compressors.keys()].map((name) => [name, new Map<string, Promise<Buffer>>()]));
  app.addHook("onSend", async ({ method, headers }, reply, payload) => {
    if (method !== "GET" || typeof payload !== "string" || payload.length < worthwhile) return payload;
    reply.header("vary", "accept-encoding");
    const name = acceptedEncoding(String(headers["accept-encoding"] ?? ""));
    const [compress, known] = [compressors.get(name ?? ""), kept.get(name ?? "")];
    if (!compress || !known) return payload;
    const compressed = known.get(payload) ?? compress(Buffer.from(payload));
    known.set(payload, compressed);
    if (known.size > keptAtMost) known.delete(known.keys().next().value ?? "");
    reply.header("content-encoding", name);
    return compressed;
  });
}

/** The first of our encodings that an `accept-encoding` names and does not rule out with `q=0`. */
export function acceptedEncoding(header: string): string | undefined {
  const offered = header.split(",").map((part) => part.trim().split(/\s*;\s*q=/));
  return [...compressors.keys()].find((name) =>
    offered.some(([encoding, weight = "1"]) => encoding === name && Number(weight) > 0),
  );
}
