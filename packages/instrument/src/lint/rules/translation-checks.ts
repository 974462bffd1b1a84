import {
  checkTranslations,
  type LanguageStatus,
  type TranslationFinding,
  translationChecks,
} from "../../translation/index.ts";
import type { Rule } from "../rule.ts";
import type { Subject } from "../subject.ts";
import { placeOf } from "../wordings.ts";

/** Reasons in Lithuanian of the checks in the translation room, by their ids. */
const reasons: ReadonlyMap<string, string> = new Map([
  ["placeholder", "Dingusi ar pakeista vieta atsakymui ekrane lieka tuščia arba rodo pati save."],
  ["tag", "Dingus žymai, tekstas rodomas kitaip negu šaltinyje."],
  ["direction", "Neuždarytas nematomas krypties ženklas apverčia tai, kas už jo."],
  ["numeral", "Kitas skaičius vertime – kitas klausimas: kitas laikotarpis, kita suma, kita skalės riba."],
  ["link", "Kitoje kalboje nuoroda vestų kitur arba niekur."],
  ["length", "Daug ilgesnis ar trumpesnis vertimas dažnai sako daugiau ar mažiau negu šaltinis."],
  ["residue", "Neišversti žodžiai lieka nesuprasti."],
  ["ending", "Kitoks sakinio galas iš klausimo padaro teiginį."],
  ["space", "Pamesti ar pridėti tarpai suglaudžia žodžius."],
  [
    "answer-list",
    "Jei tas pats atsakymas skirtinguose sąrašuose verčiamas skirtingai arba du sukeisti vietomis, skalė apsiverčia.",
  ],
]);

const answerList = {
  id: "answer-list",
  why: "The same answer translated in different ways, two answers with the same words, or two that are swapped turn a scale around.",
};

/** Checks that are often right about nothing: a look is enough. */
const forALook = new Set(["length", "residue", "ending", "space"]);

/** What the translation room checks in every translation, as rules: `translation/placeholder`, `translation/numeral` … */
export const translationRules: readonly Rule[] = [...translationChecks, answerList].map(({ id, why }) => ({
  id: `translation/${id}`,
  severity: forALook.has(id) ? "advice" : "warning",
  reason: { en: why, lt: reasons.get(id) ?? why },
  *check(subject) {
    for (const [path, findings] of byPlace(checked(subject), id)) {
      const told = `${findings[0]?.language}: ${findings.map(({ message }) => message).join(" ")}`;
      const isError = findings.some(({ severity }) => severity === "error");
      yield {
        path,
        severity: isError ? "error" : forALook.has(id) ? "advice" : "warning",
        says: {
          en: [told, "Compare it with the source; change it, or leave it if it is meant so."],
          lt: [told, "Palyginkite su šaltiniu; pakeiskite arba palikite, jei taip sumanyta."],
        },
      };
    }
  },
}));

/** What one check says, gathered by the place of the translation. */
function byPlace(
  findings: readonly TranslationFinding[],
  id: string,
): ReadonlyMap<string, TranslationFinding[]> {
  const places = new Map<string, TranslationFinding[]>();
  for (const finding of findings) {
    if (finding.check !== id) continue;
    const path = `${finding.path}.${finding.language}`;
    const there = places.get(path) ?? [];
    there.push(finding);
    places.set(path, there);
  }
  return places;
}

const known = new WeakMap<Subject, readonly TranslationFinding[]>();

/** All languages checked once for all rules. */
function checked(subject: Subject): readonly TranslationFinding[] {
  const { translation, languages } = subject;
  const findings =
    known.get(subject) ??
    translation.languages
      .filter(({ language }) => languages.includes(language))
      .flatMap((status) => placed(checkTranslations(status, translation.sourceLanguage), status));
  known.set(subject, findings);
  return findings;
}

/** Texts of the notice are placed in its file. */
function placed(findings: readonly TranslationFinding[], { strings }: LanguageStatus): TranslationFinding[] {
  const units = new Map(strings.map(({ unit }) => [unit.key, unit]));
  return findings.map((finding) => {
    const unit = units.get(finding.key);
    return unit === undefined ? finding : { ...finding, path: placeOf(unit) };
  });
}
