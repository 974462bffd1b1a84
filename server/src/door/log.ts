import type { FastifyInstance, FastifyServerOptions } from "fastify";

export interface LogStream {
  write(line: string): void;
}

/** One JSON line per event on standard error; never an address with ids, a body, an e-mail address or a network address. */
export function logOptions(
  level: string,
  stream: LogStream = process.stderr,
): NonNullable<FastifyServerOptions["logger"]> {
  return {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    stream,
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
