import { Refusal } from "@tiltas/contract/problems";
import type { FastifyInstance, FastifyRequest } from "fastify";

/** Where people reach this server. */
export interface Reach {
  /** Origin of every link, without a slash at the end; known once the server listens. */
  readonly origin: string;
  /** Whether a page of this origin may change something here. */
  accepts(origin: string): boolean;
  readonly https: boolean;
}

const reading = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Only our own pages may change anything: the Origin header must be exactly ours. Programs that are no browser send none,
 * and are let through as long as they bring no cookie. Bodies are JSON only, which no foreign page can send unasked.
 */
export function refuseOtherSites(app: FastifyInstance, reach: Reach): void {
  app.addHook("onRequest", (request, _reply, next) => {
    if (reading.has(request.method) || request.is404 || isOurs(request, reach)) return next();
    next(
      new Refusal(
        "origin-refused",
        `Changes are taken only from pages of ${reach.origin}; the Origin header must say so.`,
      ),
    );
  });
}

function isOurs(request: FastifyRequest, reach: Reach): boolean {
  const { origin, cookie } = request.headers;
  if (origin === undefined) return cookie === undefined && fromOwnPage(request);
  return reach.accepts(origin);
}

function fromOwnPage(request: FastifyRequest): boolean {
  const site = request.headers["sec-fetch-site"];
  return site === undefined || site === "same-origin" || site === "none";
}
