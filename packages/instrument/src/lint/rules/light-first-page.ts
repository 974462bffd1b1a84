import { ConsentId, givenWords, type Instrument, type Outline } from "../../definition/index.ts";
import { type Cause, readFirstPage, type Unshowable } from "../../page/index.ts";
import type { Told } from "../finding.ts";
import type { Objection, Rule } from "../rule.ts";

/** First pages that cannot be shown before the whole questionnaire is there. */
export const lightFirstPage: Rule = {
  id: "light-first-page",
  severity: "error",
  reason: {
    en: "The first page of questions is sent as plain HTML, so that an old phone on a slow line takes answers at once. What only the questionnaire's program can do would make everybody wait for half a megabyte.",
    lt: "Pirmas klausimų puslapis siunčiamas kaip paprastas HTML, kad senas telefonas lėtame tinkle iš karto priimtų atsakymus. Ko be klausimyno programos padaryti negalima, verstų visus laukti pusės megabaito.",
  },
  *check({ instrument, outline }) {
    if (instrument === undefined) return;
    const seen = new Set<string>();
    for (const one of objectionsIn(instrument, outline)) {
      if (seen.has(one.path)) continue;
      seen.add(one.path);
      yield objection(one);
    }
  },
};

/** The page on which people begin may differ by mode, form, stage and sample: all of them are looked at. */
function* objectionsIn(instrument: Instrument, outline: Outline): Generator<Unshowable> {
  for (const mode of givenWords.mode)
    for (const form of givenWords.form)
      for (const stage of givenWords.stage)
        for (const sample of givenWords.sample) {
          const beforehand = { mode, form, stage, sample };
          const found = readFirstPage(instrument, beforehand, ConsentId.options, outline);
          if (found.kind === "unshowable") yield* found.because;
        }
}

const told: Readonly<Record<Cause, (what: string) => Told<readonly [string, string]>>> = {
  answers: (what) => ({
    en: [
      `On the first page, “${what}” depends on answers, on chance or on the day.`,
      "Keep conditions there to what the application fills in (mode, form, stage, sample, consents), or begin with a page before it.",
    ],
    lt: [
      `Pirmame puslapyje „${what}“ priklauso nuo atsakymų, atsitiktinumo ar dienos.`,
      "Ten sąlygas palikite tik tam, ką užpildo programa (būdas, forma, etapas, imtis, sutikimai), arba pradėkite kitu puslapiu.",
    ],
  }),
  type: (what) => ({
    en: [
      `The first page cannot show the item type ${what}.`,
      "Begin with single or multiple choices, a list, a rating, a number or words, and ask this on a later page.",
    ],
    lt: [
      `Pirmas puslapis negali parodyti ${what} tipo klausimo.`,
      "Pradėkite pasirinkimais, sąrašu, vertinimu, skaičiumi ar žodžiais, o šio klauskite vėliau.",
    ],
  }),
  property: (what) => ({
    en: [
      `The first page cannot do what “${what}” asks for.`,
      "Leave it out there, or ask this item on a later page.",
    ],
    lt: [
      `Pirmas puslapis negali atlikti to, ko prašo „${what}“.`,
      "Jos ten atsisakykite arba šio klausimo klauskite vėliau.",
    ],
  }),
  piping: (what) => ({
    en: [
      `The place ${what} would be filled with an answer, and on the first page there is none yet.`,
      "Write the words out, or move the text to a later page.",
    ],
    lt: [
      `Vieta ${what} būtų užpildyta atsakymu, o pirmame puslapyje jo dar nėra.`,
      "Žodžius įrašykite arba tekstą perkelkite į vėlesnį puslapį.",
    ],
  }),
  order: (what) => ({
    en: [
      `“${what}” changes which questions stand on the first page, or in which order.`,
      "Leave it out: pages are shown one by one, as they are written.",
    ],
    lt: [
      `„${what}“ keičia, kurie klausimai yra pirmame puslapyje ar kokia tvarka.`,
      "Jos atsisakykite: puslapiai rodomi po vieną, kaip surašyti.",
    ],
  }),
};

function objection({ path, cause, what }: Unshowable): Objection {
  return { path, says: told[cause](what) };
}
