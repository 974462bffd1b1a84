import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "@tiltas/contract/problems";
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { type CspAdditions, policyOfPage } from "../door/headers.ts";
import { type Accompanying, sendReadyMade } from "../door/ready-made.ts";
import type { Progress } from "../fieldwork/progress.ts";
import type { Instruments } from "../instruments/instruments.ts";
import { readFiles, readPage, type SentFile } from "./files.ts";
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

/** The pages themselves: `/w/:wave` for respondents, `/tablet` for interviewers, `/console/…` for staff, and the files both are made of. */
export function pages(built: Built, needs: PageNeeds): FastifyPluginAsync {
  return async (app) => {
    app.get("/", { exposeHeadRoute: true }, async (_request, reply) => reply.redirect("/console/", 302));

    const application = readFiles(built.respondent, headersOfRespondent);
    app.get<Wildcard>("/respondent/*", { exposeHeadRoute: true }, (request, reply) =>
      sendFile(request, reply, application.get(request.params["*"])),
    );
    const light = readLightBuild(built.respondent);
    await app.register(wavePage(createLightPages({ ...needs, files: light.files }), light.policy));
    await app.register(lookUpPage(light.receipt.files, light.receipt.policy));
    const tablet = readPage(built.respondent, headersOfPage(built.respondent));
    app.get("/tablet", { exposeHeadRoute: true }, (request, reply) => sendFile(request, reply, tablet));

    const files = readFiles(built.console, headersOfConsole);
    const console = readPage(built.console, headersOfPage(built.console));
    app.get("/console", async (_request, reply) => reply.redirect("/console/", 302));
    app.get<Wildcard>("/console/*", { exposeHeadRoute: true }, (request, reply) => {
      const path = request.params["*"];
      return sendFile(request, reply, /\.\w+$/.test(path) ? files.get(path) : console);
    });
  };
}

interface Wildcard {
  Params: { "*": string };
}

/** Of files with a hash of their content in their name. */
const keptForEver = { "cache-control": "public, max-age=31536000, immutable" };

/** The service worker looks after links and tablets, not only after its own folder; it may ask this server alone. */
const ofServiceWorker = {
  "service-worker-allowed": "/",
  "content-security-policy": "default-src 'none'; connect-src 'self'",
};

function headersOfRespondent(path: string): Accompanying {
  if (path.startsWith("assets/")) return keptForEver;
  return { "cache-control": "no-cache", ...(path === "worker.js" ? ofServiceWorker : {}) };
}

function headersOfConsole(path: string): Accompanying {
  return path.startsWith("assets/") ? keptForEver : { "cache-control": "public, max-age=3600" };
}

function headersOfPage(folder: string): Accompanying {
  return {
    "content-security-policy": policyOfPage(cspAdditions(folder)),
    "cache-control": "no-cache",
  };
}

function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: SentFile | undefined,
): Promise<FastifyReply> {
  if (file === undefined) throw new Refusal("not-found", "There is no such file.");
  return sendReadyMade(request, reply, file.ready, file.headers);
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
