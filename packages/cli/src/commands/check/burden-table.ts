import type { Burden, FindingLanguage, FormBurden } from "@tiltas/instrument/lint";
import { textTable } from "../../terminal/index.ts";

const words: Readonly<Record<FindingLanguage, Record<string, string>>> = {
  en: {
    heading: "Burden by language and form",
    bounds: "The plan does not take this questionnaire, so no route was walked: these are bounds.",
    note: "Minutes: shortest / median / 95 % are done / longest of invented respondents, without notice and consent. Read at 52 ms a character, aloud (long form) at 68 (Brysbaert 2019, IReST 2012), answered at assumed speeds; LIX compares versions of one language, not languages.",
    columns: "language|form|items|words|minutes|words a sentence|LIX",
    core: "core alone",
  },
  lt: {
    heading: "Našta pagal kalbą ir formą",
    bounds: "Planas šio klausimyno nepriima, todėl keliai neišvaikščioti: tai ribos.",
    note: "Minutės: trumpiausias / mediana / 95 % baigia / ilgiausias išgalvotų respondentų kelias, be pranešimo ir sutikimo. Skaitoma 52 ms ženklui, balsu (ilgoji forma) – 68 (Brysbaert 2019, IReST 2012), atsakoma numanomu greičiu; LIX lygina vienos kalbos versijas, ne kalbas.",
    columns: "kalba|forma|klausimai|žodžiai|minutės|žodžiai sakinyje|LIX",
    core: "tik šerdis",
  },
};

/** The burden table for people, one line for each language and form. */
export function burdenTable(burdens: readonly Burden[], language: FindingLanguage): string {
  const told = words[language];
  if (burdens.every(({ forms }) => forms.every(({ longest }) => longest.items === 0))) return "";
  const rows = burdens.flatMap((burden) => burden.forms.map((form) => row(burden, form, told.core ?? "")));
  const bounds = burdens.some(({ isWalked }) => !isWalked) ? [`  ${told.bounds}`] : [];
  const table = textTable([(told.columns ?? "").split("|"), ...rows]);
  return [told.heading, table, ...bounds, `  ${told.note}`].join("\n");
}

function row(burden: Burden, form: FormBurden, core: string): string[] {
  const { shortest, typical, slow, longest } = form;
  return [
    burden.language,
    form.form === "core" ? core : form.form,
    String(typical.items),
    String(typical.words),
    [shortest, typical, slow, longest].map(({ minutes }) => minutes.toFixed(1)).join(" / "),
    burden.sentenceWords?.toFixed(1) ?? "–",
    burden.lix?.toFixed(0) ?? "–",
  ];
}
