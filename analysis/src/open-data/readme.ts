import type { Manifest, ReleaseFile } from "../release/index.ts";

/** What a person needs to know who opens the package without us. */
export function readme(
  { study, wave, sampling, thresholds }: ReleaseFile,
  { number, releasedAt }: Manifest,
): string {
  const lt = `${study.title.lt ?? ""}: ${wave.title.lt ?? ""}`;
  const en = `${study.title.en ?? ""}: ${wave.title.en ?? ""}`;
  const { interval, meaning, unreached } = sampling;
  const { showFrom, countsIn } = thresholds;
  return `# ${lt}

${study.synthetic ? "**Sintetiniai duomenys – demonstracija.**\n\n" : ""}${number} leidimas, ${releasedAt.slice(0, 10)}.

- \`data.csv\` – visi skaičiai, po vieną eilutėje; \`data-lt.csv\` – tas pats failas lietuviškai „Excel“ programai (kabliataškiai, dešimtainis kablelis).
- \`comparisons.csv\` – pokyčiai ir skirtumai su tikrinimais.
- \`indicators.csv\` – rodiklių aprašai; \`domains.csv\` – kodai ir jų pavadinimai.
- \`datapackage.json\` – aprašas programoms.

Dalys užrašytos nuo 0 iki 1. \`low\` ir \`high\` – intervalo galai (${interval.lt ?? ""}). ${meaning.lt ?? ""} ${unreached.lt ?? ""}
\`respondents\` – kiek žmonių atsakė${countsIn === null ? "" : `, nurodoma kas ${countsIn}`}; svoriais nepadauginta. Būsena \`too-few\` – per mažai, kad būtų tikslu (mažiau nei ${showFrom} arba per nevienodi svoriai); \`protected\` – nerodoma saugant žmones; \`not-estimable\` – įverčio nėra. Tekstas, prasidedantis apostrofu ir ženklu = + - @, taip apsaugotas nuo skaičiuoklių formulių; apostrofas nėra teksto dalis.

# ${en}

${study.synthetic ? "**Synthetic data – demonstration.**\n\n" : ""}Release ${number}, ${releasedAt.slice(0, 10)}.

- \`data.csv\`: every figure, one in a row; \`data-lt.csv\`: the same for Lithuanian Excel (semicolons, decimal comma).
- \`comparisons.csv\`: changes and differences with their tests.
- \`indicators.csv\`: what each indicator is; \`domains.csv\`: codes and their words.
- \`datapackage.json\`: the description for programs.

Shares run from 0 to 1. \`low\` and \`high\` are the ends of the interval (${interval.en ?? ""}). ${meaning.en ?? ""} ${unreached.en ?? ""}
\`respondents\` counts people who answered${countsIn === null ? "" : `, told in steps of ${countsIn}`}, not weighted. The state \`too-few\` means too few to be precise (fewer than ${showFrom}, or too uneven weights); \`protected\`: hidden to protect people; \`not-estimable\`: no estimate. A text that begins with an apostrophe and one of = + - @ is guarded against spreadsheet formulas; the apostrophe is not part of it.
`;
}
