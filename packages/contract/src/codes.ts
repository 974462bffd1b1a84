import { z } from "zod";
import { bareCode, checkCharacter, codeAlphabet, grouped } from "./code-letters.ts";

export { bareCode, checkCharacter, codeAlphabet, grouped };

const bare = (length: number) => z.string().regex(new RegExp(`^[A-Z2-7]{${length}}$`));

/** A personal code, or one that pairs a tablet, bare: ten random characters (50 bits) and a check character; shown 5-5-1. */
export const PersonalCode = bare(11).refine(
  (code) => checkCharacter(code.slice(0, 10)) === code.at(10),
  "mistyped",
);
/** A receipt code, bare: 16 characters (80 bits); shown in groups of four. */
export const BareReceiptCode = bare(16);
/** A code with which a draft moves to another device: 16 characters (80 bits), made on the device that lets go. */
export const ResumeCode = bare(16);

/** `POST /api/codes/check`: is this personal code worth something for the wave? Says no more than that. */
export const CodeCheck = z.strictObject({ wave: z.string(), code: PersonalCode });
export const CodeState = z.strictObject({ state: z.enum(["fresh", "spent"]) });
export type CodeState = z.infer<typeof CodeState>;

/** `POST /api/staff/waves/:wave/codes`: new personal codes, shown once and kept only as HMAC. */
export const CodeOrder = z.strictObject({
  count: z.int().min(1).max(5_000),
  channel: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .nullable(),
});
export const IssuedCodes = z.strictObject({
  codes: z.array(z.strictObject({ code: PersonalCode, link: z.url() })),
});
export type IssuedCodes = z.infer<typeof IssuedCodes>;

/** A row of `GET /api/staff/waves/:wave/codes`: codes of one channel and day. How many were used, as a band of ten. */
export const CodeCounts = z.strictObject({
  channel: z.string().nullable(),
  issuedOn: z.iso.date(),
  issued: z.int(),
  spent: z.strictObject({ from: z.int(), to: z.int() }),
});
export type CodeCounts = z.infer<typeof CodeCounts>;
