import { FilledNotice, givenWords, Help } from "@tiltas/instrument/definition";
import { z } from "zod";
import { Digest, Language, Mode } from "./responses.ts";
import { SealingKey } from "./sealing.ts";

const Text = z.record(z.string(), z.string());

/** Which questions are asked: the municipal core with one module drawn, or everything. */
export const Form = z.enum(givenWords.form);
/** How the people asked were found; clients are those who came to a desk. */
export const Sample = z.enum(givenWords.sample);
/** A pilot tries the questions out; the field may open only in languages that were pretested. */
export const Stage = z.enum(givenWords.stage);

/** What the respondent application needs to start: `GET /api/waves/:wave`. No session. */
export const PublicWave = z.strictObject({
  id: z.string(),
  title: Text,
  /** True while answers are invented for a demonstration; said on every screen. */
  synthetic: z.boolean(),
  open: z.boolean(),
  languages: z.array(Language),
  modes: z.array(Mode),
  form: Form.default("short"),
  sample: Sample.default("open"),
  stage: Stage.default("pilot"),
  /** Digest of the version on which new interviews start. */
  instrument: Digest,
  /** As the respondent reads it: filled with the particulars of the study. */
  notice: FilledNotice,
  /** Of the file `notice/N.json`, before it was filled. */
  noticeDigest: Digest,
  /** Where people find help; null where the instrument lists none. */
  help: Help.nullable().default(null),
  /** Items that say where a person lives, the actual place before the declared one. */
  municipalityItems: z.array(z.string()).default([]),
  /** Where finished responses are sealed to; null only on servers that hold none yet. */
  sealingKey: SealingKey.nullable().default(null),
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
