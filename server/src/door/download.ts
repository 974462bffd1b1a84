import { open } from "node:fs/promises";
import { Refusal } from "@tiltas/contract/problems";
import type { FastifyReply } from "fastify";

/** A file that leaves under a clean name. */
export interface Download {
  readonly path: string;
  readonly name: string;
  readonly type: string;
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
