import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ComparedTwo } from "@tiltas/contract/explore";
import type { MarginsCheck, MarginsShown } from "@tiltas/contract/margins";
import type { MicrodataExport } from "@tiltas/contract/microdata";
import type { ResponseQuality } from "@tiltas/contract/quality";
import type { Candidate, CandidatePreview, CellCounts, Release } from "@tiltas/contract/releases";
import type { Role } from "@tiltas/contract/roles";
import type { PlanShown, Weighing } from "@tiltas/contract/weighing";
import type { Page, Route } from "playwright-core";
import { madeFrame, madeTable, madeTrend } from "./release-figures.ts";

const applications = fileURLToPath(new URL("../../packages/console/dist", import.meta.url));
export const officeOrigin = "http://localhost:4799";
const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};
/** As strict as the server's own. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; connect-src 'self'";

/** What is there when one comes in: everything, nothing, or a state on the way of a release. */
export type Scene = "full" | "empty" | "running" | "ready" | "second";

/** An office without a server: the built console, and answers in the shapes of the contract with invented figures. */
export async function furnish(page: Page, scene: Scene, role: Role = "analyst"): Promise<void> {
  await page.route(`${officeOrigin}/**`, async (route) => {
    const { pathname, searchParams } = new URL(route.request().url());
    if (pathname.startsWith("/console")) return sendPage(route, pathname);
    const answer = answerTo(route.request().method(), pathname, searchParams, scene, role);
    if (answer === undefined)
      return route.fulfill({
        status: 404,
        json: { type: "/problems/not-found", title: "", status: 404, detail: "" },
      });
    return route.fulfill({ json: answer });
  });
}

function sendPage(route: Route, path: string): Promise<void> {
  const file =
    path.startsWith("/console/assets/") || path.endsWith(".svg")
      ? path.slice("/console/".length)
      : "index.html";
  return route.fulfill({
    body: readFileSync(join(applications, file)),
    contentType: types[extname(file)] ?? "text/plain",
    headers: { "content-security-policy": policy },
  });
}

function answerTo(method: string, path: string, query: URLSearchParams, scene: Scene, role: Role): unknown {
  const isEmpty = scene === "empty";
  const [, name = ""] = path.match(/^\/api\/(?:staff\/)?(.*)$/) ?? [];
  if (name === "session") return session(role);
  if (name === "ready") return { demonstration: true };
  if (name === "waves") return waves;
  if (name === "municipalities") return municipalities;
  if (name.endsWith("/margins/check") && method === "POST") return checked;
  if (name.endsWith("/margins")) return isEmpty ? { current: null, earlier: [] } : margins;
  if (name.endsWith("/weighing")) return isEmpty ? notWeighed : weighing;
  if (name.endsWith("/plan")) return plan;
  if (name.endsWith("/quality")) return isEmpty ? notLooked : quality;
  if (name.endsWith("/candidates")) return candidates[scene];
  if (name.endsWith("/preview")) return preview;
  if (name.endsWith("/releases")) return isEmpty ? [] : releases;
  if (name.endsWith("/explore")) return madeFrame;
  const asked = [query.get("measure") ?? "", query.get("crossing") ?? ""] as const;
  if (name.endsWith("/explore/cells")) return madeTable(...asked);
  if (name.endsWith("/explore/trend")) return madeTrend(...asked);
  if (name.endsWith("/explore/compare")) return compared(...asked, query.get("one"), query.get("other"));
  if (name.endsWith("/microdata")) return isEmpty ? [] : register;
  return undefined;
}

const at = "2026-11-20T09:12:00.000Z";
const session = (role: Role) => ({
  person: {
    id: "10000000-0000-4000-8000-000000000000",
    email: `${role}@tiltas.example`,
    role,
    municipality: role === "coordinator" ? "13" : null,
    state: "active",
  },
  idleUntil: "2099-11-20T10:00:00.000Z",
  endsAt: "2099-11-20T18:00:00.000Z",
  demonstration: true,
});

const wave = (id: string, lt: string, en: string, opens: string, closes: string) => ({
  id,
  study: "integration",
  studyTitle: { lt: "Integracija", en: "Integration" },
  title: { lt, en },
  synthetic: true,
  opens,
  closes,
  open: false,
  languages: ["lt", "en"],
  instrument: { id: "tcn-integration", version: "1.1.0", digest: "b".repeat(64) },
});
const waves = [
  wave("autumn", "2026 m. ruduo", "Autumn 2026", "2026-09-01", "2026-10-31"),
  wave("spring", "2026 m. pavasaris", "Spring 2026", "2026-03-01", "2026-04-30"),
];
const municipalities =
  madeFrame.dimensions
    .find(({ id }) => id === "municipality")
    ?.codes.map(({ code, label }) => ({ code, label })) ?? [];

const read: MarginsCheck = {
  usable: true,
  problems: [],
  notes: ["Category 23 of municipality holds 61 people: it will be joined with its group."],
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
const checked: MarginsCheck = {
  ...read,
  usable: false,
  problems: [
    { line: 17, sentence: 'The count "1 204 (?)" is not a whole number.' },
    { line: 44, sentence: 'There is no municipality "99".' },
    { line: null, sentence: "The margin by sex adds up to 12,000 people fewer than the total." },
  ],
  notes: [],
  margins: [],
};
const margins: MarginsShown = {
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
const weighing: Weighing = {
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
const notWeighed: Weighing = {
  candidate: null,
  computedAt: null,
  outdated: false,
  respondents: null,
  sheet: null,
  sensitivity: [],
};
const plan: PlanShown = {
  current: {
    lattice: null,
    weighting: null,
    policies: null,
    previousWave: "spring",
    why: "The spring wave asked the same questions.",
    number: 1,
    by: "analyst@tiltas.example",
    at,
  },
  earlier: [],
};

const page = (id: string, lt: string, en: string) => ({ page: id, label: { lt, en } });
const pages = [
  page("municipal", "Savivaldybė", "Municipality"),
  page("housing", "Būstas", "Housing"),
  page("work", "Darbas", "Work"),
  page("health", "Sveikata", "Health"),
];
const quality: ResponseQuality = {
  candidate: "20000000-0000-4000-8000-000000000000",
  computedAt: at,
  outdated: false,
  respondents: 2403,
  exclusions: { "has-issues": 17, rejected: 12, "set-aside": 30 },
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
const notLooked: ResponseQuality = {
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

const candidate: Candidate = {
  id: "20000000-0000-4000-8000-000000000000",
  wave: "autumn",
  state: "ready",
  step: "writing",
  progress: 1,
  requestedAt: at,
  respondents: 2403,
  failure: null,
  signaturesNeeded: 1,
  signatures: [],
  notes: null,
  corrects: null,
  release: null,
};
const candidates: Readonly<Record<Scene, Candidate[]>> = {
  empty: [],
  full: [{ ...candidate, state: "released", release: 2 }],
  running: [{ ...candidate, state: "running", step: "protecting", progress: 0.72, respondents: null }],
  ready: [candidate],
  second: [
    {
      ...candidate,
      signaturesNeeded: 2,
      signatures: [{ by: "tyreja@tiltas.example", at }],
      notes: {
        lt: "Kauno ir Šiaulių miestai apklausti vėliau.",
        en: "Kaunas and Šiauliai cities were asked later.",
      },
      corrects: 2,
    },
  ],
};
const counts = (published: number): CellCounts => ({
  published,
  fewObservations: Math.round(published * 0.12),
  tooFew: Math.round(published * 0.2),
  protected: Math.round(published * 0.05),
  leftOut: 8,
  notShownHere: Math.round(published * 0.6),
  notEstimable: Math.round(published * 0.02),
});
const cutName = (crossing: readonly string[], language: "lt" | "en") =>
  crossing
    .map((id) => madeFrame.dimensions.find((dimension) => dimension.id === id)?.label[language])
    .join(" × ") || { lt: "Visa šalis", en: "Whole country" }[language];
const preview: CandidatePreview = {
  policies: (["ministry", "public"] as const).map((of) => ({
    policy: of,
    all: counts(of === "ministry" ? 7204 : 5130),
    byCrossing: madeFrame.crossings.map((crossing) => ({
      crossing,
      label: { lt: cutName(crossing, "lt"), en: cutName(crossing, "en") },
      domains: 8,
      counts: counts(60 * (crossing.length + 1)),
    })),
    byIndicator: madeFrame.indicators.map(({ id, label }) => ({ indicator: id, label, counts: counts(70) })),
    comparisons: 214,
  })),
  ladder: { single: 14, pooled: 2, group: 44 },
  digests: { dataset: "1".repeat(64), margins: "2".repeat(64), "release/ministry": "3".repeat(64) },
  changed: [
    { policy: "ministry", cells: 31 },
    { policy: "public", cells: 12 },
  ],
};
const release = (number: number): Release => ({
  wave: "autumn",
  waveTitle: { lt: "2026 m. ruduo", en: "Autumn 2026" },
  number,
  synthetic: true,
  releasedAt: `2026-11-${10 + number}T09:12:00.000Z`,
  signedBy: ["analyst@tiltas.example", "tyreja@tiltas.example"],
  notes: {
    lt: "Kauno ir Šiaulių miestai apklausti vėliau.",
    en: "Kaunas and Šiauliai cities were asked later.",
  },
  respondents: 2403,
  corrects: number === 2 ? 1 : null,
  correctedBy: number === 1 ? 2 : null,
  changed: number === 2 ? ["31 cells of the ministry's tables say something else."] : [],
  withdrawnSince: number === 1 ? 3 : 0,
  policy: "ministry",
  digest: "e".repeat(64),
  sheets: ["13", "19", "21", "27"],
});
const releases = [release(2), release(1)];

function compared(measure: string, crossing: string, one: string | null, other: string | null): ComparedTwo {
  const table = madeTable(measure, crossing);
  const row = (key: string | null) => {
    const found = table.rows.find(({ domain }) => domain.join() === key);
    if (found === undefined) throw new Error(`There is no ${key} in ${crossing}.`);
    return { domain: found.domain, cell: found.cell };
  };
  return {
    measure,
    crossing: table.crossing,
    one: row(one),
    other: row(other),
    difference: { value: 0.083, low: 0.021, high: 0.145, detectable: 0.089, verdict: "better" },
    sentence: {
      lt: "Vilniaus mieste 61,2 % (n 412), Klaipėdos mieste 52,9 % (n 288): skirtumas 8,3 proc. p. (2,1–14,5), Vilniaus mieste geriau.",
      en: "Vilnius City 61.2% (n 412), Klaipėda City 52.9% (n 288): a difference of 8.3 pp (2.1–14.5); Vilnius City is better.",
    },
  };
}

const exported = (
  id: string,
  holder: string,
  state: MicrodataExport["state"],
  withdrawnSince: number,
): MicrodataExport => ({
  id: `${id}0000000-0000-4000-8000-000000000000`,
  wave: "autumn",
  holder,
  purpose: "Study of access to housing, agreement 2026/14",
  expires: "2027-05-31",
  by: "analyst@tiltas.example",
  at,
  state,
  failure: null,
  respondents: state === "running" ? null : 2403,
  digest: state === "ready" ? "f".repeat(64) : null,
  withdrawnSince,
});
const register = [
  exported("1", "Institute of Sociology", "ready", 0),
  exported("2", "Second Institute", "withdrawn-from", 2),
  exported("3", "Third Institute", "expired", 0),
];
