import {
  CellsQuery,
  ComparedTwo,
  CompareQuery,
  ExploreFrame,
  ExploreTable,
  ExploreTrend,
} from "@tiltas/contract/explore";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { asking } from "../door/staff.ts";
import type { Explore } from "../explore/explore.ts";
import { ReleaseName } from "./releases.ts";

const exploring = { verb: "explore.read" } as const;

/** Looking into releases; behind the staff door. */
export function exploreRoutes({ explore }: { explore: Explore }): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      "/api/staff/waves/:wave/releases/:number/explore",
      { config: exploring, schema: { params: ReleaseName, response: { 200: ExploreFrame } } },
      (request) => explore.frame({ ...request.params, person: asking(request) }),
    );
    app.get(
      "/api/staff/waves/:wave/releases/:number/explore/cells",
      {
        config: exploring,
        schema: { params: ReleaseName, querystring: CellsQuery, response: { 200: ExploreTable } },
      },
      (request) => explore.cells({ ...request.params, person: asking(request) }, request.query),
    );
    app.get(
      "/api/staff/waves/:wave/releases/:number/explore/trend",
      {
        config: exploring,
        schema: { params: ReleaseName, querystring: CellsQuery, response: { 200: ExploreTrend } },
      },
      (request) => explore.trend({ ...request.params, person: asking(request) }, request.query),
    );
    app.get(
      "/api/staff/waves/:wave/releases/:number/explore/compare",
      {
        config: exploring,
        schema: { params: ReleaseName, querystring: CompareQuery, response: { 200: ComparedTwo } },
      },
      (request) => explore.two({ ...request.params, person: asking(request) }, request.query),
    );
  };
}
