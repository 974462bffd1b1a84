import { sha256 as sha256Bytes } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "./canonical.ts";

/** SHA-256 of the UTF-8 text, 64 lower-case hex digits. */
export function sha256(text: string): string {
  return bytesToHex(sha256Bytes(utf8ToBytes(text)));
}

/** SHA-256 of the canonical JSON: the same for every spelling of the same value. */
export function digest(value: unknown): string {
  return sha256(canonicalJson(value));
}

/** What the hash of a response covers; never paradata, attempt or envelope. */
export interface ResponseContent {
  /** Digest of the questionnaire. */
  readonly instrument: string;
  /** Revision this one follows, null for the first. */
  readonly parent: number | null;
  readonly consent: unknown;
  readonly answers: unknown;
}

/** The hash by which a repeated upload is recognised. Further members of the argument are left out. */
export function contentHash({ instrument, parent, consent, answers }: ResponseContent): string {
  return digest({ instrument, parent, consent, answers });
}
