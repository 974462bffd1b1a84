import { z } from "zod";
import { Language } from "./responses.ts";

/** Ways in which people are found; each becomes a code of the variable `channel_kind`. */
export const channelKinds = [
  "office",
  "poster",
  "letter",
  "message",
  "social",
  "partner",
  "event",
  "interviewer",
] as const;

/** A recruitment channel: where, how and in which language people were invited. */
export const Channel = z.strictObject({
  kind: z.enum(channelKinds),
  /** Two-digit municipality code, or null for the whole country. */
  place: z
    .string()
    .regex(/^\d{2}$/)
    .nullable(),
  /** null where the link leaves the language to the person. */
  language: Language.nullable(),
});
export type Channel = z.infer<typeof Channel>;

/** As it stands in links, QR codes and beside the response: `poster-57-uk`, `social-00-any`. */
export function channelName({ kind, place, language }: Channel): string {
  return `${kind}-${place ?? "00"}-${language ?? "any"}`;
}

/** The channel a name stands for; undefined for a name that was not made by `channelName`. */
export function channelOf(name: string): Channel | undefined {
  const [, kind, place, language] = /^([a-z]+)-(\d{2})-([a-z]{2,3}|any)$/.exec(name) ?? [];
  return Channel.safeParse({
    kind,
    place: place === "00" ? null : place,
    language: language === "any" ? null : language,
  }).data;
}
