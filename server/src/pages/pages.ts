import { readFileSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import { Refusal } from "@tiltas/contract/problems";
import type { FastifyInstance, FastifyPluginAsync, FastifyReply } from "fastify";
import { z } from "zod";
import { type CspAdditions, policyOfPage } from "../door/headers.ts";
import type { Progress } from "../fieldwork/progress.ts";
import type { Instruments } from "../instruments/instruments.ts";
import { readLightBuild } from "./light-files.ts";
import { createLightPages } from "./light-pages.ts";
import { lookUpPage, wavePage } from "./wave-page.ts";

/** The built folders of the two web applications. */
export interface Built {
  readonly respondent: string;
  readonly console: string;
}

/** What the respondents' first page is made from. */
export interface PageNeeds {
  readonly progress: Pick<Progress, "publicWave">;
  readonly instruments: Instruments;
}

/** Plain names and the kinds of file that pages load; nothing hidden, nothing of the build's own. */
const servedFile = /^\/?(?:[\w-]+\/)*[\w-][\w.-]*\.(?:js|css|woff2?|svg|png|ico|webmanifest)$/;
const hashed = "public, max-age=31536000, immutable";

/** The pages themselves: `/w/:wave` for respondents, `/tablet` for interviewers, `/console/…` for staff, and the files both are made of. */
export function pages(built: Built, needs: PageNeeds): FastifyPluginAsync {
  return async (app) => {
    await app.register(fastifyStatic, { serve: false, root: built.respondent });
    app.get("/", { exposeHeadRoute: true }, async (_request, reply) => reply.redirect("/console/", 302));

    await serveFiles(app, "/respondent/", built.respondent);
    const { files, policy, receipt } = readLightBuild(built.respondent);
    await app.register(wavePage(createLightPages({ ...needs, files }), policy));
    await app.register(lookUpPage(receipt.files, receipt.policy));

    const tablet = policyOfPage(cspAdditions(built.respondent));
    app.get("/tablet", { exposeHeadRoute: true }, async (_request, reply) =>
      sendPage(reply, built.respondent, tablet),
    );

    await serveFiles(app, "/console/assets/", join(built.console, "assets"));
    const console = policyOfPage(cspAdditions(built.console));
    app.get("/console", async (_request, reply) => reply.redirect("/console/", 302));
    app.get<{ Params: { "*": string } }>("/console/*", { exposeHeadRoute: true }, async (request, reply) => {
      const path = request.params["*"];
      if (!/\.\w+$/.test(path)) return sendPage(reply, built.console, console);
      if (path.includes("/") || !servedFile.test(path))
        throw new Refusal("not-found", "There is no such file.");
      return reply
        .header("cache-control", "public, max-age=3600")
        .sendFile(path, built.console, { cacheControl: false });
    });
  };
}

/** The service worker looks after links and tablets, not only after its own folder; it may ask this server alone. */
const ofServiceWorker = {
  "service-worker-allowed": "/",
  "content-security-policy": "default-src 'none'; connect-src 'self'",
};

async function serveFiles(app: FastifyInstance, prefix: string, root: string): Promise<void> {
  await app.register(fastifyStatic, {
    root,
    prefix,
    decorateReply: false,
    index: false,
    dotfiles: "ignore",
    preCompressed: true,
    cacheControl: false,
    allowedPath: (path) => servedFile.test(path),
    setHeaders: (reply, path) => {
      reply.header("cache-control", /[\\/]assets[\\/]/.test(path) ? hashed : "no-cache");
      if (/[\\/]worker\.js(\.\w+)?$/.test(path)) reply.headers(ofServiceWorker);
    },
  });
}

function sendPage(reply: FastifyReply, folder: string, policy: string): FastifyReply {
  return reply
    .header("content-security-policy", policy)
    .header("cache-control", "no-cache")
    .sendFile("index.html", folder, { cacheControl: false });
}

const Additions = z.record(z.string(), z.array(z.string()));

/** `csp.json`, if the build wrote one. */
function cspAdditions(folder: string): CspAdditions {
  try {
    return Additions.parse(JSON.parse(readFileSync(join(folder, "csp.json"), "utf8")));
  } catch {
    return {};
  }
}
