import type { LanguageStatus, TranslationString } from "../status.ts";
import type { TranslationCheck } from "./check.ts";
import { directions } from "./directions.ts";
import { ends } from "./endings.ts";
import { length } from "./length.ts";
import { links } from "./links.ts";
import { type ListObjection, sameWords, someMissing, unusualWords } from "./lists.ts";
import { numerals } from "./numerals.ts";
import { placeholders } from "./placeholders.ts";
import { turnedRound } from "./poles.ts";
import { residue } from "./residue.ts";
import { spaces } from "./spaces.ts";
import { tags } from "./tags.ts";

/** The checks of single texts, each with its reason. */
export const translationChecks: readonly TranslationCheck[] = [
  placeholders,
  tags,
  directions,
  numerals,
  links,
  length,
  residue,
  ends,
  spaces,
];

/** An objection to one translation. */
export interface TranslationFinding {
  /** Id of the check: "placeholder", "length", "answer-list" … */
  readonly check: string;
  readonly severity: "error" | "warning";
  readonly language: string;
  readonly key: string;
  /** Place in the questionnaire or notice. */
  readonly path: string;
  readonly message: string;
}

/** What the checks say of one language, in the order of the questionnaire; nothing about the source itself. */
export function checkTranslations(status: LanguageStatus, sourceLanguage: string): TranslationFinding[] {
  if (status.isSource) return [];
  const { language, strings } = status;
  const place = new Map(strings.map(({ unit }, i) => [unit.key, i]));
  const single = strings.flatMap((string) => checkOne(string, language, sourceLanguage));
  const lists = checkLists(strings, sourceLanguage, language).map(({ string, message }) =>
    finding(string, language, { id: "answer-list", severity: "warning" }, message),
  );
  return [...single, ...lists].sort((a, b) => (place.get(a.key) ?? 0) - (place.get(b.key) ?? 0));
}

/** Signs of a text that are looked at: more than any question has, and a bound on the time a file can cost. */
const longestText = 5_000;

function checkOne(string: TranslationString, language: string, sourceLanguage: string): TranslationFinding[] {
  const { unit, text } = string;
  if (text === undefined || unit.source === "") return [];
  const pair = {
    source: unit.source.slice(0, longestText),
    sourceLanguage,
    target: text.slice(0, longestText),
    language,
  };
  return translationChecks.flatMap((check) =>
    [...check.check(pair)].map((message) => finding(string, language, check, message)),
  );
}

function checkLists(
  strings: readonly TranslationString[],
  source: string,
  language: string,
): ListObjection[] {
  const lists = new Map<string, TranslationString[]>();
  for (const string of strings) {
    const list = listOf(string);
    if (list !== undefined) {
      const members = lists.get(list) ?? [];
      members.push(string);
      lists.set(list, members);
    }
  }
  const all = [...lists.values()];
  const inEach = all.flatMap((list) => [
    ...sameWords(list),
    ...someMissing(list),
    ...turnedRound(list, source, language),
  ]);
  return [...inEach, ...unusualWords(all)];
}

/** Key of the list a text stands in: that of `age/choices/18-29:text` is `age/choices`. */
function listOf({ unit: { key, context } }: TranslationString): string | undefined {
  if (context.options === undefined || !key.endsWith(":text")) return undefined;
  return key.slice(0, key.lastIndexOf("/"));
}

function finding(
  { unit }: TranslationString,
  language: string,
  { id, severity }: Pick<TranslationCheck, "id" | "severity">,
  message: string,
): TranslationFinding {
  return { check: id, severity, language, key: unit.key, path: unit.path, message };
}
