import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

type Compress = (bytes: Buffer) => Promise<Buffer>;

/** How browsers take what is compressed, the smallest first; none of it is done in the thread that serves. */
export const compressors = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  gzip: (bytes) => promisify(gzip)(bytes, { level: 9 }),
} as const satisfies Record<string, Compress>;

export type Encoding = keyof typeof compressors;
export const encodings = Object.keys(compressors) as readonly Encoding[];

/** Bytes from which compressing is worth it. */
export const worthwhile = 1_024;

/** Browsers send a handful of different headers; each is read once. */
const read = new Map<string, Encoding | undefined>();
const readAtMost = 100;

/** The first of our encodings that an `accept-encoding` names and does not rule out with `q=0`. */
export function acceptedEncoding(header = ""): Encoding | undefined {
  if (read.has(header)) return read.get(header);
  if (read.size >= readAtMost) read.clear();
  const offered = header.split(",").map((part) => part.trim().split(/\s*;\s*q=/));
  const accepted = encodings.find((name) =>
    offered.some(([encoding, weight = "1"]) => encoding === name && Number(weight) > 0),
  );
  read.set(header, accepted);
  return accepted;
}
