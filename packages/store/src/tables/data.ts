import type { StudyParticulars } from "@tiltas/instrument/definition";
import { sql } from "drizzle-orm";
import type { RetentionTerms, ReviewRule, WaveRecord } from "../port/index.ts";
import { buildFieldwork } from "./fieldwork.ts";
import { type Kit, postgresKit, sqliteKit } from "./kits.ts";
import { naming, ofWaveIn } from "./references.ts";
import { buildReleases } from "./releases.ts";

type Text = Readonly<Record<string, string>>;
type CodeCounts = readonly { readonly code: string; readonly count: number }[];

/** Instruments, studies, waves, responses, reports, and by what the keys are known that lie in files beside them. What belongs to a study carries its id, by which it could be sharded. */
function buildData(kit: Kit) {
  const instruments = kit.table(
    "instruments",
    {
      digest: kit.text().primaryKey(),
      id: kit.text().notNull(),
      version: kit.text().notNull(),
    },
    (t) => [kit.unique("instruments_id_version").on(t.id, t.version)],
  );
  const instrumentFiles = kit.table(
    "instrument_files",
    {
      digest: naming(kit, () => instruments.digest),
      path: kit.text().notNull(),
      content: kit.text().notNull(),
    },
    (t) => [kit.primaryKey({ name: "instrument_files_pk", columns: [t.digest, t.path] })],
  );
  const studies = kit.table("studies", {
    id: kit.text().primaryKey(),
    title: kit.json<Text>().notNull(),
    synthetic: kit.boolean().notNull(),
    particulars: kit.json<StudyParticulars>(),
    review: kit.json<ReviewRule>(),
    terms: kit.json<RetentionTerms>(),
    /** How many people sign a release. */
    signatures: kit.integer().$type<1 | 2>().notNull().default(1),
  });
  const waves = kit.table("waves", {
    id: kit.text().primaryKey(),
    study: naming(kit, () => studies.id),
    title: kit.json<Text>().notNull(),
    instrument: naming(kit, () => instruments.digest),
    earlierInstruments: kit.json<readonly string[]>().notNull(),
    notice: kit.integer().notNull(),
    indicators: kit.integer().notNull(),
    languages: kit.json<readonly string[]>().notNull(),
    modes: kit.json<readonly string[]>().notNull(),
    form: kit.text().$type<WaveRecord["form"]>().notNull().default("short"),
    sample: kit.text().$type<WaveRecord["sample"]>().notNull().default("open"),
    stage: kit.text().$type<WaveRecord["stage"]>().notNull().default("pilot"),
    opens: kit.text().notNull(),
    closes: kit.text().notNull(),
    marginsCsv: kit.text(),
    marginsDigest: kit.text(),
  });
  const responses = kit.table(
    "responses",
    {
      sequence: kit.sequence(),
      ...ofWaveIn(kit, { studies, waves }),
      responseId: kit.text().notNull(),
      revision: kit.integer().notNull(),
      parent: kit.integer(),
      instrument: naming(kit, () => instruments.digest),
      consent: kit.text().notNull(),
      answers: kit.text().notNull(),
      hash: kit.text().notNull(),
      language: kit.text().notNull(),
      mode: kit.text().notNull(),
      channel: kit.text(),
      municipality: kit.text(),
      findings: kit.text().notNull(),
      receivedAt: kit.instant().notNull(),
      changes: kit.text(),
      receipt: kit.text(),
      rowHash: kit.text(),
    },
    (t) => [
      kit.index("responses_receipt").on(t.receipt),
      kit.unique("responses_identity").on(t.responseId, t.revision),
      kit.index("responses_wave").on(t.wave, t.sequence),
      kit.index("responses_revised").on(t.wave, t.responseId, t.revision).where(sql`revision > 1`),
      kit.index("responses_with_issues").on(t.wave, t.sequence).where(sql`findings <> '[]'`),
    ],
  );
  const quarantine = kit.table(
    "quarantine",
    {
      responseId: kit.text().notNull(),
      hash: kit.text().notNull(),
      reason: kit.text().notNull(),
      envelope: kit.text().notNull(),
      receivedAt: kit.instant().notNull(),
    },
    (t) => [kit.primaryKey({ name: "quarantine_pk", columns: [t.responseId, t.hash] })],
  );
  const dailyCounts = kit.table(
    "daily_counts",
    {
      wave: naming(kit, () => waves.id),
      dimension: kit.text().notNull(),
      day: kit.text().notNull(),
      counts: kit.json<CodeCounts>().notNull(),
    },
    (t) => [kit.primaryKey({ name: "daily_counts_pk", columns: [t.wave, t.dimension, t.day] })],
  );
  // Nothing is written here any more: what earlier versions kept leaves by its term.
  const reports = kit.table(
    "reports",
    {
      id: kit.text().primaryKey(),
      wave: naming(kit, () => waves.id),
      language: kit.text().$type<"lt" | "en">().notNull(),
      state: kit.text().$type<"running" | "finished" | "failed" | "cancelled">().notNull(),
      requestedAt: kit.instant().notNull(),
      requestedBy: kit.text().notNull(),
      respondents: kit.integer(),
      failure: kit.text(),
    },
    (t) => [kit.index("reports_wave").on(t.wave, t.requestedAt)],
  );
  const keyMarks = kit.table("key_marks", {
    name: kit.text().primaryKey(),
    mark: kit.text().notNull(),
  });
  return {
    keyMarks,
    instruments,
    instrumentFiles,
    studies,
    waves,
    responses,
    quarantine,
    dailyCounts,
    reports,
    ...buildFieldwork(kit, { studies, waves }),
    ...buildReleases(kit, { studies, waves }),
  };
}

export type DataTables = ReturnType<typeof buildData>;

export const sqliteData: DataTables = buildData(sqliteKit);
export const postgresData: DataTables = buildData(postgresKit);
