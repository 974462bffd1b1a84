import { createHash } from "node:crypto";
import type { ResponseUpload } from "@tiltas/contract/responses";
import { canonicalJson } from "@tiltas/instrument/versions";

/** The hashed parts of a response as canonical text, exactly as they are kept. */
export interface CanonicalContent {
  readonly answers: string;
  readonly consent: string;
  readonly hash: string;
}

/**
 * The same hash as `contentHash` of @tiltas/instrument/versions, with the canonical texts that were hashed:
 * the keys of the content stand in alphabetical order, so the text can be put together from its parts.
 */
export function canonicalContent(
  upload: Pick<ResponseUpload, "instrument" | "parent" | "consent" | "answers">,
): CanonicalContent {
  const answers = canonicalJson(upload.answers);
  const consent = canonicalJson(upload.consent);
  const rest = `"instrument":"${upload.instrument}","parent":${upload.parent === null ? "null" : upload.parent}`;
  const hash = createHash("sha256")
    .update(`{"answers":${answers},"consent":${consent},${rest}}`)
    .digest("hex");
  return { answers, consent, hash };
}
