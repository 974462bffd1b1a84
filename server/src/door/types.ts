import type { Verb } from "@tiltas/contract/roles";
import type { SignedIn } from "../access/sessions.ts";
import type { Room } from "./strict-json.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** What the person must be allowed to do; required on every route of the staff API. */
    verb?: Verb;
    /** Gives way first when there is too much to do: nothing is lost that somebody answered. */
    expendable?: boolean;
    /** True where a body may be a sealed response, which is longer than others. */
    takesSealed?: boolean;
    /** Room for bodies that are longer than others; with the same `bodyLimit` of the route. */
    room?: Room;
  }
  interface FastifyRequest {
    /** Who is asking, on routes of the staff API. */
    signedIn: SignedIn | null;
  }
}
