import { z } from "zod";
import { Digest } from "./responses.ts";

/** A margins file is a CSV; longer ones than this are refused. */
export const longestMargins = 300_000;

/** `POST /api/staff/waves/:wave/margins/check` looks only; `POST /api/staff/waves/:wave/margins` keeps it when nothing is wrong (201 MarginsShown, otherwise 422 "margins-refused" with `errors`). */
export const MarginsFile = z.strictObject({
  /** As the file was called. */
  name: z.string().trim().min(1).max(120),
  csv: z.string().min(1).max(longestMargins),
});
export type MarginsFile = z.infer<typeof MarginsFile>;

/** What the analysis says, in the languages of staff. */
const Sentence = z.strictObject({ lt: z.string(), en: z.string() });

/** One margin as it was read: what a person compares with the letter it came in. */
export const MarginRead = z.strictObject({
  id: z.string(),
  /** Roles of the dimensions it counts by, such as "municipality". */
  dimensions: z.array(z.string()),
  cells: z.int(),
  /** Sum as given, and how far it is from the declared total (a share). */
  total: z.number(),
  gap: z.number(),
  date: z.string(),
  sources: z.array(z.string()),
  confidences: z.array(z.string()),
});
export type MarginRead = z.infer<typeof MarginRead>;

export const MarginsCheck = z.strictObject({
  usable: z.boolean(),
  /** Everything that must be put right, by line of the file (the header is line 1; null: the whole file). */
  problems: z.array(z.strictObject({ line: z.int().nullable(), sentence: Sentence })),
  /** What weighting will say about it, though it can be used. */
  notes: z.array(Sentence),
  /** Declared total; null when it could not be read. */
  total: z.number().nullable(),
  margins: z.array(MarginRead),
  /** True: a count is from memory or invented, for synthetic studies only. */
  demonstration: z.boolean(),
});
export type MarginsCheck = z.infer<typeof MarginsCheck>;

/** `GET /api/staff/waves/:wave/margins`: what weights are made from now; null before there is a file. */
export const MarginsShown = z.strictObject({
  current: z
    .strictObject({
      digest: Digest,
      /** null for margins that came with the wave's own file. */
      name: z.string().nullable(),
      by: z.string().nullable(),
      at: z.iso.datetime().nullable(),
      check: MarginsCheck,
    })
    .nullable(),
  /** Earlier uploads, newest first. */
  earlier: z.array(
    z.strictObject({ digest: Digest, name: z.string(), by: z.string(), at: z.iso.datetime() }),
  ),
});
export type MarginsShown = z.infer<typeof MarginsShown>;
