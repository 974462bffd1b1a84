import { Refusal } from "@tiltas/contract/problems";
import { limits } from "@tiltas/contract/responses";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { readStrictJson } from "./strict-json.ts";

/** A sealed response is a third longer than the response inside, nearly all of it one text. */
export const sealedRoom = {
  bytes: 361 * 1024,
  longText: { place: ["sealed", "ciphertext"], length: 360_000 },
} as const;

/** The only body this server reads is JSON in UTF-8, uncompressed; it is read strictly, for every route alike. */
export function readOnlyJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<Buffer>(
    "application/json",
    { parseAs: "buffer", bodyLimit: limits.bytes },
    async (request: FastifyRequest, body: Buffer) => {
      refuseOtherEncodings(request.headers);
      if (body.length === 0) return undefined;
      const { takesSealed, room } = request.routeOptions.config;
      return takesSealed ? readSealed(body) : readStrictJson(body, room);
    },
  );
}

/** Room for a sealed response; what comes in clear has no more of it than anywhere else. */
function readSealed(body: Buffer): unknown {
  if (body.length <= limits.bytes) return readStrictJson(body, sealedRoom);
  try {
    const read = readStrictJson(body, sealedRoom);
    if (typeof read === "object" && read !== null && Object.hasOwn(read, "sealed")) return read;
  } catch {
    // Too large, whatever else is the matter with it.
  }
  throw new Refusal(
    "body-too-large",
    "The body is larger than 256 KB. Keep the answers and tell the research team.",
  );
}

function refuseOtherEncodings(headers: Record<string, string | string[] | undefined>): void {
  const encoding = headers["content-encoding"] ?? "identity";
  const charset = /charset\s*=\s*"?([^";\s]+)/i.exec(String(headers["content-type"]))?.[1] ?? "utf-8";
  if (encoding !== "identity" || charset.toLowerCase() !== "utf-8") {
    throw new Refusal("media-type", "Send the body as application/json in UTF-8, not compressed.");
  }
}
