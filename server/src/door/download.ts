import { open } from "node:fs/promises";
import { Socket } from "node:net";
import { Refusal } from "@tiltas/contract/problems";
import type { FastifyReply, FastifyRequest } from "fastify";

/** A file that leaves under a clean name. */
export interface Download {
  readonly path: string;
  readonly name: string;
  readonly type: string;
}

/** Longest silence while a file is being made, in milliseconds; otherwise a silent connection is closed much sooner. */
const longestMaking = 300_000;

/** For files that are made when they are first asked for: whoever asks is not cut off meanwhile. */
export function waitForMaking({ raw: { socket } }: FastifyRequest): void {
  // Not so where a test asks without a connection.
  if (socket instanceof Socket) socket.setTimeout(longestMaking);
}

/** Opened before anything is said, so that a file that is gone is told as such. */
export async function sendDownload(
  reply: FastifyReply,
  { path, name, type }: Download,
): Promise<FastifyReply> {
  const file = await open(path, "r").catch(() => undefined);
  if (!file) throw new Refusal("not-found", "This file is no longer kept here. Ask for it again.");
  return reply
    .type(type)
    .header("content-disposition", `attachment; filename="${name}"`)
    .send(file.createReadStream());
}
