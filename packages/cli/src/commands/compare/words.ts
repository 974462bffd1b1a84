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
  readonly proposal: string;
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
      missing: "texts missing in",
    },
    responses: (count, version) => `${count} responses to ${version}`,
    summary: (indicators, responses) =>
      `In all it touches ${indicators} indicators and ${responses} stored responses.`,
    answeredBy: "mapping",
    mapping: "What the mapping still lacks",
    proposal:
      "A mapping to begin with (mapping/1.json of the later version). Notes that begin with “?” wait for your decision:",
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
    translations: { changed: "pakeisti tekstai", stale: "pasenę vertimai", missing: "trūksta tekstų" },
    responses: (count, version) => `${version} atsakymų: ${count}`,
    summary: (indicators, responses) =>
      `Iš viso palietė rodiklių: ${indicators}, saugomų atsakymų: ${responses}.`,
    answeredBy: "atitikmenys",
    mapping: "Ko dar trūksta atitikmenyse",
    proposal:
      "Atitikmenų pradžia (vėlesnės versijos mapping/1.json). Pastabos, prasidedančios „?“, laukia jūsų sprendimo:",
    more: (count) => `… ir dar ${count}; visus rodo --json`,
  },
};
