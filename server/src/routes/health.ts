import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";

const Health = z.strictObject({ status: z.literal("ok") });
const Ready = z.strictObject({ status: z.literal("ready"), demonstration: z.boolean() });

/** `ready`: rejects when nothing can be kept at this moment. */
export function healthRoutes(needs: {
  demonstration: boolean;
  ready: () => Promise<void>;
}): FastifyPluginAsyncZod {
  return async (app) => {
    app.get("/api/health", { exposeHeadRoute: true, schema: { response: { 200: Health } } }, async () => ({
      status: "ok" as const,
    }));
    app.get("/api/ready", { exposeHeadRoute: true, schema: { response: { 200: Ready } } }, async () => {
      await needs.ready();
      return { status: "ready" as const, demonstration: needs.demonstration };
    });
  };
}
