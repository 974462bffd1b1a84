import { z } from "zod";

/** Derived from the resume code by HKDF-SHA-256 with info "tiltas resume id": 32 hexadecimal digits. The server never sees the code. */
export const ResumeId = z.string().regex(/^[0-9a-f]{32}$/);

/**
 * `PUT /api/resumes/:id`: a draft on its way to another device, sealed under a key that only the code gives
 * (HKDF-SHA-256, info "tiltas resume key", AES-256-GCM). It leaves with the first `POST /api/resumes/:id/take`, or after 30 days.
 */
export const SealedDraft = z.strictObject({
  wave: z.string().min(1).max(64),
  iv: z.string().regex(/^[\w-]{16}$/),
  ciphertext: z
    .string()
    .regex(/^[\w-]+$/)
    .max(360_000),
});
export type SealedDraft = z.infer<typeof SealedDraft>;
export const resumeDays = 30;
