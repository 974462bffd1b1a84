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

/**
 * `POST /api/resumes/:id/take`. A device that calls itself something of its own choice may take the draft again within
 * an hour, should the answer be lost on the way; whoever names no taker gets it once.
 */
export const ResumeTake = z.strictObject({
  taker: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
});
export type ResumeTake = z.infer<typeof ResumeTake>;
