import type { ComparedTwo } from "@tiltas/contract/explore";
import type { MicrodataExport } from "@tiltas/contract/microdata";
import type { Candidate, CandidatePreview, CellCounts, Release } from "@tiltas/contract/releases";
import { madeFrame, madeTable } from "./release-figures.ts";

/** What is there when one comes in: everything, nothing, or a state on the way of a release. */
export type Scene = "full" | "empty" | "running" | "ready" | "second";

const at = "2026-11-20T09:12:00.000Z";

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
export const candidates: Readonly<Record<Scene, Candidate[]>> = {
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
export const preview: CandidatePreview = {
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
export const releases = [release(2), release(1)];

export function compared(
  measure: string,
  crossing: string,
  one: string | null,
  other: string | null,
): ComparedTwo {
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
export const register = [
  exported("1", "Institute of Sociology", "ready", 0),
  exported("2", "Second Institute", "withdrawn-from", 2),
  exported("3", "Third Institute", "expired", 0),
];
