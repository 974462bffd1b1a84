import { z } from "zod";

const Text = z.record(z.string(), z.string().min(1));

/** An organisation or a hotline that helps; never a person. */
export const HelpEntry = z.strictObject({
  organisation: Text,
  /** What it helps with. */
  purpose: Text,
  /** As it is dialled; digits, spaces and a plus. */
  telephone: z
    .string()
    .regex(/^\+?[\d ()-]{3,20}$/, "digits, spaces and a plus")
    .optional(),
  web: z.url({ protocol: /^https?$/ }).optional(),
  /** Where this was found and when; for those who keep the list, not shown. */
  source: z.string().min(1).optional(),
});
export type HelpEntry = z.infer<typeof HelpEntry>;

/** `help/N.json`: where people find help, for the whole country and by code of the municipality. Numbered and append-only. */
export const Help = z.strictObject({
  number: z.int().min(1),
  national: z.array(HelpEntry).min(1),
  municipalities: z.record(z.string().regex(/^\d{2}$/, "a code of two digits"), z.array(HelpEntry)),
});
export type Help = z.infer<typeof Help>;

/** Help for one place: its own first, then the country's. */
export function helpIn(help: Help, municipality: string | undefined): readonly HelpEntry[] {
  const local = municipality === undefined ? [] : (help.municipalities[municipality] ?? []);
  return [...local, ...help.national];
}
