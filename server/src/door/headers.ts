import type { FastifyInstance } from "fastify";

export type CspAdditions = Readonly<Record<string, readonly string[]>>;

const strictest: Readonly<Record<string, readonly string[]>> = {
  "default-src": ["'none'"],
  "base-uri": ["'none'"],
  "form-action": ["'none'"],
  "frame-ancestors": ["'none'"],
};

const ofApplications: Readonly<Record<string, readonly string[]>> = {
  "default-src": ["'none'"],
  "script-src": ["'self'"],
  "style-src": ["'self'"],
  "font-src": ["'self'"],
  "img-src": ["'self'", "data:"],
  "connect-src": ["'self'"],
  "manifest-src": ["'self'"],
  "worker-src": ["'self'"],
  "base-uri": ["'none'"],
  "form-action": ["'none'"],
  "frame-ancestors": ["'none'"],
};

const policyOfAnswers = written(strictest);

/** The policy of a web application's page, with what its build asks for (hashes of its own inline styles). */
export function policyOfPage(additions: CspAdditions): string {
  const policy = { ...ofApplications };
  for (const [directive, sources] of Object.entries(additions)) {
    policy[directive] = [
      ...(policy[directive] ?? []),
      ...sources.filter((source) => /^'sha(256|384|512)-[\w+/=-]+'$/.test(source)),
    ];
  }
  return written(policy);
}

function written(policy: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources.join(" ")}`)
    .join("; ");
}

/** Headers of every answer; pages replace the content policy by their own. */
export function sendSecurityHeaders(app: FastifyInstance, options: { https: boolean }): void {
  const headers = {
    "content-security-policy": policyOfAnswers,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cache-control": "no-store",
    ...(options.https ? { "strict-transport-security": "max-age=63072000; includeSubDomains" } : {}),
  };
  app.addHook("onRequest", (_request, reply, next) => {
    reply.headers(headers);
    next();
  });
}
