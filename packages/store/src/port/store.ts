import type { StudyParticulars } from "@tiltas/instrument/definition";
import type { Cases } from "./cases.ts";
import type { Codes } from "./codes.ts";
import type { Devices } from "./devices.ts";
import type { KeyMarks } from "./key-marks.ts";
import type { Releases } from "./releases.ts";
import type { Resumes } from "./resumes.ts";
import type { Reviews } from "./reviews.ts";
import type { Withdrawals } from "./withdrawals.ts";

/** What the rest of Tiltas may ask of the store, in domain verbs. SQLite and PostgreSQL both keep this promise. */

/** A response as the intake hands it over: `answers` and `consent` are canonical JSON text, never a JSON column. */
export interface NewResponse {
  readonly responseId: string;
  readonly revision: number;
  readonly parent: number | null;
  readonly instrument: string;
  readonly wave: string;
  readonly consent: string;
  readonly answers: string;
  /** SHA-256 of the canonical content; the same identity with another hash is a conflict. */
  readonly hash: string;
  readonly language: string;
  readonly mode: string;
  readonly channel: string | null;
  /** Two-digit code taken from the item with role "municipality", for scoped counts; null if not answered. */
  readonly municipality: string | null;
  /** Canonical JSON list of `{path, reason}`; "[]" when the answers fit the instrument. Flagged responses stay out of estimates until reviewed. */
  readonly findings: string;
  readonly receivedAt: Date;
  /** Canonical JSON list of changes of language and mode on the way; null when there were none. */
  readonly changes?: string | null;
  /** HMAC of the receipt code, by which its holder finds the response. */
  readonly receipt?: string | null;
  /** SHA-256 over every other column, so that rot in any of them is found. */
  readonly rowHash?: string | null;
  /** HMAC of a personal code that is spent in the same write and never kept beside the response. */
  readonly spends?: string;
}

export interface Received {
  readonly outcome: "stored" | "already-stored" | "conflict" | "withdrawn";
  /** Server order of the kept row; time never orders anything. */
  readonly sequence: number;
}

export interface StoredResponse extends NewResponse {
  readonly sequence: number;
}

/** A response without its texts, as whoever keeps its cells asks for it. */
export type ResponseHead = Pick<
  StoredResponse,
  | "sequence"
  | "responseId"
  | "revision"
  | "instrument"
  | "hash"
  | "language"
  | "mode"
  | "channel"
  | "findings"
  | "receivedAt"
> & { readonly changes: string | null };

/** A refused envelope with consent and within the limits: kept apart, so that the device can let go. */
export interface QuarantinedEnvelope {
  readonly responseId: string;
  readonly hash: string;
  readonly reason: string;
  /** Canonical JSON text of the whole envelope. */
  readonly envelope: string;
  readonly receivedAt: Date;
}

export interface StudyRecord {
  readonly id: string;
  readonly title: Readonly<Record<string, string>>;
  readonly synthetic: boolean;
  /** What its notice tells everybody who is asked; null for a study whose notice says all of it itself. */
  readonly particulars: StudyParticulars | null;
  /** Which review states enter estimates; null: the standard rule. */
  readonly review: ReviewRule | null;
  /** How long each class of data is kept; null: the standard terms. */
  readonly terms: RetentionTerms | null;
  /** How many people sign a release. */
  readonly signatures: 1 | 2;
}

/** The same shape as `ReviewRule` of @tiltas/contract/reviews. */
export interface ReviewRule {
  readonly received: boolean;
  readonly "has-issues": boolean;
  readonly approved: boolean;
  readonly rejected: false;
}

/** Days that each class of data is kept after its wave has closed; what is not named has the standard term. */
export type RetentionTerms = Readonly<
  Partial<Record<"answers" | "paradata" | "quarantine" | "codes" | "cases" | "devices" | "reports", number>>
>;

/** A study as it is saved: without particulars it has none. */
export type NewStudy = Omit<StudyRecord, StudyExtra> & Partial<Pick<StudyRecord, StudyExtra>>;
type StudyExtra = "particulars" | "review" | "terms" | "signatures";

export interface WaveRecord {
  readonly id: string;
  readonly study: string;
  readonly title: Readonly<Record<string, string>>;
  /** Digest of the version on which new interviews start. */
  readonly instrument: string;
  /** Digests of earlier versions whose drafts are still taken. */
  readonly earlierInstruments: readonly string[];
  readonly notice: number;
  readonly indicators: number;
  readonly languages: readonly string[];
  readonly modes: readonly string[];
  readonly form: "short" | "long";
  readonly sample: "register" | "open" | "network" | "venue" | "clients";
  readonly stage: "pilot" | "field";
  /** ISO dates (YYYY-MM-DD), both days included, Europe/Vilnius. */
  readonly opens: string;
  readonly closes: string;
  /** The margins file as text, with its SHA-256; null until one is given. */
  readonly margins: { readonly csv: string; readonly digest: string } | null;
}

/** A wave as it is saved: a short form, an open sample and a pilot unless it says otherwise. */
export type NewWave = Omit<WaveRecord, Way> & Partial<Pick<WaveRecord, Way>>;
type Way = "form" | "sample" | "stage";

/** An instrument folder as published: every file's text by its path inside the folder. */
export interface InstrumentRecord {
  readonly digest: string;
  readonly id: string;
  readonly version: string;
  readonly files: Readonly<Record<string, string>>;
}

/** Counts of one wave by one dimension on one day, made once and then left alone until the next day. */
export interface DailyCounts {
  readonly day: string;
  readonly counts: readonly { readonly code: string; readonly count: number }[];
}

export interface Store extends Cases, Codes, Devices, KeyMarks, Releases, Resumes, Reviews, Withdrawals {
  readonly dialect: "sqlite" | "postgres";
  /** Resolves only after commit and ledger sync. */
  receive(response: NewResponse): Promise<Received>;
  /** What is kept under this identity, whatever has become of its wave since. */
  findReceived(
    responseId: string,
    revision: number,
  ): Promise<{ sequence: number; hash: string; wave: string } | undefined>;
  /** False, and nothing kept, when quarantine is full: whoever sends is a stranger, so its room has an end. */
  quarantine(envelope: QuarantinedEnvelope): Promise<boolean>;
  /** Publishing the same digest again changes nothing; the same id and version with another digest throws. */
  publishInstrument(instrument: InstrumentRecord): Promise<void>;
  findInstrument(digest: string): Promise<InstrumentRecord | undefined>;
  listInstruments(): Promise<readonly Omit<InstrumentRecord, "files">[]>;
  saveStudy(study: NewStudy): Promise<void>;
  findStudy(id: string): Promise<StudyRecord | undefined>;
  /** A new wave, or a new state of an existing one. */
  saveWave(wave: NewWave): Promise<void>;
  findWave(id: string): Promise<WaveRecord | undefined>;
  listWaves(): Promise<readonly WaveRecord[]>;
  countResponses(wave: string): Promise<number>;
  /** The day's counts by "municipality" or "language"; the first call of a day (UTC) makes them. */
  dailyCounts(wave: string, dimension: "municipality" | "language", day: string): Promise<DailyCounts>;
  /** Newest revision of each response, in server order, in pages that never hold the whole wave in memory; with `until` as it was when that place was the last one. */
  responsesOfWave(wave: string, until?: number): AsyncIterable<StoredResponse>;
  /** The same responses without their texts. */
  headsOfWave(wave: string): AsyncIterable<ResponseHead>;
  /** Canonical JSON texts by response, of responses at these places in server order; who withdrew is not among them. */
  answersAt(sequences: readonly number[]): Promise<ReadonlyMap<string, string>>;
  /** Rejects with UnavailableError when nothing can be kept at this moment; costs next to nothing. */
  check(): Promise<void>;
  /** Waits for what is under way, closes connections, frees the folder. */
  close(): Promise<void>;
}
