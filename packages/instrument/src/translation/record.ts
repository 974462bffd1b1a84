import { z } from "zod";
import { adaptationKinds, translationStates } from "./states.ts";

const Proposal = z.strictObject({
  text: z.string().min(1),
  /** SHA-256 of the source text it was made for. */
  source: z.hash("sha256"),
});

/** What is known about one translation: the words that were judged, for which source, and how far they have come. */
export const TranslatedString = z.strictObject({
  text: z.string().min(1),
  /** SHA-256 of the source text it translates. */
  source: z.hash("sha256"),
  state: z.enum(translationStates),
  adaptation: z
    .strictObject({ kind: z.enum(adaptationKinds), note: z.string().exactOptional() })
    .exactOptional(),
  note: z.string().exactOptional(),
  /** Words that came in for a source that had changed meanwhile: not in the questionnaire, waiting to be looked at. */
  proposal: Proposal.exactOptional(),
});
export type TranslatedString = z.infer<typeof TranslatedString>;

/**
 * `translations/N.json`, append-only: what came to be known with step N, by language and key. Keys are those of
 * `unitsOf`. A later file replaces what an earlier one
 * says about the same key.
 */
export const TranslationRecord = z.strictObject({
  number: z.int().min(1),
  /** Language of the texts that are translated. */
  source: z.string().min(2),
  /** What happened, in words: "import of uk.xlsx". */
  occasion: z.string().exactOptional(),
  languages: z.record(z.string(), z.record(z.string(), TranslatedString)),
});
export type TranslationRecord = z.infer<typeof TranslationRecord>;

/** What all records say together, by language and key. */
export type Translations = ReadonlyMap<string, ReadonlyMap<string, TranslatedString>>;

export const noTranslations: Translations = new Map();

/** Why a record cannot be read. */
export interface RecordProblem {
  /** Which of the records, counted from 1, and the place in it. */
  readonly path: string;
  readonly message: string;
}

/** Puts the parsed files `translations/1.json`, `2.json` … together, in the order given. Never throws. */
export function readTranslations(files: readonly unknown[]): {
  readonly translations: Translations;
  readonly problems: readonly RecordProblem[];
} {
  const problems: RecordProblem[] = [];
  const records = files.flatMap((file, i) => {
    const { success, data, error } = TranslationRecord.safeParse(file);
    if (success) return [data];
    for (const issue of error.issues)
      problems.push({
        path: [`translations/${i + 1}.json`, ...issue.path.map(String)].join("."),
        message: issue.message,
      });
    return [];
  });
  return { translations: foldRecords(records), problems };
}

export function foldRecords(records: readonly TranslationRecord[]): Translations {
  const all = new Map<string, Map<string, TranslatedString>>();
  for (const { languages } of records)
    for (const [language, strings] of Object.entries(languages)) {
      const known = all.get(language) ?? new Map<string, TranslatedString>();
      for (const [key, string] of Object.entries(strings)) known.set(key, string);
      all.set(language, known);
    }
  return all;
}
