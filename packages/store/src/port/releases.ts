/** From margins to releases: what is uploaded, planned, computed, signed and frozen, and who holds microdata. Figures themselves lie in files. */

/** A margins file as somebody uploaded it; only ever added to. */
export interface MarginsUpload {
  readonly wave: string;
  readonly name: string;
  readonly csv: string;
  /** SHA-256 of the text. */
  readonly digest: string;
  readonly by: string;
  readonly at: Date;
}

/** One number of a wave's analysis plan; only ever added to. Parts are JSON texts, null for the standard. */
export interface AnalysisPlanRecord {
  readonly wave: string;
  readonly number: number;
  readonly lattice: string | null;
  readonly weighting: string | null;
  readonly policies: string | null;
  readonly previousWave: string | null;
  readonly why: string;
  readonly by: string;
  readonly at: Date;
}

/** Computed figures that wait for signatures. */
export interface CandidateRecord {
  readonly id: string;
  readonly wave: string;
  readonly state: "running" | "ready" | "failed" | "cancelled" | "outdated" | "released";
  readonly requestedAt: Date;
  readonly requestedBy: string;
  /** The wave before, whose responses it may hold as well. */
  readonly previousWave: string | null;
  readonly respondents: number | null;
  readonly failure: string | null;
  /** JSON text; null before the first signature. */
  readonly notes: string | null;
  readonly corrects: number | null;
  /** Its number once it is a release. */
  readonly release: number | null;
  /** Oldest first. */
  readonly signatures: readonly { readonly by: string; readonly at: Date }[];
}

export type NewCandidate = Pick<
  CandidateRecord,
  "id" | "wave" | "requestedAt" | "requestedBy" | "previousWave"
>;

/** How a computation ended; one that somebody's withdrawal made outdated meanwhile stays outdated. */
export interface CandidateOutcome {
  readonly id: string;
  readonly state: "ready" | "failed" | "cancelled";
  readonly respondents: number | null;
  readonly failure: string | null;
}

export interface CandidateSignature {
  readonly id: string;
  readonly by: string;
  readonly at: Date;
  /** JSON text. */
  readonly notes: string;
  readonly corrects: number | null;
}

/** A frozen release as the register knows it; texts named so are JSON. */
export interface ReleaseRecord {
  readonly wave: string;
  readonly number: number;
  readonly candidate: string;
  readonly releasedAt: Date;
  readonly signedBy: readonly string[];
  readonly notes: string;
  readonly changed: readonly string[];
  /** SHA-256 by name, of the release files and the manifest. */
  readonly digests: Readonly<Record<string, string>>;
  /** Municipalities that have a page of their own. */
  readonly sheets: readonly string[];
  readonly corrects: number | null;
  readonly respondents: number;
  /** People who withdrew since. */
  readonly withdrawnSince: number;
}

export type NewRelease = Omit<ReleaseRecord, "withdrawnSince">;

/** A row of the register of microdata; the file itself lies in the data folder. */
export interface MicrodataRecord {
  readonly id: string;
  readonly wave: string;
  readonly holder: string;
  readonly purpose: string;
  readonly expires: string;
  readonly by: string;
  readonly at: Date;
  readonly state: "running" | "ready" | "failed" | "removed" | "withdrawn-from" | "expired";
  readonly failure: string | null;
  readonly respondents: number | null;
  readonly digest: string | null;
  readonly withdrawnSince: number;
}

export type NewMicrodata = Pick<
  MicrodataRecord,
  "id" | "wave" | "holder" | "purpose" | "expires" | "by" | "at"
>;

/** How making it ended, or what became of its file. One from which somebody withdrew never becomes ready again. */
export interface MicrodataOutcome extends Pick<MicrodataRecord, "id" | "failure" | "respondents" | "digest"> {
  readonly state: "ready" | "failed" | "removed" | "expired";
}

export interface Releases {
  /** Keeps the upload, and weights are made from it from now on. False if there is no such wave. */
  uploadMargins(upload: MarginsUpload): Promise<boolean>;
  /** Newest first, without their texts. */
  marginsUploads(wave: string): Promise<readonly Omit<MarginsUpload, "csv">[]>;
  /** Keeps the plan under the next number. @returns the number; undefined if there is no such wave */
  planAnalysis(plan: Omit<AnalysisPlanRecord, "number">): Promise<number | undefined>;
  /** Newest first. */
  analysisPlans(wave: string): Promise<readonly AnalysisPlanRecord[]>;
  /** Begins a computation, before it reads anything. False if there is no such wave. */
  beginCandidate(candidate: NewCandidate): Promise<boolean>;
  /** @returns the candidate as it stands now; undefined if there is none */
  endCandidate(outcome: CandidateOutcome): Promise<CandidateRecord | undefined>;
  findCandidate(id: string): Promise<CandidateRecord | undefined>;
  /** Newest first. */
  listCandidates(wave: string): Promise<readonly CandidateRecord[]>;
  /**
   * Adds a signature to a ready candidate; the first one writes notes and corrects, later ones must be for the same. The
   * same person again changes nothing.
   */
  signCandidate(
    signature: CandidateSignature,
  ): Promise<
    { readonly outcome: "signed" | "not-ready" | "differs"; readonly candidate: CandidateRecord } | undefined
  >;
  /**
   * Freezes a ready candidate as the next release of its wave. "kept"; "not-ready" when the candidate is not, or is no
   * longer; "number-taken" when its number is not the next.
   */
  keepRelease(release: NewRelease): Promise<"kept" | "not-ready" | "number-taken">;
  /** Newest first. */
  listReleases(wave: string): Promise<readonly ReleaseRecord[]>;
  /**
   * How many responses count otherwise than when a release was frozen, at most: those that came, were revised, withdrawn,
   * decided about or set aside since. Undefined if there is no such release.
   */
  changedSince(release: { readonly wave: string; readonly number: number }): Promise<number | undefined>;
  /** Enters the register, before anything is read. False if there is no such wave. */
  beginMicrodata(record: NewMicrodata): Promise<boolean>;
  endMicrodata(outcome: MicrodataOutcome): Promise<MicrodataRecord | undefined>;
  findMicrodata(id: string): Promise<MicrodataRecord | undefined>;
  /** Newest first. */
  listMicrodata(wave: string): Promise<readonly MicrodataRecord[]>;
}
