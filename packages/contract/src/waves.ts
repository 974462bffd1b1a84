import { Notice } from "@tiltas/instrument/definition";
import { z } from "zod";
import { Digest, Language, Mode } from "./responses.ts";

const Text = z.record(z.string(), z.string());

/** What the respondent application needs to start: `GET /api/waves/:wave`. No session. */
export const PublicWave = z.strictObject({
  id: z.string(),
  title: Text,
  /** True while answers are invented for a demonstration; said on every screen. */
  synthetic: z.boolean(),
  open: z.boolean(),
  languages: z.array(Language),
  modes: z.array(Mode),
  /** Digest of the version on which new interviews start. */
  instrument: Digest,
  notice: Notice,
  noticeDigest: Digest,
});
export type PublicWave = z.infer<typeof PublicWave>;

/** One row of the staff list `GET /api/staff/waves`. */
export const WaveSummary = z.strictObject({
  id: z.string(),
  study: z.string(),
  studyTitle: Text,
  title: Text,
  synthetic: z.boolean(),
  opens: z.string(),
  closes: z.string(),
  open: z.boolean(),
  languages: z.array(Language),
  instrument: z.strictObject({ id: z.string(), version: z.string(), digest: Digest }),
});
export type WaveSummary = z.infer<typeof WaveSummary>;

/** A band of ten: counts are never exact, never crossed, and change once a day. */
export const BandedCount = z.strictObject({ code: z.string(), label: Text, from: z.int(), to: z.int() });
export type BandedCount = z.infer<typeof BandedCount>;

/** `GET /api/staff/waves/:wave`. */
export const WaveDetail = z.strictObject({
  ...WaveSummary.shape,
  /** All responses, at once. */
  responses: z.int(),
  /** The day (UTC) on which the bands below were made. */
  bandsOf: z.string(),
  byMunicipality: z.array(BandedCount),
  byLanguage: z.array(BandedCount),
  /** The address respondents open; also the target of the QR code. */
  link: z.url(),
});
export type WaveDetail = z.infer<typeof WaveDetail>;
