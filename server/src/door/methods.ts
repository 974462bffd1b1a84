import type { FastifyInstance, RouteOptions } from "fastify";
import { z } from "zod";

/** One registered address, for the 405 answer and for tests that walk over all of them. */
export interface RouteEntry {
  readonly method: string;
  readonly url: string;
  readonly verb: string | undefined;
  /** The schema of what it takes, if it says one. */
  readonly body: unknown;
}

const tables = new WeakMap<FastifyInstance, RouteEntry[]>();

/** Keeps a list of all routes registered from here on; call before the first one. */
export function listRoutes(app: FastifyInstance): readonly RouteEntry[] {
  const table: RouteEntry[] = [];
  tables.set(app, table);
  app.addHook("onRoute", (route) => {
    refuseUnknownQueries(route);
    for (const method of [route.method].flat())
      table.push({ method, url: route.url, verb: route.config?.verb, body: route.schema?.body });
  });
  return table;
}

const NoQuery = z.strictObject({});

/** A route of the API that does not say which query fields it knows knows none. */
function refuseUnknownQueries(route: RouteOptions): void {
  if (route.url.startsWith("/api/")) route.schema = { querystring: NoQuery, ...route.schema };
}

/** Methods that some route understands at this address; empty if there is none. */
export function allowedMethods(app: FastifyInstance, url: string): string[] {
  const steps = pathOf(url).split("/");
  const matching = (tables.get(app) ?? []).filter((route) => matches(route.url.split("/"), steps));
  return [...new Set(matching.map((route) => route.method))].sort();
}

function matches(pattern: readonly string[], steps: readonly string[]): boolean {
  if (pattern.at(-1) === "*") return false;
  return (
    pattern.length === steps.length && pattern.every((part, at) => part.startsWith(":") || part === steps[at])
  );
}

function pathOf(url: string): string {
  return url.split(/[?#]/, 1)[0] ?? "";
}
