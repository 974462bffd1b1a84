import { Socket } from "node:net";
import { limits } from "@tiltas/contract/responses";
import {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  fastify,
  LogController,
} from "fastify";
import { refuseBrokenAddress, refuseBrokenRequest } from "./broken-requests.ts";
import { createLog, type LogStream } from "./log.ts";

export interface Listener {
  readonly tls?: { readonly cert: string; readonly key: string } | undefined;
  readonly trustProxy: boolean;
  readonly logLevel: string;
  /** Standard error, unless given. */
  readonly logStream?: LogStream;
}

/**
 * Longest time for a whole request, and for its headers (never the longer one: Node would swap the two), looked at every
 * second; for a connection on which nothing moves while an answer is due, and while one goes out: Node grants this last one
 * twice, because what the kernel took counts as read. Milliseconds. The largest body takes thirteen seconds at 225 kbit/s;
 * whoever is slower than all of these is gone within fifteen.
 */
const requestTimeout = 13_000;
const patience = { headersTimeout: 10_000, connectionsCheckingInterval: 1_000 } as const;
const connectionTimeout = 12_000;
const readingTimeout = 7_000;

/** Connections at once; above it new ones are closed at once, so that open ones keep their descriptors. */
const mostConnections = 16_000;

/** Fastify with our limits and nothing else yet; speaks https itself if given a certificate. */
export function bareApp({ trustProxy, tls, logLevel, logStream }: Listener): FastifyInstance {
  const options = {
    bodyLimit: limits.bytes,
    requestTimeout,
    connectionTimeout,
    return503OnClosing: false,
    logController: new LogController({ disableRequestLogging: true }),
    // Only the proxy that speaks to us is believed, never what came before it.
    trustProxy: trustProxy ? (_address: string, hop: number) => hop === 0 : false,
    loggerInstance: createLog(logLevel, logStream),
    exposeHeadRoutes: false,
    frameworkErrors: (_error: FastifyError, _request: FastifyRequest, reply: FastifyReply) =>
      refuseBrokenAddress(reply),
    clientErrorHandler: refuseBrokenRequest,
  };
  // Fastify's type for https differs in the raw server only, which nothing here touches.
  const app = tls
    ? (fastify({ ...options, https: { ...tls, ...patience } }) as unknown as FastifyInstance)
    : fastify({ ...options, http: patience });
  app.server.maxConnections = mostConnections;
  app.addHook("onSend", ({ raw: { socket } }, _reply, payload, next) => {
    // Not so where a test asks without a connection.
    if (socket instanceof Socket) socket.setTimeout(readingTimeout);
    next(null, payload);
  });
  return app;
}
