import { z } from "zod";
import { Digest } from "./responses.ts";

/** `POST /api/staff/waves/:wave/microdata` → 202 MicrodataExport. Whoever asks answers for it until it expires. */
export const MicrodataRequest = z.strictObject({
  /** Person or institution that will hold the file. */
  holder: z.string().trim().min(1).max(200),
  purpose: z.string().trim().min(1).max(500),
  /** YYYY-MM-DD, within one year: on that day it is deleted here, and the holder deletes it too. */
  expires: z.iso.date(),
});
export type MicrodataRequest = z.infer<typeof MicrodataRequest>;

/** One row of the register: `GET /api/staff/waves/:wave/microdata`, newest first; `GET /api/staff/microdata/:id`; the file (zip: data.csv, codebook.csv, read-me.txt) at `…/:id/file`; `DELETE …/:id` removes the file, the row stays. */
export const MicrodataExport = z.strictObject({
  id: z.uuid(),
  wave: z.string(),
  holder: z.string(),
  purpose: z.string(),
  expires: z.iso.date(),
  by: z.string(),
  at: z.iso.datetime(),
  /** withdrawn-from: somebody in it withdrew, so the file is gone here and its holder must fetch a new one and delete the old. handed-over: written by a command for an audit, and never on this server. */
  state: z.enum(["running", "ready", "failed", "removed", "withdrawn-from", "expired", "handed-over"]),
  failure: z.string().nullable(),
  respondents: z.int().nullable(),
  /** SHA-256 of the file as it was handed out. */
  digest: Digest.nullable(),
  /** People who withdrew since it was made. */
  withdrawnSince: z.int(),
});
export type MicrodataExport = z.infer<typeof MicrodataExport>;
