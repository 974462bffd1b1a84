import type { FastifyInstance, FastifyServerOptions } from "fastify";

/** One JSON line per event on standard error; never an address with ids, a body, an e-mail address or a network address. */
export function logOptions(level: string): NonNullable<FastifyServerOptions["logger"]> {
  return {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    file: "/dev/stderr",
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
