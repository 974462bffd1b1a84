import { digest } from "@tiltas/instrument/versions";
import type { InstrumentRecord } from "@tiltas/store/port";

/** An instrument of three items for the tests of the server. */
const questionnaire = {
  locale: "lt",
  pages: [
    {
      name: "place",
      elements: [
        {
          type: "radiogroup",
          name: "municipality",
          title: text("Savivaldybė", "Municipality"),
          choices: [
            { value: "13", text: text("Vilnius", "Vilnius") },
            { value: "19", text: text("Kaunas", "Kaunas") },
          ],
        },
        {
          type: "rating",
          name: "belonging",
          title: text("Priklausymas", "Belonging"),
          rateMin: 0,
          rateMax: 10,
        },
        { type: "comment", name: "remark", title: text("Pastaba", "Remark"), maxLength: 200 },
      ],
    },
  ],
};

const notice = {
  number: 1,
  title: text("Prieš pradedant", "Before you start"),
  points: ["one", "two", "three"].map((name) => ({ heading: text(name, name), detail: text(name, name) })),
  consent: {
    question: text("Ar sutinkate?", "Do you agree?"),
    agree: text("Taip", "Yes"),
    decline: text("Ne", "No"),
    declined: text("Ačiū", "Thank you"),
  },
};

/** Leaves its particulars to the study, and asks for consents besides taking part. */
const secondNotice = {
  ...notice,
  number: 2,
  points: [{ heading: text("Kas", "Who"), detail: text("{controller}", "{controller}") }, ...notice.points],
  consents: [
    { id: "sensitive", question: text("Jautrūs klausimai?", "Sensitive questions?") },
    { id: "archive", question: text("Saugoti?", "Archive?"), detail: text("{retention}", "{retention}") },
  ],
};

const manifest = {
  id: "small-instrument",
  version: "1.0.0",
  title: { lt: "Mažas", en: "Small" },
  languages: ["lt", "en"],
  universe: { lt: "Visi", en: "Everybody" },
  population: { minimumAge: 18, euCitizens: "out", residence: "declared" },
  licence: "CC-BY-4.0",
};

const measure = { domain: "belonging", purpose: "tests", dataClass: "ordinary" };
const measures = {
  items: {
    municipality: { ...measure, concept: "place", role: "municipality", level: "nominal" },
    belonging: { ...measure, concept: "belonging", level: "interval" },
    remark: { ...measure, concept: "remark", level: "text", dataClass: "open-text" },
  },
};

const indicators = {
  number: 1,
  domains: [{ id: "belonging", label: { lt: "Priklausymas", en: "Belonging" } }],
  indicators: [
    {
      id: "bel.01",
      label: { lt: "Priklausymas", en: "Belonging" },
      domain: "belonging",
      unit: "score-0-10",
      universe: { label: { lt: "Visi", en: "Everybody" } },
      direction: "higher-is-better",
      missingRule: "M1",
      source: "tests",
      estimand: { type: "mean", variable: "belonging" },
    },
  ],
};

const help = {
  number: 1,
  national: [
    { organisation: text("Pagalba", "Help"), purpose: text("Viskas", "Everything"), telephone: "112" },
  ],
  municipalities: { "13": [{ organisation: text("Centras", "Centre"), purpose: text("Kalba", "Language") }] },
};

export const noticeDigest = digest(notice);
export const secondNoticeDigest = digest(secondNotice);

export const smallInstrument: InstrumentRecord = {
  digest: digest(questionnaire),
  id: manifest.id,
  version: manifest.version,
  files: {
    "manifest.json": JSON.stringify(manifest),
    "questionnaire.json": JSON.stringify(questionnaire),
    "measures.json": JSON.stringify(measures),
    "notice/1.json": JSON.stringify(notice),
    "notice/2.json": JSON.stringify(secondNotice),
    "indicators/1.json": JSON.stringify(indicators),
    "help/1.json": JSON.stringify(help),
    "interviews.json": "[]",
  },
};

function text(lt: string, en: string): Record<string, string> {
  return { default: lt, lt, en };
}
