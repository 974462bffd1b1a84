import { Language, Mode } from "@tiltas/contract/responses";
import { ReviewRule } from "@tiltas/contract/reviews";
import { Form, Sample, Stage } from "@tiltas/contract/waves";
import type { StudyParticulars } from "@tiltas/instrument/definition";
import type { RetentionTerms } from "@tiltas/store/port";
import { z } from "zod";

const Text = z.record(z.string(), z.string().min(1));
const Id = z.string().regex(/^[a-z0-9][a-z0-9-]{1,63}$/, "lower-case letters, digits and hyphens");
const Version = z.string().regex(/^[a-z][a-z0-9-]*@\d+\.\d+\.\d+$/, "such as tcn-integration@0.1.0");

const Day = z.iso.date("must be a day written as 2026-11-23");

/** One thing that everybody who is asked must be told, by language; what is empty is refused by place and language. */
const Told = z.record(z.string(), z.string(), "must be there, as words by language");

const Days = z.int("a whole number of days").min(0).max(36_500);
const Terms = z
  .strictObject({
    answers: Days,
    paradata: Days,
    quarantine: Days,
    codes: Days,
    cases: Days,
    devices: Days,
    reports: Days,
  })
  .partial()
  .transform(withoutUnsaid);

/** What is not written is not there; `undefined` would be a term. */
function withoutUnsaid(terms: Record<string, number | undefined>): RetentionTerms {
  return Object.fromEntries(Object.entries(terms).filter(([, days]) => days !== undefined));
}

/** A study, and what it tells everybody who is asked. Organisations and role addresses, no person's name. */
const Study = z.strictObject({
  id: Id,
  title: Text,
  /** Who decides why and how the answers are used. */
  controller: Told,
  legalBasis: Told,
  recipients: Told,
  retention: Told,
  /** Contact of the data protection officer. */
  dataProtectionContact: Told,
  /** Contact of the research team. */
  contact: Told,
  /** That answers never affect a permit or protection. */
  noEffect: Told,
  /** Which review states enter estimates; without it what has issues waits for approval. */
  review: ReviewRule.optional(),
  /** Days that a class of data is kept after a wave has closed, where the standard term is not this study's. */
  terms: Terms.optional(),
  /** How many people sign a release: one unless the study asks for two. */
  signatures: z.union([z.literal(1), z.literal(2)], "1 or 2").optional(),
}) satisfies z.ZodType<StudyParticulars>;

/** `waves/<name>.json` in the data folder: one wave, as staff agreed it. */
export const WaveFile = z
  .strictObject({
    id: Id,
    title: Text,
    study: Study,
    /** The version on which new interviews start, and earlier ones whose drafts are still taken. */
    instrument: Version,
    earlierInstruments: z.array(Version).default([]),
    notice: z.int().min(1).default(1),
    indicators: z.int().min(1).default(1),
    languages: z.array(Language).min(1),
    modes: z.array(Mode).min(1),
    form: Form.default("short"),
    sample: Sample.default("open"),
    stage: Stage.default("pilot"),
    opens: Day,
    closes: Day,
    /** A file beside this one; null while there are no margins, and reports are then unweighted and say so. */
    margins: z
      .string()
      .regex(/^[\w-]+\.csv$/, "the name of a CSV file in the same folder")
      .nullable(),
  })
  .refine(({ opens, closes }) => opens <= closes, {
    path: ["closes"],
    error: "lies before the day on which the wave opens",
  });
export type WaveFile = z.infer<typeof WaveFile>;

/** A wave file that cannot be used; the message names the file, the place and the remedy. */
export class WaveFileError extends Error {
  constructor(file: string, what: string) {
    super(`${file}: ${what}`);
    this.name = "WaveFileError";
  }
}
