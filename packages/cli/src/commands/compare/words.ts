import type { Bump, Standing, WordLanguage } from "@tiltas/instrument/versions";

interface Words {
  readonly nothing: string;
  readonly required: (version: string | undefined, bump: Bump) => string;
  readonly tooLow: (declared: string) => string;
  readonly enough: (declared: string) => string;
  readonly groups: Readonly<Record<"open" | "answered" | Bump, (count: number) => string>>;
  readonly standing: Readonly<Record<Standing, string>>;
  readonly touches: string;
  readonly trend: string;
  readonly indicators: string;
  readonly roles: string;
  readonly translations: Readonly<Record<"changed" | "stale" | "missing", string>>;
  readonly responses: (count: number, version: string) => string;
  readonly summary: (indicators: number, responses: number) => string;
  readonly answeredBy: string;
  readonly mapping: string;
  readonly proposal: (number: number) => string;
  readonly wrote: (file: string) => string;
  readonly more: (count: number) => string;
}

/** What frames the sentences of a comparison. */
export const words: Readonly<Record<WordLanguage, Words>> = {
  en: {
    nothing: "Nothing differs.",
    required: (version, bump) =>
      `Required version: ${version === undefined ? bump : `${version} (${bump})`}.`,
    tooLow: (declared) => `The manifest says ${declared}, which is too low.`,
    enough: (declared) => `The manifest says ${declared}, which is enough.`,
    groups: {
      open: (count) => `Breaks without an answer (${count}): publishing waits for them`,
      answered: (count) => `Breaks answered in the mapping (${count})`,
      major: (count) => `Breaks (${count})`,
      minor: (count) => `Something is added, earlier answers keep their meaning (${count})`,
      patch: (count) => `No answer changes meaning (${count})`,
    },
    standing: { comparable: "trend goes on", "with-note": "trend with a note", broken: "trend ends" },
    touches: "touches",
    trend: "trend",
    indicators: "indicators",
    roles: "quotas and weights by",
    translations: {
      changed: "changed texts in",
      stale: "stale translations in",
      missing: "new texts in",
    },
    responses: (count, version) => `${count} response${count === 1 ? "" : "s"} to ${version}`,
    summary: (indicators, responses) =>
      `In all it touches ${indicators} indicator${indicators === 1 ? "" : "s"} and ${responses} stored response${responses === 1 ? "" : "s"}.`,
    answeredBy: "mapping",
    mapping: "What the mapping still lacks",
    proposal: (number) =>
      `A mapping to begin with (mapping/${number}.json of the later version; --write-mapping writes it). Notes that begin with “?” wait for your decision:`,
    wrote: (file) =>
      `Wrote ${file}. Open it in a text editor: choose the kind of each entry, and write your reason in place of each note that begins with “?”.`,
    more: (count) => `… and ${count} more; --json shows all`,
  },
  lt: {
    nothing: "Skirtumų nėra.",
    required: (version, bump) =>
      `Reikalingas versijos numeris: ${version === undefined ? bump : `${version} (${bump})`}.`,
    tooLow: (declared) => `Faile manifest.json nurodytas ${declared} per mažas.`,
    enough: (declared) => `Faile manifest.json nurodyto ${declared} pakanka.`,
    groups: {
      open: (count) => `Lūžiai be atsakymo (${count}): publikuoti dar negalima`,
      answered: (count) => `Lūžiai, į kuriuos atsakyta atitikmenyse (${count})`,
      major: (count) => `Lūžiai (${count})`,
      minor: (count) => `Kai kas pridėta, ankstesni atsakymai reiškia tą patį (${count})`,
      patch: (count) => `Atsakymų prasmė nesikeičia (${count})`,
    },
    standing: { comparable: "eilutė tęsiasi", "with-note": "eilutė su pastaba", broken: "eilutė nutrūksta" },
    touches: "paliečia",
    trend: "eilutė",
    indicators: "rodikliai",
    roles: "kvotos ir svoriai pagal",
    translations: { changed: "pakeisti tekstai", stale: "pasenę vertimai", missing: "nauji tekstai" },
    responses: (count, version) => `${version} atsakymų: ${count}`,
    summary: (indicators, responses) =>
      `Iš viso palietė rodiklių: ${indicators}, saugomų atsakymų: ${responses}.`,
    answeredBy: "atitikmenys",
    mapping: "Ko dar trūksta atitikmenyse",
    proposal: (number) =>
      `Atitikmenų pradžia (vėlesnės versijos mapping/${number}.json; įrašo --write-mapping). Pastabos, prasidedančios „?“, laukia jūsų sprendimo:`,
    wrote: (file) =>
      `Įrašyta: ${file}. Atverkite teksto rengykle: parinkite kiekvieno įrašo „kind“ ir vietoj pastabų, prasidedančių „?“, parašykite priežastį.`,
    more: (count) => `… ir dar ${count}; visus rodo --json`,
  },
};
