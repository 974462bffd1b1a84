import { createHash } from "node:crypto";
import rateLimit from "@fastify/rate-limit";
import { InvitationAccept, InvitationOpened, Session, SignIn } from "@tiltas/contract/people";
import { Refusal } from "@tiltas/contract/problems";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Sessions } from "../access/sessions.ts";
import type { SignInRoom, Started } from "../access/sign-in.ts";
import { dropSecret, secretIn, sendSecret } from "../door/cookie.ts";
import { whoAsks } from "../door/staff.ts";

const LinkToken = z.strictObject({ token: z.string().min(20).max(200) });

/** How often somebody may try, per window. */
export interface AttemptLimits {
  readonly perAddress: number;
  readonly perAccount: number;
  readonly inAll: number;
  /** Milliseconds. */
  readonly window: number;
}

/** Signing in and out, and accepting an invitation. */
export function sessionRoutes(needs: {
  signIn: SignInRoom;
  sessions: Sessions;
  attempts: AttemptLimits;
}): FastifyPluginAsyncZod {
  const { signIn, sessions } = needs;
  return async (app) => {
    const slowDown = await limitAttempts(app, needs.attempts);
    const enter = entering(sessions);

    app.post(
      "/api/session",
      { preHandler: slowDown, schema: { body: SignIn, response: { 200: Session } } },
      async (request, reply) => enter(request, reply, await signIn.signIn(request.body)),
    );
    app.get(
      "/api/session",
      { schema: { response: { 200: Session } } },
      async (request) => (await whoAsks(request, sessions)).session,
    );
    app.delete("/api/session", { schema: { response: { 204: z.null() } } }, async (request, reply) => {
      const secret = secretIn(request);
      if (secret !== undefined) await sessions.end(secret);
      dropSecret(reply);
      return reply.status(204).send(null);
    });
    app.post(
      "/api/invitations/open",
      { preHandler: slowDown, schema: { body: LinkToken, response: { 200: InvitationOpened } } },
      ({ body }) => signIn.openInvitation(body.token),
    );
    app.post(
      "/api/invitations/accept",
      { preHandler: slowDown, schema: { body: InvitationAccept, response: { 200: Session } } },
      async (request, reply) => enter(request, reply, await signIn.acceptInvitation(request.body)),
    );
  };
}

/** The new session's secret goes into the cookie; a session that the browser still held ends. */
function entering(sessions: Sessions) {
  return async (request: FastifyRequest, reply: FastifyReply, started: Started): Promise<Session> => {
    const earlier = secretIn(request);
    if (earlier !== undefined) await sessions.end(earlier);
    sendSecret(reply, started.secret);
    return started.session;
  };
}

/** Counted per address, per account and in all, so that one stranger can neither guess long nor lock others out cheaply. */
async function limitAttempts(app: FastifyInstance, { perAddress, perAccount, inAll, window }: AttemptLimits) {
  await app.register(rateLimit, { global: false });
  const limiters = [
    app.createRateLimit({ max: perAddress, timeWindow: window, keyGenerator: ({ ip }) => `address ${ip}` }),
    app.createRateLimit({ max: perAccount, timeWindow: window, keyGenerator: accountOf }),
    app.createRateLimit({ max: inAll, timeWindow: window, keyGenerator: () => "all" }),
  ];
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    for (const count of limiters) {
      const counted = await count(request);
      if (counted.isAllowed || !counted.isExceeded) continue;
      reply.header("retry-after", String(counted.ttlInSeconds));
      throw new Refusal(
        "too-many-attempts",
        `There were too many attempts. Try again in ${counted.ttlInSeconds} seconds.`,
      );
    }
  };
}

/** The account or link that is tried, as a digest: neither is kept in clear. */
function accountOf({ body, ip }: FastifyRequest): string {
  const tried =
    typeof body === "object" && body !== null
      ? ("email" in body && body.email) || ("token" in body && body.token)
      : undefined;
  return createHash("sha256")
    .update(`${tried || ip}`)
    .digest("base64url");
}
