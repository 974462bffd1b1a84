import type { TextPair, TranslationCheck } from "./check.ts";
import { addressesIn } from "./links.ts";
import { withoutPlaceholders } from "./placeholders.ts";
import { ownScript } from "./scripts.ts";

/** Words that carry grammar, not meaning: no other of our languages spells them so. */
const functionWords = new Map<string, ReadonlySet<string>>([
  [
    "lt",
    new Set(
      "ir arba kad yra jūs jūsų jums nėra kaip kurie kuris kuri šiuo apie prie iš už nuo per jei".split(" "),
    ),
  ],
  [
    "en",
    new Set("the and your you are with which have what who this that from were would should".split(" ")),
  ],
]);

export const residue: TranslationCheck = {
  id: "residue",
  why: "Words of the source language are not understood by those for whom the translation is made.",
  severity: "warning",
  *check(pair) {
    if (isIdentical(pair)) yield "The translation is the same as the source.";
    else {
      yield* foreignLetters(pair);
      yield* sourceWords(pair);
    }
  },
};

/** The same words, and more than a name, a number or an abbreviation. */
function isIdentical({ source, target }: TextPair): boolean {
  return (
    source.trim() === target.trim() &&
    wordsOf(source).filter((word) => word === word.toLowerCase() && [...word].length > 2).length > 0
  );
}

/** Latin words in a text of another script, unless the source has them too or they stand in brackets, as names do. */
function* foreignLetters({ source, target, language }: TextPair): Generator<string> {
  const own = ownScript(language);
  if (!own) return;
  const allowed = new Set([...bracketed(target), ...abbreviations(source)]);
  const latin = wordsOf(withoutBrackets(target)).filter(
    (word) => /\p{Script=Latin}/u.test(word) && !allowed.has(word),
  );
  const mixed = wordsOf(target).find((word) => /\p{Script=Latin}/u.test(word) && own.test(word));
  if (mixed !== undefined) yield `"${mixed}" mixes Latin letters with those of the language.`;
  else if (latin.length > 0) yield `Latin letters: ${[...new Set(latin)].slice(0, 5).join(", ")}.`;
}

function* sourceWords({ target, sourceLanguage, language }: TextPair): Generator<string> {
  const known = functionWords.get(sourceLanguage);
  if (!known || sourceLanguage === language) return;
  const found = new Set(
    wordsOf(withoutBrackets(target))
      .map((word) => word.toLowerCase())
      .filter((word) => known.has(word)),
  );
  if (found.size >= 2) yield `Words of the source language: ${[...found].slice(0, 5).join(", ")}.`;
}

function wordsOf(text: string): string[] {
  const plain = addressesIn(text).reduce((rest, address) => rest.replaceAll(address, " "), text);
  return (
    withoutPlaceholders(plain)
      .replace(/<[^<>]*>/g, " ")
      .match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? []
  );
}

function abbreviations(text: string): string[] {
  return wordsOf(text).filter((word) => word === word.toUpperCase());
}

function bracketed(text: string): string[] {
  return (text.match(/\([^()]*\)/g) ?? []).flatMap(wordsOf);
}

function withoutBrackets(text: string): string {
  return text.replace(/\([^()]*\)/g, " ");
}
