import type { Item } from "../../definition/index.ts";
import type { Objection, Rule } from "../rule.ts";

/** Recordings that say something else than what is written, and lists that leave part of the questionnaire silent. */
export const recordings: Rule = {
  id: "recordings",
  severity: "warning",
  reason: {
    en: "Who listens and who reads must be asked the same. After a change of wording the old recording asks the old question.",
    lt: "Kas klauso ir kas skaito, turi būti klausiami to paties. Pakeitus formuluotę, senas įrašas klausia senojo klausimo.",
  },
  *check({ items, recordings }) {
    if (recordings === undefined) return;
    const byName = new Map(items.map((item) => [item.name, item]));
    for (const [name, languages] of Object.entries(recordings.items)) {
      const path = `recordings.items.${name}`;
      const item = byName.get(name);
      if (item === undefined) yield unknown(path, name);
      else
        for (const [language, { says }] of Object.entries(languages))
          if (!isWritten(item, language, says)) yield otherWords(`${path}.${language}`, name, language);
    }
    for (const language of spokenIn(recordings.items))
      for (const item of items)
        if (!item.hidden && item.kind !== "calculated" && !recordings.items[item.name]?.[language])
          yield silent(item, language);
  },
};

/** The title as it is now stands word for word in what is heard; options may follow it. */
function isWritten({ titles }: Item, language: string, says: string): boolean {
  const plain = (text: string) => text.replace(/\s+/g, " ").trim().toLowerCase();
  return plain(says).startsWith(plain(titles[language] ?? titles.default ?? ""));
}

function spokenIn(items: Readonly<Record<string, Readonly<Record<string, unknown>>>>): Set<string> {
  return new Set(Object.values(items).flatMap((languages) => Object.keys(languages)));
}

function unknown(path: string, name: string): Objection {
  return {
    path,
    severity: "error",
    says: {
      en: [`There is a recording of ${name}, which is no item here.`, "Correct the name, or leave it out."],
      lt: [
        `Yra klausimo ${name} įrašas, o tokio klausimo čia nėra.`,
        "Ištaisykite vardą arba jį išbraukite.",
      ],
    },
  };
}

function otherWords(path: string, name: string, language: string): Objection {
  return {
    path,
    severity: "error",
    says: {
      en: [
        `The recording of ${name} in ${language} says other words than the question has now.`,
        "Record it anew, or leave it out; write the words that are heard under “says”.",
      ],
      lt: [
        `Klausimo ${name} įrašas (${language}) sako kitus žodžius, nei dabar parašyta.`,
        "Įrašykite iš naujo arba išbraukite; prie „says“ parašykite girdimus žodžius.",
      ],
    },
  };
}

function silent({ name, path }: Item, language: string): Objection {
  return {
    path,
    severity: "advice",
    says: {
      en: [
        `Other items can be heard in ${language}, ${name} cannot.`,
        "Who depends on listening stops here: record it too.",
      ],
      lt: [
        `Kitų klausimų galima paklausyti (${language}), o ${name} – ne.`,
        "Kam būtina klausytis, čia sustos: įrašykite ir šį.",
      ],
    },
  };
}
