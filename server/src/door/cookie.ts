import type { FastifyReply, FastifyRequest } from "fastify";
import "@fastify/cookie";

/** Browsers treat loopback as secure, so the same cookie works on http://localhost and over https. */
const name = "__Host-tiltas";
const attributes = { path: "/", secure: true, httpOnly: true, sameSite: "lax" } as const;

export function secretIn(request: FastifyRequest): string | undefined {
  const secret = request.cookies[name];
  return secret !== undefined && /^[\w-]{43}$/.test(secret) ? secret : undefined;
}

export function sendSecret(reply: FastifyReply, secret: string): void {
  reply.setCookie(name, secret, attributes);
}

export function dropSecret(reply: FastifyReply): void {
  reply.clearCookie(name, attributes);
}
