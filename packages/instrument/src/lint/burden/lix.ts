import { wordsIn } from "../../pace/index.ts";

/**
 * LIX, how hard a text is to read: mean words per sentence plus the percentage of words longer than six letters.
 * It needs no list of words and no syllables, so it can be computed in every alphabet. Its bands (below 30 very easy,
 * 40 ordinary, 50 hard, above 60 very hard) were made for Swedish: between languages it is not compared, since
 * Lithuanian, Ukrainian and Russian words are longer; within a language it shows which version reads harder.
 *
 * @returns  undefined for fewer than 100 words
 * @source  Björnsson, C. H. (1968), Läsbarhet, Stockholm: Liber
 */
export function lix(texts: readonly string[]): number | undefined {
  const words = texts.flatMap(wordsIn);
  if (words.length < fewestWords) return undefined;
  const sentences = texts.reduce((sum, text) => sum + sentencesIn(text).length, 0);
  const long = words.filter((word) => [...word].length > 6).length;
  return words.length / Math.max(sentences, 1) + (100 * long) / words.length;
}

/** Mean words of a sentence; undefined for fewer than 100 words. */
export function sentenceLength(texts: readonly string[]): number | undefined {
  const words = texts.flatMap(wordsIn).length;
  const sentences = texts.reduce((sum, text) => sum + sentencesIn(text).length, 0);
  return words < fewestWords ? undefined : words / Math.max(sentences, 1);
}

const fewestWords = 100;

/** A text without a full stop is one sentence. */
export function sentencesIn(text: string): string[] {
  return text.split(/[.!?…:;؟。]+(?:\s+|$)/u).filter((sentence) => wordsIn(sentence).length > 0);
}
