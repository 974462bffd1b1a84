import { wordsIn } from "../../pace/index.ts";
import { sentencesIn } from "../burden/index.ts";
import type { Rule } from "../rule.ts";
import { plainText, quoted, wordingsOf } from "../wordings.ts";

/**
 * Most words of a sentence that people read without going back.
 *
 * @source  GOV.UK, Content design: writing for GOV.UK, "Short sentences": check sentences longer than 25 words
 */
const mostWords = 25;

/** Sentences too long to be understood at once. */
export const longSentence: Rule = {
  id: "long-sentence",
  severity: "advice",
  reason: {
    en: "Who must go back to the beginning of a sentence guesses instead; people who read in a second language do so first.",
    lt: "Kas turi grįžti į sakinio pradžią, ima spėlioti; pirmieji – skaitantys ne gimtąja kalba.",
  },
  *check(subject) {
    for (const { path, text } of wordingsOf(subject)) {
      const long = sentencesIn(plainText(text)).find((sentence) => wordsIn(sentence).length > mostWords);
      if (long === undefined) continue;
      const words = wordsIn(long).length;
      yield {
        path,
        says: {
          en: [
            `A sentence of ${words} words (at most ${mostWords}): ${quoted(long)}`,
            "Make two sentences of it.",
          ],
          lt: [
            `Sakinyje ${words} žodžiai (-ių) (daugiausia ${mostWords}): ${quoted(long, "lt")}`,
            "Padarykite iš jo du sakinius.",
          ],
        },
      };
    }
  },
};
