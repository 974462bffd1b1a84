import { Refusal } from "@tiltas/contract/problems";
import { type LightFiles, receiptPage } from "@tiltas/instrument/page";
import { acceptedLanguages, languageToBeginWith, written } from "@tiltas/instrument/words";
import type { FastifyPluginAsync, FastifyRequest } from "fastify";
import { type Accompanying, type ReadyMade, readyMade, sendReadyMade } from "../door/ready-made.ts";
import type { Asked, LightPages } from "./light-pages.ts";

type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

/** `GET /w/:wave`: where every link and every QR code leads. */
export function wavePage(light: LightPages, policy: string): FastifyPluginAsync {
  const headers = headersOf(policy);
  return async (app) => {
    app.get<{ Params: { wave: string } }>("/w/:wave", { exposeHeadRoute: true }, async (request, reply) => {
      const asked = askedBy(request);
      try {
        return await sendReadyMade(request, reply, await light.of(request.params.wave, asked), headers);
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== "wave-unknown") throw error;
        return sendReadyMade(request, reply.status(404), light.unknown(asked), headers);
      }
    });
  };
}

/** `GET /receipt`: where a receipt code is worth something. */
export function lookUpPage(files: LightFiles, policy: string): FastifyPluginAsync {
  const made = new Map<string, ReadyMade>();
  const headers = headersOf(policy);
  return async (app) => {
    app.get("/receipt", { exposeHeadRoute: true }, async (request, reply) => {
      const { language: link, acceptLanguage } = askedBy(request);
      const language = languageToBeginWith(written, link, acceptedLanguages(acceptLanguage)) ?? "lt";
      const page = made.get(language) ?? readyMade(receiptPage(language, files));
      made.set(language, page);
      return sendReadyMade(request, reply, page, headers);
    });
  };
}

function headersOf(policy: string): Accompanying {
  return {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": policy,
    "cache-control": "private, no-cache",
    vary: "accept-encoding, accept-language",
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
