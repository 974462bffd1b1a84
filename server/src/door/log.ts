import type { FastifyInstance, FastifyServerOptions } from "fastify";
import { faultOf } from "./fault.ts";

export interface LogStream {
  write(line: string): void;
}

/** Everything the log ever says; other words may hold what somebody typed and become "other". */
const events = new Set(["answered", "fault", "listening"]);

/** The fields the log may hold: never an address with ids, a body, an e-mail address or a network address. */
const fields = new Set([
  "level",
  "time",
  "reqId",
  "route",
  "method",
  "status",
  "ms",
  "fault",
  "code",
  "frames",
]);

/** One JSON line of ASCII per event on standard error, made of known events and known fields only. */
export function logOptions(
  level: string,
  stream: LogStream = process.stderr,
): NonNullable<FastifyServerOptions["logger"]> {
  return {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    stream: { write: (line) => stream.write(written(tellable(JSON.parse(line)))) },
  };
}

/** Which route answered what, and how long it took; the route as its pattern. */
export function logAnswers(app: FastifyInstance): void {
  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "none";
    if (!route.startsWith("/api/") && reply.statusCode < 400) return;
    request.log.info(
      { route, method: request.method, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      "answered",
    );
  });
}

/** The line for a fault that nobody caught, before the process ends. */
export function lastLine(error: unknown, now: Date): string {
  return written({ level: 60, time: now.toISOString(), ...faultOf(error), msg: "uncaught" });
}

/** Whatever was handed to the log, by us or by a library: what is known goes on, and an error as a fault. */
function tellable({ msg, err, ...given }: Record<string, unknown>): object {
  const known = Object.fromEntries(Object.entries(given).filter(([name]) => fields.has(name)));
  const event = typeof msg === "string" && events.has(msg) ? msg : "other";
  return { ...known, ...(err === undefined ? {} : faultOf(err)), msg: event };
}

/** JSON escapes the control characters below U+0020; some terminals obey others too. */
function written(event: object): string {
  const line = JSON.stringify(event).replace(
    /[\u007f-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `${line}\n`;
}
