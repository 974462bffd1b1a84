/** What a translator reads first, Lithuanian and English side by side. */
const lines: readonly (readonly [lithuanian: string, english: string, isHeading?: true])[] = [
  ["Kaip pildyti", "How to fill this in", true],
  [
    "Rašykite tik stulpelyje „Vertimas“. Šaltinis, vieta ir aplinka yra užrakinti, kad neatsirastų netyčinių pakeitimų.",
    "Write in the column Translation only. Source, place and context are locked against accidents.",
  ],
  [
    "Verskite prasmę ir ketinimą, ne žodžius: respondentas turi suprasti tą patį ir atsakyti taip pat lengvai. Klausimo neaiškinkite plačiau, nei jis klausia.",
    "Translate the meaning and intent, not the words: a respondent should understand the same and answer as easily. Do not explain more than the question asks.",
  ],
  [
    "Ženklus {name} ir %… bei HTML žymes palikite tokius, kokie yra: į jų vietą programa įrašo tekstą.",
    "Leave {name}, %… and HTML tags as they are: the program puts words in their place.",
  ],
  [
    "Lietuvos įstaigų ir dokumentų pavadinimus išverskite ir skliausteliuose palikite lietuviškai.",
    "Translate names of Lithuanian institutions and documents, and keep the Lithuanian name in brackets.",
  ],
  [
    "Tuščias langelis vertimo nepanaikina. Eilučių nereikia nei trinti, nei perkelti; jas galima rikiuoti ir filtruoti.",
    "An empty cell does not remove a translation. There is no need to delete or move rows; sort and filter as you like.",
  ],
  [
    "Abejojate? Parašykite pastabą: sprendimus ir jų priežastis skaitys tie, kas peržiūrės vertimą.",
    "In doubt? Write a note: reviewers read the decisions and the reasons for them.",
  ],
  ["Būsenos (TRAPD)", "States (TRAPD)", true],
  [
    "draft 1 – pirmas vertimas. draft 2 – antro vertėjo darbas, atliktas nematant pirmojo.",
    "draft 1: the first translation. draft 2: that of a second translator who has not seen the first.",
  ],
  [
    "reviewed – peržiūrėta kartu, vertėjams ir tyrėjams aptarus kiekvieną eilutę.",
    "reviewed: gone through together, translators and researchers, line by line.",
  ],
  ["adjudicated – vienas atsakingas žmogus nusprendė.", "adjudicated: one responsible person has decided."],
  [
    "pretested – išbandyta su šios kalbos respondentais.",
    "pretested: tried with respondents of this language.",
  ],
  [
    "frozen – nebekeičiama; norint keisti, pirmiausia pažeminkite būseną.",
    "frozen: not to be changed; to change it, lower the state first.",
  ],
  [
    "stale – šaltinis pasikeitė po vertimo. Pataisykite vertimą arba, jei jis tebetinka, pasirinkite būseną.",
    "stale: the source has changed since. Change the translation or, if it still fits, choose a state.",
  ],
  [
    "Pakeitus vertimą ir nepasirinkus būsenos, jis vėl tampa draft 1.",
    "A translation that is changed, with no state chosen, is draft 1 again.",
  ],
  ["Pritaikymas", "Adaptation", true],
  [
    "term – kitoks terminas; culture – kitoks paprotys ar pavyzdys; institution – kitokia įstaiga. Priežastį rašykite pastaboje.",
    "term: another term; culture: another custom or example; institution: another institution. Give the reason in the note.",
  ],
];

/** The guide as a sheet in the shape that `@tiltas/formats/tables` writes. */
export const guideSheet = {
  name: "Guide · Kaip pildyti",
  columns: [
    { key: "lt", header: "Lietuviškai", width: 70, wrap: true },
    { key: "en", header: "English", width: 70, wrap: true },
  ],
  rows: lines.map(([lt, en]) => ({ lt, en })),
  tone: (row: number) => (lines[row]?.[2] ? ("heading" as const) : undefined),
};
