import { Refusal } from "@tiltas/contract/problems";
import { type LightFiles, receiptPage } from "@tiltas/instrument/page";
import { acceptedLanguages, languageToBeginWith, written } from "@tiltas/instrument/words";
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import type { Asked, LightPages } from "./light-pages.ts";
import { type Rendered, rendered } from "./rendered.ts";

type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

/** `GET /w/:wave`: where every link and every QR code leads. */
export function wavePage(light: LightPages, policy: string): FastifyPluginAsync {
  return async (app) => {
    app.get<{ Params: { wave: string } }>("/w/:wave", { exposeHeadRoute: true }, async (request, reply) => {
      const asked = askedBy(request);
      reply.header("content-security-policy", policy);
      try {
        return await sendRendered(request, reply, await light.of(request.params.wave, asked));
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== "wave-unknown") throw error;
        return sendRendered(request, reply.status(404), light.unknown(asked));
      }
    });
  };
}

/** `GET /receipt`: where a receipt code is worth something. */
export function lookUpPage(files: LightFiles, policy: string): FastifyPluginAsync {
  const made = new Map<string, Rendered>();
  return async (app) => {
    app.get("/receipt", { exposeHeadRoute: true }, async (request, reply) => {
      const { language: link, acceptLanguage } = askedBy(request);
      const language = languageToBeginWith(written, link, acceptedLanguages(acceptLanguage)) ?? "lt";
      const page = made.get(language) ?? rendered(receiptPage(language, files));
      made.set(language, page);
      return sendRendered(request, reply.header("content-security-policy", policy), page);
    });
  };
}

function askedBy({ query, headers }: FastifyRequest): Asked {
  const values = query as Query;
  const first = (name: string) => {
    const value = values[name];
    return typeof value === "string" ? value : (value?.[0] ?? null);
  };
  return {
    language: first("lang"),
    mode: first("mode"),
    channel: first("channel"),
    code: first("code") !== null,
    acceptLanguage: headers["accept-language"] ?? "",
  };
}

/** Sent compressed where that is understood, and not at all where it is there already. */
export async function sendRendered(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  { text, etag, compressed }: Rendered,
): Promise<FastifyReply> {
  reply.headers({
    "cache-control": "private, no-cache",
    vary: "accept-encoding, accept-language",
    etag,
  });
  if (headers["if-none-match"] === etag) return reply.status(304).send();
  reply.type("text/html; charset=utf-8");
  const smaller = compressed(String(headers["accept-encoding"] ?? ""));
  if (smaller === undefined) return reply.send(text);
  return reply.header("content-encoding", smaller.name).send(await smaller.bytes);
}
