import { z } from "zod";

const Text = z.record(z.string(), z.string().min(1));

/** What a study must tell everybody who is asked; a notice holds the places, the study's data fill them. */
export const particulars = [
  "controller",
  "legalBasis",
  "recipients",
  "retention",
  "dataProtectionContact",
  "contact",
  "noEffect",
] as const;
export type Particular = (typeof particulars)[number];

/** The particulars of one study, each by language. Organisations and role addresses, never a person's name. */
export type StudyParticulars = Readonly<Record<Particular, Readonly<Record<string, string>>>>;

/** Consents that are asked besides taking part; each can be left out without losing the others. */
export const ConsentId = z.enum(["sensitive", "recontact", "archive"]);
export type ConsentId = z.infer<typeof ConsentId>;

const SeparateConsent = z.strictObject({ id: ConsentId, question: Text, detail: Text.optional() });

/** A notice as a respondent reads it: its places are filled. */
export const FilledNotice = z.strictObject({
  number: z.int().min(1),
  title: Text,
  /** Short points; each opens to its detail in place. */
  points: z.array(z.strictObject({ heading: Text, detail: Text })).min(3),
  consent: z.strictObject({ question: Text, agree: Text, decline: Text, declined: Text }),
  /** Asked after taking part was agreed to, each on its own; absent where there are none. */
  consents: z.array(SeparateConsent).min(1).optional(),
});
export type FilledNotice = z.infer<typeof FilledNotice>;

/**
 * `notice/N.json`: what a person is told before being asked to take part, and the words of consent.
 * Numbered and append-only; a consent record names the number and the digest.
 */
export const Notice = FilledNotice.superRefine((notice, refusal) => {
  const stray = placesIn(notice).find((name) => !isParticular(name));
  if (stray !== undefined)
    refusal.addIssue(`{${stray}} is no particular of a study. There are: ${particulars.join(", ")}.`);
  const uneven = unevenText(notice);
  if (uneven !== undefined)
    refusal.addIssue(`${uneven}: every language names the same particulars. Add or take out a {place}.`);
  const ids = notice.consents?.map(({ id }) => id) ?? [];
  if (new Set(ids).size < ids.length) refusal.addIssue("consents: every id may be asked only once.");
});
export type Notice = z.infer<typeof Notice>;

/** The particulars that a notice leaves to the study. */
export function particularsIn(notice: Notice): Particular[] {
  const named = new Set(placesIn(notice));
  return particulars.filter((name) => named.has(name));
}

/** The notice as a respondent reads it: every `{controller}` replaced by the study's own words in that language. */
export function filledNotice(notice: Notice, study: StudyParticulars): Notice {
  return filled(notice, study);
}

const place = /\{(\w+)\}/g;

function placesIn(value: unknown): string[] {
  return [...JSON.stringify(value).matchAll(place)].map(([, name = ""]) => name);
}

/** The first text whose languages do not name the same particulars, by its place; nobody is told less than others. */
function unevenText(value: unknown, path: readonly string[] = []): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const entries = Object.entries(value);
  const named = entries.flatMap(([, one]) => (typeof one === "string" ? [placesIn(one).sort().join()] : []));
  if (named.length === entries.length && new Set(named).size > 1) return path.join(".");
  for (const [key, one] of entries) {
    const found = unevenText(one, [...path, key]);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isParticular(name: string): name is Particular {
  return particulars.some((known) => known === name);
}

function filled<Value>(value: Value, study: StudyParticulars): Value;
function filled(value: unknown, study: StudyParticulars): unknown {
  if (Array.isArray(value)) return value.map((one) => filled(one, study));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      typeof one === "string" ? filledText(one, key, study) : filled(one, study),
    ]),
  );
}

/** Texts stand under their language; a language the study does not speak keeps the place visible. */
function filledText(text: string, language: string, study: StudyParticulars): string {
  return text.replace(place, (whole, name: string) =>
    isParticular(name) ? (study[name][language] ?? whole) : whole,
  );
}
