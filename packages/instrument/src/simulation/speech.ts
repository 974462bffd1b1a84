import type { Code } from "../definition/index.ts";
import type { Random } from "./random.ts";

/** Languages by citizenship group, as odds; invented. A group not named here speaks every language alike. */
const languages: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  ukr: { uk: 66, ru: 18, en: 10, lt: 6 },
  blr: { ru: 74, lt: 12, en: 14 },
  rus: { ru: 84, lt: 10, en: 6 },
  "central-asia": { ru: 76, en: 18, lt: 6 },
  "caucasus-turkey": { ru: 52, en: 42, lt: 6 },
  "south-asia": { en: 96, lt: 4 },
  other: { en: 78, ru: 12, lt: 10 },
  stateless: { ru: 56, lt: 38, en: 6 },
};

/** A language of the interview, among those the instrument speaks. */
export function drawLanguage(
  random: Random,
  citizenship: Code | undefined,
  spoken: readonly string[],
): string {
  const odds = Object.hasOwn(languages, String(citizenship)) ? languages[String(citizenship)] : undefined;
  const weights = spoken.map((language) => (odds === undefined ? 1 : (odds[language] ?? 0)));
  const known = weights.some((weight) => weight > 0);
  return spoken[known ? random.weighted(weights) : 0] ?? "en";
}

const sentences: Readonly<Record<string, readonly string[]>> = {
  en: [
    "Synthetic answer: more information in one place would help.",
    "Synthetic answer: opening hours after work would help.",
    "Synthetic answer: a language course near my home would help.",
    "Synthetic answer: nothing to add.",
  ],
  lt: [
    "Sintetinis atsakymas: padėtų daugiau informacijos vienoje vietoje.",
    "Sintetinis atsakymas: padėtų darbo laikas ir vakare.",
    "Sintetinis atsakymas: padėtų kalbos kursai arčiau namų.",
    "Sintetinis atsakymas: neturiu ką pridurti.",
  ],
  uk: [
    "Синтетична відповідь: допомогло б більше інформації в одному місці.",
    "Синтетична відповідь: допомогли б години прийому ввечері.",
    "Синтетична відповідь: допомогли б мовні курси ближче до дому.",
    "Синтетична відповідь: додати нічого.",
  ],
  ru: [
    "Синтетический ответ: помогло бы больше информации в одном месте.",
    "Синтетический ответ: помогли бы часы приёма вечером.",
    "Синтетический ответ: помогли бы языковые курсы ближе к дому.",
    "Синтетический ответ: добавить нечего.",
  ],
};

/** A short neutral sentence that says itself that it is invented. */
export function drawSentence(random: Random, language: string): string {
  const known = Object.hasOwn(sentences, language) ? sentences[language] : sentences.en;
  const list = known ?? [];
  return list[random.index(list.length)] ?? "";
}
