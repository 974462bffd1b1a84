import type { TranslationCheck } from "./check.ts";

/** Signs that end a sentence, by what they say. Armenian puts its question mark on a vowel inside the sentence. */
const endings: readonly (readonly [name: string, sign: RegExp])[] = [
  ["a question mark", /[?؟？፧\u037e]["”»“’)\]]*$|՞/u],
  ["a colon", /[:：]["”»“’)\]]*$/u],
];
const otherQuestionSigns = new Map([["el", /[;?]["”»“’)\]]*$/u]]);
const otherColonSigns = new Map([["hy", /[՝.:]["”»“’)\]]*$/u]]);

export const ends: TranslationCheck = {
  id: "ending",
  why: "A question without its mark reads as a statement; a statement with one reads as a question.",
  severity: "warning",
  *check({ source, target, sourceLanguage, language }) {
    for (const [name, sign] of endings) {
      const [before, after] = [
        endsWith(source, sourceLanguage, name, sign),
        endsWith(target, language, name, sign),
      ];
      if (before && !after) yield `The source ends with ${name}.`;
      if (!before && after) yield `The source does not end with ${name}.`;
    }
  },
};

function endsWith(text: string, language: string, name: string, sign: RegExp): boolean {
  const other = (name === "a colon" ? otherColonSigns : otherQuestionSigns).get(language);
  return (other ?? sign).test(text.trimEnd()) || sign.test(text.trimEnd());
}
