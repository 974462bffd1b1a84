import { problemCatalogue } from "@tiltas/contract/problems";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

/** How much the server takes on at once before it says that it is busy. */
export interface Bounds {
  /** Requests whose body has come in and whose answer has not gone out: the queue in front of the disk. */
  readonly working: number;
  /** Bodies on their way in; each may hold its limit in memory. */
  readonly reading: number;
  /** Milliseconds by which the event loop runs late, three turns in a row. */
  readonly lateness: number;
}

/** Four hundred answers wait well under a second for the disk; two thousand bodies are half a gigabyte at most. */
export const ordinaryBounds: Bounds = { working: 400, reading: 2_000, lateness: 500 };

/** What is going on at this moment. */
export interface Pressure {
  working: number;
  reading: number;
  lateness: number;
}

const busy = JSON.stringify({
  type: "/problems/overloaded",
  ...problemCatalogue.overloaded,
  detail: "The server has more to do than it can take at this moment. Nothing was kept; please try again.",
});

/**
 * Answers 503 to what is too much, before its body is read: what was accepted is then finished in time.
 * Only requests of the API that change something are counted and refused, and reading ones when the loop runs late;
 * health, readiness and pages never are. Routes marked `expendable` give way at half the bounds; those of staff have half
 * as much room again.
 */
export function refuseExcess(app: FastifyInstance, bounds: Bounds = ordinaryBounds): Pressure {
  const pressure: Pressure = { working: 0, reading: 0, lateness: 0 };
  const watch = watchLateness(pressure);
  app.addHook("onClose", async () => clearInterval(watch));
  app.addHook("onRequest", (request, reply, next) => {
    if (!isCounted(request)) return next();
    if (isTooMuch(pressure, bounds, request)) return void sayBusy(reply);
    if (!isReading(request)) countBody(pressure, request, reply);
    next();
  });
  app.addHook("preValidation", (request, _reply, next) => {
    stages.get(request)?.();
    next();
  });
  return pressure;
}

/** What moves a request on, from reading to working. */
const stages = new WeakMap<FastifyRequest, () => void>();

function countBody(pressure: Pressure, request: FastifyRequest, reply: FastifyReply): void {
  let stage: "reading" | "working" = "reading";
  pressure.reading += 1;
  stages.set(request, () => {
    stage = "working";
    pressure.reading -= 1;
    pressure.working += 1;
  });
  // Comes always, also when the connection breaks.
  reply.raw.once("close", () => {
    pressure[stage] -= 1;
  });
}

function isTooMuch(pressure: Pressure, bounds: Bounds, request: FastifyRequest): boolean {
  const share = shareOf(request);
  if (pressure.lateness > bounds.lateness * share) return true;
  if (isReading(request)) return false;
  return pressure.working >= bounds.working * share || pressure.reading >= bounds.reading * share;
}

/** Staff have room above everybody else's: whoever is not signed in is sent away from there before a body is read. */
function shareOf({ routeOptions: { url = "", config } }: FastifyRequest): number {
  if (url.startsWith("/api/staff/")) return 1.5;
  return config.expendable ? 0.5 : 1;
}

const neverRefused = new Set(["/api/health", "/api/ready"]);

function isCounted({ routeOptions: { url = "" } }: FastifyRequest): boolean {
  return url.startsWith("/api/") && !neverRefused.has(url);
}

function isReading({ method }: FastifyRequest): boolean {
  return method === "GET" || method === "HEAD";
}

let refusals = 0;

/** Devices are sent away for different times, so that they do not come back together. */
function sayBusy(reply: FastifyReply): void {
  refusals += 1;
  reply
    .status(problemCatalogue.overloaded.status)
    .headers({ "retry-after": String(3 + (refusals % 12)), "cache-control": "no-store" })
    .type("application/problem+json")
    .serializer((text: string) => text)
    .send(busy);
}

const beat = 50;

/**
 * The timer fires once per turn of the loop, so that what it comes late is how long a turn takes. The least late of three turns
 * counts: a single long one (a program that was stopped and goes on, a garbage collection) is no overload.
 */
function watchLateness(pressure: Pressure): NodeJS.Timeout {
  let expected = performance.now() + beat;
  let turns = [0, 0, 0];
  const timer = setInterval(() => {
    const now = performance.now();
    turns = [...turns.slice(1), Math.max(0, now - expected)];
    pressure.lateness = Math.min(...turns);
    expected = now + beat;
  }, beat);
  return timer.unref();
}
