import { unattendedHeader } from "@tiltas/contract/people";
import { Refusal } from "@tiltas/contract/problems";
import { may, Role } from "@tiltas/contract/roles";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Sessions, SignedIn } from "../access/sessions.ts";
import { secretIn } from "./cookie.ts";

/** Nothing behind this door answers without a session, and without a role that includes the route's verb. */
export function guardStaff(app: FastifyInstance, sessions: Sessions): void {
  app.addHook("onRoute", ({ url, config }) => {
    if (config?.verb === undefined) throw new Error(`The route ${url} does not say which verb it needs.`);
  });
  app.addHook("onRequest", async (request) => {
    const verb = request.routeOptions.config.verb;
    request.signedIn = await whoAsks(request, sessions);
    if (verb === undefined || !may(Role.parse(request.signedIn.person.role), verb)) {
      throw new Refusal(
        "not-permitted",
        "Your role does not include this. Ask an administrator if you need it.",
      );
    }
  });
}

export async function whoAsks(request: FastifyRequest, sessions: Sessions): Promise<SignedIn> {
  const secret = secretIn(request);
  const signedIn =
    secret === undefined
      ? undefined
      : await sessions.find(secret, request.headers[unattendedHeader] !== undefined);
  if (!signedIn)
    throw new Refusal("signed-out", "Nobody is signed in, or the session has ended. Sign in again.");
  return signedIn;
}

/** The person asking, behind the staff door. */
export function asking(request: FastifyRequest): SignedIn["person"] {
  if (!request.signedIn) throw new Error("This route is not behind the staff door.");
  return request.signedIn.person;
}
