import type { FastifyBaseLogger, FastifyInstance } from "fastify";
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

const levels = { trace: 10, debug: 20, info: 30, warn: 40, error: 50, fatal: 60 } as const;
type Level = keyof typeof levels;

/** One JSON line of ASCII per event on standard error, made of known events and known fields only. */
export function createLog(level: string, stream: LogStream = process.stderr): FastifyBaseLogger {
  return new Log(Object.hasOwn(levels, level) ? levels[level as Level] : Number.POSITIVE_INFINITY, stream);
}

/** What Fastify and its plugins write to; each line is made once, by us. */
class Log implements FastifyBaseLogger {
  readonly level: string;
  readonly #from: number;
  readonly #stream: LogStream;
  readonly #known: object;

  constructor(from: number, stream: LogStream, known: object = {}) {
    this.level = Object.entries(levels).find(([, number]) => number === from)?.[0] ?? "silent";
    this.#from = from;
    this.#stream = stream;
    this.#known = known;
  }

  child(given: object): FastifyBaseLogger {
    return new Log(this.#from, this.#stream, { ...this.#known, ...knownOf(given) });
  }

  trace(...said: unknown[]): void {
    this.#say(levels.trace, said);
  }
  debug(...said: unknown[]): void {
    this.#say(levels.debug, said);
  }
  info(...said: unknown[]): void {
    this.#say(levels.info, said);
  }
  warn(...said: unknown[]): void {
    this.#say(levels.warn, said);
  }
  error(...said: unknown[]): void {
    this.#say(levels.error, said);
  }
  fatal(...said: unknown[]): void {
    this.#say(levels.fatal, said);
  }
  silent(): void {}

  #say(level: number, [first, second]: readonly unknown[]): void {
    if (level < this.#from) return;
    const time = new Date().toISOString();
    this.#stream.write(written({ level, time, ...this.#known, ...tellable(first, second) }));
  }
}

/** Which route answered what, and how long it took; the route as its pattern. */
export function logAnswers(app: FastifyInstance): void {
  app.addHook("onResponse", (request, reply, next) => {
    next();
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
function tellable(first: unknown, second: unknown): object {
  const msg = typeof first === "string" ? first : second;
  const event = typeof msg === "string" && events.has(msg) ? msg : "other";
  if (typeof first !== "object" || first === null) return { msg: event };
  if (first instanceof Error) return { ...faultOf(first), msg: event };
  const err = Reflect.get(first, "err");
  return { ...knownOf(first), ...(err === undefined ? {} : faultOf(err)), msg: event };
}

function knownOf(given: object): object {
  const known: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) if (fields.has(name)) known[name] = value;
  return known;
}

/** JSON escapes the control characters below U+0020; some terminals obey others too. */
function written(event: object): string {
  const line = JSON.stringify(event).replace(
    /[\u007f-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `${line}\n`;
}
