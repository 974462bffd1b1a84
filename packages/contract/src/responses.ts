import { ConsentId, givenWords } from "@tiltas/instrument/definition";
import { z } from "zod";
import { PersonalCode } from "./codes.ts";

/** Limits of one response message; the device keeps them too. `listed`: values in lists, all lists together. */
export const limits = {
  bytes: 256 * 1024,
  depth: 12,
  keys: 2000,
  listed: 10_000,
  textCodePoints: 20_000,
} as const;

export const Digest = z.string().regex(/^[0-9a-f]{64}$/);
/** BCP 47; no registered tag is longer than 35 characters. */
export const Language = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);
/** Names of waves stand in links, and in databases that cannot keep NUL. */
export const WaveId = z
  .string()
  .min(1)
  .max(64)
  .regex(/^\P{Cc}*$/u);
/** As far as both databases count. */
const Revision = z.int32().min(1);

/** How the answers were given. */
export const Mode = z.enum(givenWords.mode);
export type Mode = z.infer<typeof Mode>;

/** The consent a person gave, kept as a record. Time to the hour, UTC: more would help to single a person out. */
export const Consent = z.strictObject({
  notice: z.int().min(1),
  noticeDigest: Digest,
  language: Language,
  time: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:00:00Z$/),
  /** Which of the separate consents were given, sorted; absent where the notice asks for none. */
  given: z
    .array(ConsentId)
    .refine((ids) => ids.every((id, at) => at === 0 || (ids[at - 1] ?? "") < id), "sorted, each once")
    .optional(),
});
export type Consent = z.infer<typeof Consent>;

/** Answers by item name, as SurveyJS writes them. */
export const Answers = z.record(z.string(), z.json());
export type Answers = z.infer<typeof Answers>;

/**
 * What a device sends. Identity is (responseId, revision), made on the device, so that a retry is harmless.
 * `hash` is the SHA-256 of the canonical JSON (RFC 8785) of {instrument, parent, consent, answers}.
 */
export const ResponseUpload = z.strictObject({
  responseId: z.uuid(),
  revision: Revision,
  parent: Revision.nullable(),
  instrument: Digest,
  wave: WaveId,
  consent: Consent,
  answers: Answers,
  hash: Digest,
  language: Language,
  mode: Mode,
  /** Recruitment channel carried by the link, such as "office-qr". */
  channel: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .nullable(),
  /** Personal code, spent when the response is stored and never kept beside it. */
  code: PersonalCode.optional(),
  /** True when a field that people cannot see was filled. */
  trap: z.literal(true).optional(),
  /** Changes of language and mode on the way, oldest first, by the page on which they happened. */
  changes: z
    .array(z.strictObject({ page: z.string().max(64), language: Language.optional(), mode: Mode.optional() }))
    .max(50)
    .optional(),
});
export type ResponseUpload = z.infer<typeof ResponseUpload>;

/** Proof that the response is on disk. Same identity and hash: the same receipt again. */
export const Receipt = z.strictObject({
  responseId: z.uuid(),
  revision: Revision,
  hash: Digest,
  outcome: z.enum(["stored", "already-stored"]),
  /** 16 base32 characters in groups of four; shown to the person. */
  code: z.string().regex(/^[A-Z2-7]{4}(-[A-Z2-7]{4}){3}$/),
  /** Public address of the server that keeps the response: where the code is worth something. */
  origin: z.url(),
});
export type Receipt = z.infer<typeof Receipt>;
