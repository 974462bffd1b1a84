import { readFileSync } from "node:fs";
import type { MarginsCheck, MarginsShown } from "@tiltas/contract/margins";
import type { ResponseQuality } from "@tiltas/contract/quality";
import type { PlanCheck, PlanShown, Weighing } from "@tiltas/contract/weighing";

const at = "2026-11-20T09:12:00.000Z";

const read: MarginsCheck = {
  usable: true,
  problems: [],
  notes: [
    {
      lt: "Skirstinyje „citizenship-by-sex“ suskaičiuota žmonių: 178020, tai −0,1 % nuo bendro skaičiaus 178211; jis proporcingai suderintas.",
      en: 'The margin "citizenship-by-sex" counts 178020 people, −0.1 % from the total of 178211; it was scaled to the total.',
    },
  ],
  total: 178_211,
  margins: [
    {
      id: "1",
      dimensions: ["municipality"],
      cells: 60,
      total: 178_211,
      gap: 0,
      date: "2026-07-01",
      sources: ["Migration Department, letter of 14 July 2026"],
      confidences: ["register count"],
    },
    {
      id: "2",
      dimensions: ["citizenship", "sex"],
      cells: 14,
      total: 178_020,
      gap: -0.0011,
      date: "2026-07-01",
      sources: ["Migration Department, letter of 14 July 2026"],
      confidences: ["register count"],
    },
  ],
  demonstration: false,
};
export const checked: MarginsCheck = {
  ...read,
  usable: false,
  problems: [
    {
      line: null,
      sentence: {
        lt: "Rinkmenoje nėra stulpelio „residence“. Pridėkite jį.",
        en: 'The margins file has no column "residence". Add it.',
      },
    },
    {
      line: 17,
      sentence: {
        lt: "Skaičius „1 204 (?)“ netinka. Rašykite sveikąjį skaičių, didesnį už nulį, be tarpų; tuščią kategoriją sujunkite su gretima.",
        en: 'The count "1 204 (?)" cannot be used. Counts are whole numbers above zero, without spaces: correct it, or merge the category with a neighbour.',
      },
    },
    {
      line: 44,
      sentence: {
        lt: "Kategorijos municipality=99 klausimyne nėra, todėl niekas negali jai priklausyti. Įrašykite klausimyno kodą arba eilutę pašalinkite.",
        en: "Nobody can be in the category municipality=99: the instrument has no such code. Use one of its codes, or remove the row.",
      },
    },
  ],
  notes: [],
  margins: [],
};
export const margins: MarginsShown = {
  current: {
    digest: "c".repeat(64),
    name: "margins-2026-07.csv",
    by: "analyst@tiltas.example",
    at,
    check: read,
  },
  earlier: [{ digest: "d".repeat(64), name: "margins-2026-01.csv", by: "analyst@tiltas.example", at }],
};

const cellsOf = (labels: readonly (readonly [string, string, number])[]) => {
  const total = labels.reduce((sum, [, , people]) => sum + people, 0);
  return labels.map(([lt, en, population], i) => ({
    label: { lt, en },
    population,
    before: population / total + (i % 2 === 0 ? 0.06 : -0.06),
    after: population / total,
    note:
      i === 1 ? { lt: "Sujungta su kita, nes per mažai atsakymų.", en: "Joined: too few answers." } : null,
  }));
};
export const weighing: Weighing = {
  candidate: "20000000-0000-4000-8000-000000000000",
  computedAt: at,
  outdated: true,
  respondents: 2403,
  sheet: {
    total: 178_211,
    margins: [
      {
        name: { lt: "Lytis", en: "Sex" },
        source: "Migration Department",
        date: "2026-07-01",
        confidence: "register count",
        cells: cellsOf([
          ["Moterys", "Women", 74_102],
          ["Vyrai", "Men", 104_109],
        ]),
      },
      {
        name: { lt: "Pilietybė", en: "Citizenship" },
        source: "Migration Department",
        date: "2026-07-01",
        confidence: "register count",
        cells: cellsOf([
          ["Ukraina", "Ukraine", 71_000],
          ["Baltarusija", "Belarus", 53_000],
          ["Rusija", "Russia", 13_000],
          ["Kitos šalys", "Other countries", 41_211],
        ]),
      },
    ],
    designEffect: 1.42,
    effectiveRespondents: 1692.3,
    quantiles: [0.31, 0.42, 0.68, 0.92, 1.22, 1.9, 3],
    method: "raking",
    notes: [{ lt: "Svoriai apriboti iki 3.", en: "Weights are bounded at 3." }],
  },
  sensitivity: [
    {
      name: { lt: "Be amžiaus", en: "Without age" },
      shifts: [
        {
          measure: "hou.01",
          label: { lt: "Turi rašytinę sutartį", en: "Have a written lease" },
          unit: "percent",
          shift: 0.012,
        },
        {
          measure: "bel.04",
          label: { lt: "Pasitenkinimas gyvenimu", en: "Life satisfaction" },
          unit: "score-0-10",
          shift: -0.04,
        },
      ],
    },
  ],
};
export const notWeighed: Weighing = {
  candidate: null,
  computedAt: null,
  outdated: false,
  respondents: null,
  sheet: null,
  sensitivity: [],
};
const standardPart = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../analysis/plan/${name}.json`, import.meta.url), "utf8"));
const standard = {
  lattice: standardPart("lattice"),
  weighting: standardPart("weighting"),
  policies: standardPart("policies"),
};
const by = "analyst@tiltas.example";
const nothingOwn = { lattice: null, weighting: null, policies: null, previousWave: "spring" };
export const standardPlan: PlanShown = {
  current: { ...nothingOwn, why: "", number: 0, by: null, at: null },
  earlier: [],
  standard,
};
export const plan: PlanShown = {
  current: {
    ...nothingOwn,
    weighting: { ...standard.weighting, trimming: { upper: 5, of: "median", rounds: 20 } },
    why: "A few weights were very large.",
    number: 2,
    by,
    at,
  },
  earlier: [{ ...nothingOwn, why: "The spring wave asked the same questions.", number: 1, by, at }],
  standard,
};
export const planChecked: PlanCheck = {
  problems: [
    {
      part: "weighting",
      path: "/trimming/upper",
      sentence: { lt: "Turi būti daugiau kaip 1.", en: "Too small: expected number to be >1" },
    },
    {
      part: "policies",
      path: "/policies/1/protect/below",
      sentence: {
        lt: "Turi būti ne mažiau kaip 10: bangos planas gali žmones saugoti labiau už įprastą, bet ne mažiau.",
        en: "This must be at least 10: the plan of a wave may protect people more than the standard does, never less.",
      },
    },
  ],
};

const page = (id: string, lt: string, en: string) => ({ page: id, label: { lt, en } });
const pages = [
  page("municipal", "Savivaldybė", "Municipality"),
  page("housing", "Būstas", "Housing"),
  page("work", "Darbas", "Work"),
  page("health", "Sveikata", "Health"),
];
export const quality: ResponseQuality = {
  candidate: "20000000-0000-4000-8000-000000000000",
  computedAt: at,
  outdated: false,
  respondents: 2403,
  exclusions: { "has-issues": 17, rejected: null, "set-aside": 30 },
  counts: [
    { dimension: "language", code: "ru", label: { lt: "Rusų", en: "Russian" }, respondents: 1188 },
    { dimension: "language", code: "uk", label: { lt: "Ukrainiečių", en: "Ukrainian" }, respondents: 702 },
    { dimension: "language", code: "en", label: { lt: "Anglų", en: "English" }, respondents: 513 },
    {
      dimension: "mode",
      code: "web",
      label: { lt: "Savo įrenginyje", en: "On one's own device" },
      respondents: 2106,
    },
    { dimension: "mode", code: "kiosk", label: { lt: "Planšetėje", en: "On a tablet" }, respondents: 297 },
  ],
  items: [
    {
      item: "emp_income",
      label: { lt: "Namų ūkio pajamos", en: "Income of the household" },
      nonresponse: 0.142,
    },
    { item: "leg_permit", label: { lt: "Leidimo rūšis", en: "Kind of permit" }, nonresponse: 0.071 },
    {
      item: "bel_plans",
      label: { lt: "Planai kitiems dvejiems metams", en: "Plans for the next two years" },
      nonresponse: 0.032,
    },
  ],
  breakOff: pages.map((one, i) => ({ ...one, share: [0.012, 0.031, 0.022, 0.008][i] ?? 0 })),
  times: pages.map((one, i) => ({ ...one, median: 40 + 12 * i, slowestTenth: 110 + 30 * i })),
};
export const notLooked: ResponseQuality = {
  candidate: null,
  computedAt: null,
  outdated: false,
  respondents: null,
  exclusions: {},
  counts: [],
  items: [],
  breakOff: [],
  times: [],
};
