import { ParadataBatch } from "@tiltas/contract/paradata";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Paradata } from "../paradata/paradata.ts";

/** What happened during an interview, sent by the device after the receipt; no session. */
export function paradataRoutes({ paradata }: { paradata: Paradata }): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      "/api/paradata",
      { schema: { body: ParadataBatch, response: { 204: z.null() } }, config: { expendable: true } },
      async ({ body }, reply) => {
        await paradata.keep(body);
        return reply.status(204).send(null);
      },
    );
  };
}
