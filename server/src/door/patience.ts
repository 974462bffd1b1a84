import { Socket } from "node:net";
import type { FastifyRequest } from "fastify";

/** Longest silence while something is computed, in milliseconds; otherwise a silent connection is closed much sooner. */
const longestWork = 300_000;

/** For routes that wait for a worker thread: whoever asks is not cut off meanwhile, on a machine that does much else. */
export const patient = {
  preHandler: async ({ raw: { socket } }: FastifyRequest): Promise<void> => {
    // Not so where a test asks without a connection.
    if (socket instanceof Socket) socket.setTimeout(longestWork);
  },
};
