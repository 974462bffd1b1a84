import { burdenOf } from "../burden/index.ts";
import type { Rule } from "../rule.ts";

/** Minutes after which people leave: of a questionnaire they fill in themselves, and of an interview (the long form). */
const mostMinutes = { alone: 20, interview: 35 };

/** Questionnaires that take longer than people give. */
export const longInterview: Rule = {
  id: "long-interview",
  severity: "warning",
  reason: {
    en: "After about twenty minutes (thirty-five with an interviewer) people leave or tick anything; those who leave are not those who stay. The estimate reads in silence, an interview (the long form) aloud (Brysbaert 2019, IReST 2012), and answers at assumed speeds; a pilot replaces it.",
    lt: "Maždaug po dvidešimties minučių (su interviuotoju – po trisdešimt penkių) žmonės išeina arba žymi bet ką; išeinantys – ne tie patys, kurie lieka. Skaičiuojama tylaus skaitymo greičiu, interviu (ilgosios formos) – balsinio (Brysbaert 2019, IReST 2012), ir numanomu atsakymo greičiu; bandomasis tyrimas tai pakeis.",
  },
  *check(subject) {
    const routes = burdenOf(subject).flatMap(({ language, forms }) =>
      forms.map(({ form, typical }) => ({ language, form, typical })),
    );
    for (const { language, form, typical } of routes) {
      const most = form === "long" ? mostMinutes.interview : mostMinutes.alone;
      if (typical.minutes <= most) continue;
      const minutes = Math.round(typical.minutes);
      yield {
        path: "",
        says: {
          en: [
            `In ${language} a typical route takes about ${minutes} minutes (at most ${most}).`,
            "Drop items without a purpose, or ask modules of a random part of the respondents.",
          ],
          lt: [
            `Įprastas kelias (${language}) trunka apie ${minutes} min. (daugiausia ${most}).`,
            "Atsisakykite klausimų be tikslo arba modulius skirkite atsitiktinei respondentų daliai.",
          ],
        },
      };
    }
  },
};
