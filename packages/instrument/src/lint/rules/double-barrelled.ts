import type { Rule } from "../rule.ts";
import { askedWordings, plainText, quoted } from "../wordings.ts";
import { signsIn, type WordSigns } from "../words-by-language.ts";

/** "and/or" and the like, and conjunctions that join two clauses after a comma. */
const signs: WordSigns = {
  en: [/\band\/or\b/, /\bas well as\b/, /(?<=^[^,]*), and (?=[^,]*\?)/],
  lt: [
    /\bir\s?\/\s?(?:ar|arba)\b/,
    /\btaip pat ir\b/,
    /\bkaip ir\b.*\bbei\b/,
    /(?<=^[^,]*), ir (?=(?:ar|kaip|kiek|kada|kur) [^,]*\?)/,
  ],
  uk: [
    /(?:^|\s)(?:і|й|та)\s?\/\s?(?:або|чи)(?=\s)/,
    /, а також /,
    /(?<=^[^,]*), (?:і|й|та) (?=(?:чи|як|скільки|коли|де) [^,]*\?)/,
  ],
  ru: [/(?:^|\s)и\s?\/\s?или(?=\s)/, /, а также /, /(?<=^[^,]*), и (?=(?:как|сколько|когда|где|ли) [^,]*\?)/],
};

/** Questions that seem to ask two things at once. */
export const doubleBarrelled: Rule = {
  id: "double-barrelled",
  severity: "advice",
  reason: {
    en: "Who is asked two things at once can answer only one, and nobody knows which.",
    lt: "Klausiamas dviejų dalykų iš karto, žmogus tegali atsakyti į vieną, ir niekas nežino, į kurį.",
  },
  *check(subject) {
    for (const { path, language, text } of askedWordings(subject)) {
      const plain = plainText(text);
      const questions = plain.match(/[?？؟]/g)?.length ?? 0;
      const [sign] = questions > 1 ? ["? … ?"] : signsIn(plain, language, signs);
      if (sign === undefined) continue;
      yield {
        path,
        says: {
          en: [
            `It may ask two things at once (${sign}): ${quoted(text)}`,
            "Ask one thing per item, or leave it if it is one thing.",
          ],
          lt: [
            `Galbūt klausiama dviejų dalykų iš karto (${sign}): ${quoted(text, "lt")}`,
            "Vienu klausimu klauskite vieno dalyko arba palikite, jei dalykas vienas.",
          ],
        },
      };
    }
  },
};
