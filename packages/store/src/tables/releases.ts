import type { CandidateRecord, MicrodataRecord } from "../port/index.ts";
import type { Kit } from "./kits.ts";
import { type Above, naming, ofWaveIn } from "./references.ts";

/** Margins as they were uploaded, analysis plans, figures that wait for signatures, releases, and the register of microdata. */
export function buildReleases(kit: Kit, above: Above) {
  const ofWave = () => ofWaveIn(kit, above);
  const marginsUploads = kit.table(
    "margins_uploads",
    {
      sequence: kit.sequence(),
      ...ofWave(),
      name: kit.text().notNull(),
      csv: kit.text().notNull(),
      digest: kit.text().notNull(),
      by: kit.text().notNull(),
      at: kit.instant().notNull(),
    },
    (t) => [kit.index("margins_uploads_wave").on(t.wave, t.sequence)],
  );
  const analysisPlans = kit.table(
    "analysis_plans",
    {
      ...ofWave(),
      number: kit.integer().notNull(),
      /** JSON texts, or null for the standard. */
      lattice: kit.text(),
      weighting: kit.text(),
      policies: kit.text(),
      previousWave: kit.text(),
      why: kit.text().notNull(),
      by: kit.text().notNull(),
      at: kit.instant().notNull(),
    },
    (t) => [kit.primaryKey({ name: "analysis_plans_pk", columns: [t.wave, t.number] })],
  );
  const candidates = kit.table(
    "candidates",
    {
      id: kit.text().primaryKey(),
      ...ofWave(),
      state: kit.text().$type<CandidateRecord["state"]>().notNull(),
      requestedAt: kit.instant().notNull(),
      requestedBy: kit.text().notNull(),
      respondents: kit.integer(),
      failure: kit.text(),
      /** The wave before, whose responses it may hold as well. */
      previousWave: kit.text(),
      /** The newest row that there was when it was ready; while it runs, everybody may be in it. */
      lastSequence: kit.integer(),
      /** JSON text; written with the first signature. */
      notes: kit.text(),
      corrects: kit.integer(),
      release: kit.integer(),
    },
    (t) => [
      kit.index("candidates_wave").on(t.wave, t.requestedAt),
      kit.index("candidates_previous_wave").on(t.previousWave),
    ],
  );
  const candidateSignatures = kit.table(
    "candidate_signatures",
    {
      candidate: naming(kit, () => candidates.id),
      by: kit.text().notNull(),
      at: kit.instant().notNull(),
    },
    (t) => [kit.primaryKey({ name: "candidate_signatures_pk", columns: [t.candidate, t.by] })],
  );
  const releases = kit.table(
    "releases",
    {
      ...ofWave(),
      number: kit.integer().notNull(),
      candidate: kit.text().notNull(),
      releasedAt: kit.instant().notNull(),
      /** What the rest may know without the files: JSON texts. */
      signedBy: kit.text().notNull(),
      notes: kit.text().notNull(),
      changed: kit.text().notNull(),
      digests: kit.text().notNull(),
      sheets: kit.text().notNull(),
      corrects: kit.integer(),
      respondents: kit.integer().notNull(),
      lastSequence: kit.integer().notNull(),
      withdrawnSince: kit.integer().notNull(),
    },
    (t) => [
      kit.primaryKey({ name: "releases_pk", columns: [t.wave, t.number] }),
      kit.unique("releases_candidate").on(t.candidate),
    ],
  );
  const microdataExports = kit.table(
    "microdata_exports",
    {
      id: kit.text().primaryKey(),
      ...ofWave(),
      holder: kit.text().notNull(),
      purpose: kit.text().notNull(),
      /** YYYY-MM-DD (UTC): the first day on which it is no longer there. */
      expires: kit.text().notNull(),
      by: kit.text().notNull(),
      at: kit.instant().notNull(),
      state: kit.text().$type<MicrodataRecord["state"]>().notNull(),
      failure: kit.text(),
      respondents: kit.integer(),
      digest: kit.text(),
      /** As of a candidate. */
      lastSequence: kit.integer(),
      withdrawnSince: kit.integer().notNull(),
    },
    (t) => [kit.index("microdata_exports_wave").on(t.wave, t.at)],
  );
  return { marginsUploads, analysisPlans, candidates, candidateSignatures, releases, microdataExports };
}
