import type { Item } from "../../definition/index.ts";
import type { Objection, Rule } from "../rule.ts";

/** Delicate items that do not say why they are asked, and reasons that reach nobody or not everybody. */
export const reasons: Rule = {
  id: "reasons",
  severity: "warning",
  reason: {
    en: "People answer a delicate question more readily, and more truly, when they can see why it is asked. The notice speaks of the whole questionnaire; a reason speaks of this question.",
    lt: "Į jautrų klausimą žmonės atsako mieliau ir tikriau, kai mato, kodėl jo klausiama. Informacija dalyviams kalba apie visą klausimyną, o priežastis – apie šį klausimą.",
  },
  *check({ items, languages, reasons, isFolder }) {
    if (!isFolder) return;
    const names = new Set(items.map(({ name }) => name));
    const explained = new Set(reasons?.reasons.flatMap((reason) => reason.items) ?? []);
    for (const [at, { items: named, text }] of (reasons?.reasons ?? []).entries()) {
      const path = `reasons.reasons[${at}]`;
      const missing = languages.filter((language) => text[language] === undefined);
      if (missing.length > 0) yield untranslated(`${path}.text`, missing);
      for (const name of named) if (!names.has(name)) yield unknown(`${path}.items`, name);
    }
    const silent = items.filter((item) => isDelicate(item) && !explained.has(item.name));
    if (silent.length > 0) yield unexplained(silent.map(({ name }) => name));
  },
};

function isDelicate({ hidden, measure: { dataClass } }: Item): boolean {
  return !hidden && (dataClass === "sensitive" || dataClass === "special-category");
}

function untranslated(path: string, languages: readonly string[]): Objection {
  return {
    path,
    says: {
      en: [
        `A reason is missing in ${languages.join(", ")}: people of these languages read it in another one.`,
        "Write it in every language of the questionnaire, as a list with the next number.",
      ],
      lt: [
        `Priežastis neparašyta šiomis kalbomis: ${languages.join(", ")}; jomis kalbantys ją skaitys kita kalba.`,
        "Parašykite ją visomis klausimyno kalbomis – sąraše kitu numeriu.",
      ],
    },
  };
}

function unknown(path: string, name: string): Objection {
  return {
    path,
    severity: "error",
    says: {
      en: [`A reason is given for ${name}, which is no item here.`, "Correct the name, or leave it out."],
      lt: [`Priežastis nurodyta klausimui ${name}, kurio čia nėra.`, "Ištaisykite vardą arba jį išbraukite."],
    },
  };
}

function unexplained(names: readonly string[]): Objection {
  return {
    path: "reasons",
    severity: "advice",
    says: {
      en: [
        `Delicate items do not say why they are asked: ${names.join(", ")}.`,
        "Write one or two plain sentences in reasons/1.json, or in the list with the next number.",
      ],
      lt: [
        `Jautrūs klausimai nesako, kodėl jų klausiama: ${names.join(", ")}.`,
        "Vieną ar du paprastus sakinius parašykite reasons/1.json arba sąraše kitu numeriu.",
      ],
    },
  };
}
