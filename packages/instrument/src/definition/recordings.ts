import { z } from "zod";

/** An item read aloud in one language. */
export const Recording = z.strictObject({
  /** The file under `recordings/`: MP3 or AAC, which every browser and phone plays. */
  file: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]{0,80}\.(?:mp3|m4a)$/, "a plain file name that ends in .mp3 or .m4a"),
  /** SHA-256 (lower-case hex) of the file's bytes. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The words that are heard, as they were written when they were read aloud. */
  says: z.string().min(1),
});
export type Recording = z.infer<typeof Recording>;

/** `recordings/N.json`: items read aloud, by item and language. Numbered and append-only; the highest is in force. */
export const Recordings = z.strictObject({
  number: z.int().min(1),
  items: z.record(z.string(), z.record(z.string(), Recording)),
});
export type Recordings = z.infer<typeof Recordings>;
