import { LatestCare } from "@tiltas/contract/care";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Care as CareRoom } from "../care/care.ts";

/** What the nightly look found; behind the staff door. */
export function careRoutes({ care }: { care: CareRoom }): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      "/api/staff/care",
      { config: { verb: "care.read" }, schema: { response: { 200: LatestCare } } },
      async () => ({ latest: care.latest() }),
    );
  };
}
