import { createHash } from "node:crypto";
import { acceptedEncoding, compressors } from "../door/compression.ts";

/** A page as it is sent: made once, compressed once a way, and known by its tag. */
export interface Rendered {
  readonly text: string;
  readonly etag: string;
  /** The bytes in the first of our encodings that the header accepts; undefined where it accepts none. */
  compressed(acceptEncoding: string): { readonly name: string; readonly bytes: Promise<Buffer> } | undefined;
}

export function rendered(text: string): Rendered {
  const made = new Map<string, Promise<Buffer>>();
  return {
    text,
    etag: `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`,
    compressed(acceptEncoding) {
      const name = acceptedEncoding(acceptEncoding);
      const compress = compressors.get(name ?? "");
      if (name === undefined || compress === undefined) return undefined;
      const bytes = made.get(name) ?? compress(Buffer.from(text));
      made.set(name, bytes);
      return { name, bytes };
    },
  };
}
