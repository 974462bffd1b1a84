import { Refusal } from "@tiltas/contract/problems";
import { limits } from "@tiltas/contract/responses";
import type { FastifyInstance } from "fastify";
import { readStrictJson } from "./strict-json.ts";

/** The only body this server reads is JSON in UTF-8, uncompressed; it is read strictly, for every route alike. */
export function readOnlyJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<Buffer>(
    "application/json",
    { parseAs: "buffer", bodyLimit: limits.bytes },
    async (request: { headers: Record<string, string | string[] | undefined> }, body: Buffer) => {
      refuseOtherEncodings(request.headers);
      return body.length === 0 ? undefined : readStrictJson(body);
    },
  );
}

function refuseOtherEncodings(headers: Record<string, string | string[] | undefined>): void {
  const encoding = headers["content-encoding"] ?? "identity";
  const charset = /charset\s*=\s*"?([^";\s]+)/i.exec(String(headers["content-type"]))?.[1] ?? "utf-8";
  if (encoding !== "identity" || charset.toLowerCase() !== "utf-8") {
    throw new Refusal("media-type", "Send the body as application/json in UTF-8, not compressed.");
  }
}
