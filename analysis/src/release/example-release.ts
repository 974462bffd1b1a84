import { type ExampleWave, exampleComparisons, exampleCrossings } from "./example-figures.ts";
import { exampleMeasures, examples } from "./example-indicators.ts";
import { exampleLattice } from "./example-lattice.ts";
import type { Manifest, ReleasedIndicator, ReleaseFile, WeightingSheet } from "./release-file.ts";

const everyone = { lt: "Visi dalyviai", en: "All respondents" };

const waves = {
  spring: { id: "spring", title: { lt: "2026 m. pavasaris", en: "Spring 2026" } },
  autumn: { id: "autumn", title: { lt: "2026 m. ruduo", en: "Autumn 2026" } },
} as const;

/** A made release: invented figures, every state a cell can have, three groups, six municipalities, six indicators. */
export function exampleRelease(
  policy: ReleaseFile["policy"] = "ministry",
  wave: ExampleWave = "autumn",
): ReleaseFile {
  const first = wave === "spring";
  const indicators = examples.map(({ lowest: _, ...own }) => ({
    ...own,
    universe: everyone,
    headline: own.id !== "arr.02",
    comparability: first ? "no-wave-before" : own.id === "bel.05" ? "limited" : "same",
  })) satisfies ReleasedIndicator[];
  return {
    format: "tiltas-release/1",
    policy,
    study: {
      id: "example",
      title: { lt: "Pavyzdinis tyrimas (išgalvotas)", en: "Example study (invented)" },
      synthetic: true,
    },
    wave: {
      ...waves[wave],
      opens: first ? "2026-03-01" : "2026-09-01",
      closes: first ? "2026-04-30" : "2026-10-31",
      sample: "register",
      respondents: 1204,
      universe: everyone,
    },
    previous: first ? null : waves.spring,
    lattice: exampleLattice,
    indicators,
    measures: exampleMeasures,
    questions: [
      {
        item: "coordinator",
        label: { lt: "Ar žinote, kad yra koordinatorius?", en: "Do you know that there is a coordinator?" },
        answers: [
          { code: "yes", label: { lt: "Taip", en: "Yes" } },
          { code: "refused", label: { lt: "Nenoriu atsakyti", en: "Prefer not to say" }, missing: "refused" },
        ],
      },
    ],
    crossings: exampleCrossings(exampleMeasures, policy, wave),
    comparisons: first ? [] : exampleComparisons(exampleMeasures, indicators),
    correlations: [{ measure: 0, crossing: ["municipality"], other: ["municipality"], pairs: [[0, 2, 12]] }],
    alike: [
      {
        measure: 0,
        crossing: ["municipality"],
        groups: [
          ["13", "41"],
          ["41", "11", "21"],
        ],
      },
    ],
    thresholds: {
      showFrom: 20,
      effectiveFrom: 12,
      fewBelow: 50,
      withholdAboveNonresponse: 0.3,
      countsIn: policy === "public" ? 5 : null,
    },
    sampling: {
      probability: true,
      interval: { lt: "95 % pasikliautinasis intervalas", en: "95 % confidence interval" },
      meaning: { lt: "Pavyzdys: atranka tikimybinė.", en: "An example: people were drawn by chance." },
      unreached: { lt: "Pavyzdys: visi pasiekti.", en: "An example: everybody was reached." },
    },
    ladder: ["13", "41", "11", "15", "21", "23"].map((municipality) => ({
      municipality,
      group: exampleLattice.dimensions[1]?.codes.find(({ code }) => code === municipality)?.group ?? null,
      stands: municipality === "23" ? "group" : municipality === "15" ? "pooled" : "single",
    })),
    weighting: exampleWeighting,
    sensitivity: [
      {
        name: { lt: "Visi leidimai, be amžiaus", en: "All permits, without age" },
        shifts: [
          { measure: 0, shift: 0.012 },
          { measure: 2, shift: -0.004 },
        ],
      },
    ],
    quality: {
      exclusions: { "has-issues": 7, "screened-out": 31 },
      counts: [
        { dimension: "language", code: "ru", respondents: 588 },
        { dimension: "language", code: "en", respondents: 402 },
        { dimension: "mode", code: "web", respondents: 1106 },
      ],
      items: [{ item: "income", label: { lt: "Pajamos", en: "Income" }, nonresponse: 0.14 }],
      breakOff: [{ page: "housing", label: { lt: "Būstas", en: "Housing" }, share: 0.03 }],
    },
    others: [
      {
        indicator: "bel.04",
        value: 6.9,
        unit: "score-0-10",
        universe: {
          lt: "visi Lietuvos gyventojai nuo 16 metų (išgalvota)",
          en: "all residents of Lithuania aged 16 and over (invented)",
        },
        denominator: { lt: "visi gyventojai", en: "all residents" },
        date: "2025",
        source: { lt: "išgalvota pavyzdžiui", en: "invented for the example" },
        confidence: "invented",
      },
    ],
    notes: [{ lt: "Skaičiai išgalvoti.", en: "The figures are invented." }],
  };
}

const exampleWeighting: WeightingSheet = {
  total: 178_000,
  margins: [
    {
      name: { lt: "Lytis", en: "Sex" },
      source: "invented for the example",
      date: "2026-01-01",
      confidence: "invented",
      cells: [
        {
          label: { lt: "Moterys", en: "Women" },
          population: 72_000,
          before: 96_120,
          after: 72_000,
          note: null,
        },
        {
          label: { lt: "Vyrai", en: "Men" },
          population: 106_000,
          before: 81_880,
          after: 106_000,
          note: null,
        },
      ],
    },
  ],
  designEffect: 1.4,
  effectiveRespondents: 860,
  quantiles: [0.31, 0.42, 0.68, 0.92, 1.22, 1.9, 3],
  method: "rake",
  notes: [{ lt: "Svoriai apriboti iki 3.", en: "Weights are bounded at 3." }],
};

/** Its manifest: digests are invented too. */
export function exampleManifest(wave: ExampleWave = "autumn"): Manifest {
  const invented = (digit: string) => digit.repeat(64);
  return {
    format: "tiltas-manifest/1",
    number: 1,
    corrects: null,
    changed: [],
    releasedAt: wave === "spring" ? "2026-06-01T09:00:00Z" : "2026-12-01T09:00:00Z",
    signedBy: ["analyst"],
    notes: { lt: "Pavyzdys.", en: "An example." },
    software: "0.1.0",
    records: [{ wave, read: 1242, entered: 1204, through: 1242 }],
    digests: {
      export: invented("0"),
      "instruments/example 1.0.0": invented("1"),
      dataset: invented("2"),
      margins: invented("3"),
      indicators: invented("4"),
      lattice: invented("5"),
      "policies/ministry": invented("6"),
      "release/ministry": invented("7"),
    },
  };
}
