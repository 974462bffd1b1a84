import { z } from "zod";
import { Digest, ResponseUpload, WaveId } from "./responses.ts";

/** base64url without padding (RFC 4648 §5). */
const Bytes = z.string().regex(/^[\w-]+$/);

/** Names a key of a study: the first 16 hexadecimal digits of the SHA-256 of its public key (uncompressed point). */
export const KeyId = z.string().regex(/^[0-9a-f]{16}$/);

/** The public key to which finished responses of a study are sealed: P-256, uncompressed point (65 bytes). */
export const SealingKey = z.strictObject({ id: KeyId, publicKey: Bytes.length(87) });
export type SealingKey = z.infer<typeof SealingKey>;

/**
 * A finished response as it waits on a device and travels: nobody but the server can open it, the device included.
 *
 * `ciphertext` is AES-256-GCM (12 bytes of `iv`, 16 bytes of tag at the end) over the UTF-8 of the JSON of a
 * `ResponseUpload`. Its key is HKDF-SHA-256 over the ECDH (P-256) secret of `ephemeral` and the study's key, with an
 * empty salt and `info` = "tiltas response " + key id; the additional data are "<responseId>/<revision>/<hash>/<wave>".
 */
export const SealedResponse = z.strictObject({
  responseId: ResponseUpload.shape.responseId,
  revision: ResponseUpload.shape.revision,
  hash: Digest,
  wave: WaveId,
  sealed: z.strictObject({
    key: KeyId,
    /** Public point made for this response alone. */
    ephemeral: Bytes.length(87),
    iv: Bytes.length(16),
    ciphertext: Bytes.max(360_000),
  }),
});
export type SealedResponse = z.infer<typeof SealedResponse>;

/** A file of sealed responses, as a device hands it to staff when it cannot deliver: `queue-<day>.json`. */
export const RescueFile = z.strictObject({
  format: z.literal("tiltas sealed responses 1"),
  responses: z.array(SealedResponse).max(5_000),
});
export type RescueFile = z.infer<typeof RescueFile>;

/** `POST /api/staff/rescue`: what became of each response of the file. */
export const RescueOutcome = z.strictObject({
  stored: z.int(),
  alreadyStored: z.int(),
  quarantined: z.int(),
  refused: z.array(z.strictObject({ responseId: z.string(), problem: z.string() })),
});
export type RescueOutcome = z.infer<typeof RescueOutcome>;
