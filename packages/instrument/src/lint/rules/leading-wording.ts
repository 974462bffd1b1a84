import type { Rule } from "../rule.ts";
import { askedWordings, plainText, quoted } from "../wordings.ts";
import { signsIn, type WordSigns } from "../words-by-language.ts";

/** Words that tell the respondent which answer is expected. Ours; to be extended by those who find more. */
const signs: WordSigns = {
  en: [
    /\b(?:do|would|is|are|did|should|could|have|has)n['’]t (?:you|it|we|they|there)\b/,
    /\b(?:obviously|of course|surely|undoubtedly|naturally|clearly)\b/,
    /\bas (?:you|we all|everybody|everyone) knows?\b/,
    /\b(?:everyone|everybody) (?:knows|agrees)\b/,
    /\bmost people (?:think|agree|believe|know)\b/,
    /^(?:do you agree that|isn['’]t it)\b/,
  ],
  lt: [
    /\bar (?:ne)(?:manote|galvojate|sutinkate|atrodo)\b/,
    /(?:^|[\s,])juk(?=[\s,])/,
    /\b(?:akivaizdu|be abejo|be abejonės|savaime suprantama|neabejotinai)\b/,
    /, žinoma,/,
    /\bkaip (?:žinote|visi žino|žinoma),/,
    /\bvisi (?:žino|sutinka)\b/,
    /\bdauguma žmonių (?:mano|galvoja|sutinka|žino)\b/,
    /^ar sutinkate, kad\b/,
  ],
  uk: [
    /(?:^|\s)чи не (?:вважаєте|здається|думаєте)/,
    /(?:^|[\s,])(?:адже|очевидно|звичайно|безперечно|безумовно|зрозуміло)(?=[\s,])/,
    /(?:^|\s)як (?:відомо|ви знаєте),/,
    /(?:^|\s)(?:усі|всі) (?:знають|згодні)/,
    /(?:^|\s)більшість людей (?:вважає|вважають|думає|думають)/,
    /^чи (?:згодні ви|ви згодні), що/,
  ],
  ru: [
    /(?:^|\s)не (?:считаете|кажется|думаете) ли/,
    /(?:^|[\s,])(?:ведь|очевидно|конечно|безусловно|несомненно|разумеется)(?=[\s,])/,
    /(?:^|\s)как (?:известно|вы знаете),/,
    /(?:^|\s)все (?:знают|согласны)/,
    /(?:^|\s)большинство людей (?:считает|считают|думает|думают)/,
    /^согласны ли вы, что/,
    /(?:^|\s)разве(?=\s)/,
  ],
};

/** Questions whose words seem to suggest the answer. */
export const leadingWording: Rule = {
  id: "leading-wording",
  severity: "advice",
  reason: {
    en: "Words that show which answer is expected move answers towards it, and most in people who fear to displease.",
    lt: "Žodžiai, rodantys, kokio atsakymo laukiama, prie jo ir stumia, o labiausiai tuos, kurie bijo neįtikti.",
  },
  *check(subject) {
    for (const { path, language, text } of askedWordings(subject)) {
      const [sign] = signsIn(plainText(text), language, signs);
      if (sign === undefined) continue;
      yield {
        path,
        says: {
          en: [
            `“${sign}” may suggest an answer: ${quoted(text)}`,
            "Ask so that every answer is as easy to give, for instance by naming both sides.",
          ],
          lt: [
            `„${sign}“ gali siūlyti atsakymą: ${quoted(text, "lt")}`,
            "Klauskite taip, kad kiekvieną atsakymą būtų vienodai lengva duoti, pavyzdžiui, įvardykite abi puses.",
          ],
        },
      };
    }
  },
};
