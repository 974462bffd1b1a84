import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { acceptedEncoding, compressors, type Encoding, worthwhile } from "./compression.ts";

/** What is the same for everybody who asks: made once, compressed once a way, known by its tag. */
export interface ReadyMade {
  readonly etag: string;
  /** The bytes in the first of our encodings that the header accepts; as they are where it accepts none. */
  packed(acceptEncoding: string | undefined): Packed | Promise<Packed>;
}

export interface Packed {
  readonly bytes: Buffer;
  readonly encoding?: Encoding | undefined;
}

/** @param given  the same bytes, compressed before; what is not given is compressed when it is first asked for */
export function readyMade(content: string | Buffer, given?: ReadonlyMap<Encoding, Buffer>): ReadyMade {
  const bytes = Buffer.from(content);
  const plain = { bytes };
  const made = new Map<Encoding, Packed | Promise<Packed>>();
  for (const [encoding, bytes] of given ?? []) made.set(encoding, { bytes, encoding });
  return {
    etag: `W/"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`,
    packed(acceptEncoding) {
      const encoding = acceptedEncoding(acceptEncoding);
      if (encoding === undefined || (given === undefined && bytes.length < worthwhile)) return plain;
      const known = made.get(encoding);
      if (known !== undefined) return known;
      if (given !== undefined) return plain;
      const packed = compressors[encoding](bytes).then((bytes) => {
        const done = { bytes, encoding };
        made.set(encoding, done);
        return done;
      });
      made.set(encoding, packed);
      return packed;
    },
  };
}

/** Headers that belong to what is sent, not to the request. */
export type Accompanying = Readonly<Record<string, string>>;

/** Sent compressed where that is understood, and not at all where it is there already. */
export async function sendReadyMade(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  ready: ReadyMade,
  accompanying: Accompanying,
): Promise<FastifyReply> {
  reply.header("etag", ready.etag).headers(accompanying);
  if (reply.statusCode === 200 && isThere(headers["if-none-match"], ready.etag))
    return reply.status(304).send();
  const packing = ready.packed(headers["accept-encoding"]?.toString());
  const { bytes, encoding } = packing instanceof Promise ? await packing : packing;
  if (encoding !== undefined) reply.header("content-encoding", encoding);
  return reply.send(bytes);
}

/** Proxies that compress may have made the tag weak or strong: that says nothing about the content. */
function isThere(known: string | undefined, etag: string): boolean {
  return known?.includes(etag.slice(2)) ?? false;
}
