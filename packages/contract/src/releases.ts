import { z } from "zod";
import { Digest } from "./responses.ts";

const Text = z.record(z.string(), z.string());
/** What a person writes in both languages of the workbook. */
const Note = z.strictObject({ lt: z.string().trim().max(2_000), en: z.string().trim().max(2_000) });

/** Whose rules of protection a file follows: the ministry's house, or everybody. */
export const PolicyName = z.enum(["ministry", "public"]);
export type PolicyName = z.infer<typeof PolicyName>;

/** Steps of preparing a release, in order; the console shows them as a bar. */
export const CandidateStep = z.enum([
  "waiting",
  "reading",
  "weighting",
  "estimating",
  "comparing",
  "protecting",
  "writing",
]);
export type CandidateStep = z.infer<typeof CandidateStep>;

/**
 * A computed but unreleased set of figures: `POST /api/staff/waves/:wave/candidates` (no body) → 202, the one under way if there is one,
 * `GET /api/staff/waves/:wave/candidates` newest first, `GET /api/staff/candidates/:id`, `DELETE …/:id` cancels or throws away.
 */
export const Candidate = z.strictObject({
  id: z.uuid(),
  wave: z.string(),
  /** outdated: somebody withdrew since, so it can no longer be released. */
  state: z.enum(["running", "ready", "failed", "cancelled", "outdated", "released"]),
  step: CandidateStep,
  /** 0 to 1. */
  progress: z.number().min(0).max(1),
  requestedAt: z.iso.datetime(),
  /** Responses that entered; when ready. */
  respondents: z.int().nullable(),
  /** One sentence when failed: what happened and what to do next. */
  failure: z.string().nullable(),
  /** How many people must sign: one, or two where the study asks for it. */
  signaturesNeeded: z.int().min(1).max(2),
  /** Given so far, by e-mail address. */
  signatures: z.array(z.strictObject({ by: z.string(), at: z.iso.datetime() })),
  /** Written with the first signature. */
  notes: Note.nullable(),
  /** The release of this wave that it would correct; written with the first signature. */
  corrects: z.int().nullable(),
  /** Its number once released. */
  release: z.int().nullable(),
});
export type Candidate = z.infer<typeof Candidate>;

/**
 * `POST /api/staff/candidates/:id/signatures` → 200 Candidate. The last signature needed releases it ("released", `release` is
 * its number). The second must come from somebody else (409 "same-signature"); it repeats notes and corrects as it read them
 * (409 "notes-differ").
 */
export const Signature = z.strictObject({
  notes: Note,
  /** A wave that has been released before: the newest release, which this one corrects. */
  corrects: z.int32().min(1).nullable(),
});
export type Signature = z.infer<typeof Signature>;

/** What is shown and what is hidden, by reason: counts of cells only, never a value, never which cell. */
export const CellCounts = z.strictObject({
  published: z.int(),
  fewObservations: z.int(),
  tooFew: z.int(),
  protected: z.int(),
  leftOut: z.int(),
  notShownHere: z.int(),
  notEstimable: z.int(),
});
export type CellCounts = z.infer<typeof CellCounts>;

/** `GET /api/staff/candidates/:id/preview`, when ready. */
export const CandidatePreview = z.strictObject({
  policies: z.array(
    z.strictObject({
      policy: PolicyName,
      all: CellCounts,
      byCrossing: z.array(
        z.strictObject({ crossing: z.array(z.string()), label: Text, domains: z.int(), counts: CellCounts }),
      ),
      byIndicator: z.array(z.strictObject({ indicator: z.string(), label: Text, counts: CellCounts })),
      comparisons: z.int(),
    }),
  ),
  /** Municipalities that stand alone, with two waves pooled, or speak through their group. */
  ladder: z.strictObject({ single: z.int(), pooled: z.int(), group: z.int() }),
  /** SHA-256 by name of everything it was made from. */
  digests: z.record(z.string(), Digest),
  /** Against the newest release of the wave: how many cells of each policy would say something else; null for a first release. */
  changed: z.array(z.strictObject({ policy: PolicyName, cells: z.int() })).nullable(),
});
export type CandidatePreview = z.infer<typeof CandidatePreview>;

/**
 * One frozen release: `GET /api/staff/waves/:wave/releases`, newest first; one of them at `…/releases/:number`. Downloads, each
 * by the policy of whoever asks: `…/:number/workbook?language=lt|en` (xlsx), `…/:number/sheets/:municipality?language=lt|en`
 * (one HTML page A4), `…/:number/open-data` (zip, always the public policy), `…/:number/manifest` (JSON, ministry only).
 */
export const Release = z.strictObject({
  wave: z.string(),
  waveTitle: Text,
  number: z.int().min(1),
  synthetic: z.boolean(),
  releasedAt: z.iso.datetime(),
  signedBy: z.array(z.string()),
  notes: Note,
  respondents: z.int(),
  corrects: z.int().nullable(),
  /** The release by which this one was corrected. */
  correctedBy: z.int().nullable(),
  /** What changed since the release that it corrects, in sentences. */
  changed: z.array(z.string()),
  /** People who withdrew since, by the public policy in full tens; the frozen figures stay, a rebuild refuses. */
  withdrawnSince: z.int(),
  /** Which policy the person asking reads. */
  policy: PolicyName,
  /** Digest of that policy's release file. */
  digest: Digest,
  /** Municipalities that speak for themselves; the page of any other points to its group. */
  sheets: z.array(z.string()),
});
export type Release = z.infer<typeof Release>;

/** `GET /api/staff/releases`: the newest release of every wave, newest first. */
export const Releases = z.array(Release);

export const OutputLanguage = z.strictObject({ language: z.enum(["lt", "en"]) });
