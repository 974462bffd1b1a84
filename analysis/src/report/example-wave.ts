import type { Choice, Instrument, Item, Measure } from "@tiltas/instrument/definition";
import type { ResponseForAnalysis } from "../dataset/index.ts";
import { IndicatorSet } from "../indicators/index.ts";
import type { WaveReportInput } from "./wave-report.ts";

/** A small wave with an indicator of every type, for the tests of this room; nobody's real answers. */
export interface ExampleWave {
  /** Respondents by municipality code. */
  readonly respondents: Readonly<Record<string, number>>;
  readonly language?: "lt" | "en";
  readonly synthetic?: boolean;
  readonly weighted?: boolean;
  /** Municipalities by code; the codes of `respondents` when left out. */
  readonly municipalities?: readonly { readonly code: string; readonly label: { lt: string; en: string } }[];
}

export function exampleWave(wave: ExampleWave): WaveReportInput {
  const places =
    wave.municipalities ??
    Object.keys(wave.respondents).map((code) => ({
      code,
      label: { lt: `Vietos ${code} savivaldybė`, en: `Place ${code} Municipality` },
    }));
  return {
    study: {
      title: {
        lt: "Trečiųjų šalių piliečių integracija 2026",
        en: "Integration of third-country nationals 2026",
      },
    },
    wave: {
      id: "2026-autumn",
      title: { lt: "Rudens banga", en: "Autumn wave" },
      synthetic: wave.synthetic ?? false,
      opens: "2026-09-01",
      closes: "2026-10-31",
    },
    instruments: [instrumentWith(places)],
    responses: responsesOf(wave.respondents),
    indicators: { set: indicatorSet, digest: "b".repeat(64) },
    margins: wave.weighted
      ? { rows: marginsOf(places.map(({ code }) => code)), digest: "c".repeat(64) }
      : null,
    asOf: "2026-11-02T09:30:00Z",
    software: "0.1.0",
    language: wave.language ?? "en",
  };
}

function* responsesOf(respondents: Readonly<Record<string, number>>): Generator<ResponseForAnalysis> {
  const draw = sequence(2026);
  const pick = <T>(options: readonly T[]): T | undefined => options[Math.floor(draw() * options.length)];
  let number = 0;
  for (const [municipality, count] of Object.entries(respondents))
    for (let i = 0; i < count; i++) {
      const works = draw() < 0.6 + Number(municipality) / 500;
      const answers = {
        ...(municipality === "" ? {} : { municipality }),
        sex: pick(["female", "male"]),
        activity: works ? "employed" : pick(["unemployed", "at-home", "refused"]),
        ...(works ? { contract: pick(["yes", "yes", "yes", "no", "dont-know"]) } : {}),
        satisfaction: pick(["good", "good", "neither", "poor"]),
        life: pick([3, 5, 6, 7, 8, 9]),
        understands: pick([1, 2, 3, 4, 5]),
        speaks: pick([2, 3, 4, 5]),
        ...(draw() < 0.9 ? { writes: pick([1, 1, 2, 3, 4]) } : {}),
        help: pick(["yes", "yes", "no", "dont-know"]),
      };
      number++;
      yield {
        responseId: `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`,
        revision: 1,
        hash: String(number).padStart(64, "0"),
        instrument: "a".repeat(64),
        language: "uk",
        mode: "web",
        answers: JSON.stringify(answers),
        flagged: false,
      };
    }
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function marginsOf(codes: readonly string[]): Record<string, string>[] {
  const counted = {
    reference_date: "2026-01-01",
    ages: "18+",
    eu_citizens: "out",
    residence: "declared",
    definition: "residents",
    source: "made up for a test",
    confidence: "official",
  };
  const rows = codes.map((code, i) => ({
    margin: "municipality",
    cell: `municipality=${code}`,
    count: String(1000 + 150 * i),
  }));
  const total = rows.reduce((sum, { count }) => sum + Number(count), 0);
  const bySex = ["female", "male"].map((code, i) => ({
    margin: "sex",
    cell: `sex=${code}`,
    count: String(Math.round(total * (0.46 + i * 0.06))),
  }));
  return [{ margin: "total", cell: "", count: String(total) }, ...rows, ...bySex].map((row) => ({
    ...row,
    ...counted,
  }));
}

const yesNo = [
  choice("yes", "Taip", "Yes"),
  choice("no", "Ne", "No"),
  { ...choice("dont-know", "Nežinau", "Don’t know"), missing: "dont-know" as const },
];
const rungs = [1, 2, 3, 4, 5].map((code) => choice(code, String(code), String(code)));

function choice(code: string | number, lt: string, en: string): Choice {
  return { code, labels: { lt, en } };
}

function item(
  name: string,
  choices: readonly Choice[],
  more: Partial<Item> = {},
  role?: Measure["role"],
): Item {
  const measure: Measure = {
    concept: name,
    domain: "test",
    level: "nominal",
    purpose: "test",
    dataClass: "ordinary",
    ...(role ? { role } : {}),
  };
  return {
    name,
    kind: "single",
    page: "one",
    path: `pages[0].${name}`,
    titles: { lt: name, en: name },
    choices,
    rows: [],
    conditions: [],
    required: false,
    measure,
    ...more,
  };
}

function instrumentWith(places: NonNullable<ExampleWave["municipalities"]>): Instrument {
  return {
    manifest: {
      id: "example",
      version: "0.1.0",
      title: { lt: "Pavyzdys", en: "Example" },
      languages: ["lt", "en"],
      licence: "MIT",
      universe: {
        lt: "Lietuvoje gyvenantys 18 metų ir vyresni trečiųjų šalių piliečiai ir asmenys be pilietybės.",
        en: "Third-country nationals and stateless persons aged 18 and over who live in Lithuania.",
      },
      population: { minimumAge: 18, euCitizens: "out", residence: "declared" },
    },
    digest: "a".repeat(64),
    questionnaire: {},
    pages: [{ name: "one", titles: {} }],
    items: [
      item(
        "municipality",
        places.map(({ code, label }) => ({ code, labels: label })),
        {},
        "municipality",
      ),
      item("sex", [choice("female", "Moteris", "Female"), choice("male", "Vyras", "Male")], {}, "sex"),
      item("activity", [
        choice("employed", "Dirba", "Works"),
        choice("unemployed", "Ieško darbo", "Looks for work"),
        choice("at-home", "Namuose", "At home"),
        { ...choice("refused", "Nenoriu atsakyti", "Prefer not to say"), missing: "refused" },
      ]),
      item("contract", yesNo, { conditions: ["{activity} = 'employed'"] }),
      item("satisfaction", [
        choice("good", "Gerai", "Good"),
        choice("neither", "Nei gerai, nei blogai", "Neither"),
        choice("poor", "Blogai", "Poor"),
      ]),
      item("life", [], { kind: "number", minimum: 0, maximum: 10 }),
      item("understands", rungs),
      item("speaks", rungs),
      item("writes", rungs),
      item("help", yesNo),
    ],
  };
}

const everyone = { label: { lt: "visi", en: "everyone" } };
const working = {
  label: { lt: "dirbantys", en: "people who work" },
  where: { variable: "activity", in: ["employed"] },
};

const indicatorSet = IndicatorSet.parse({
  number: 1,
  domains: [
    { id: "employment", label: { lt: "Darbas", en: "Employment" } },
    { id: "language", label: { lt: "Lietuvių kalba", en: "Lithuanian language" } },
    { id: "belonging", label: { lt: "Bendrystė", en: "Belonging" } },
  ],
  indicators: [
    {
      id: "emp.01",
      label: { lt: "Turi rašytinę darbo sutartį", en: "Has a written contract" },
      domain: "employment",
      unit: "percent",
      universe: working,
      direction: "higher-is-better",
      missingRule: "M1",
      source: "own",
      estimand: { type: "proportion", variable: "contract", in: ["yes"] },
    },
    {
      id: "emp.02",
      label: { lt: "Nedarbo lygis", en: "Unemployment rate" },
      domain: "employment",
      unit: "percent",
      universe: everyone,
      direction: "lower-is-better",
      missingRule: "M1",
      source: "Zaragoza",
      estimand: {
        type: "ratio",
        numerator: { variable: "activity", in: ["unemployed"] },
        denominator: { variable: "activity", in: ["employed", "unemployed"] },
        needs: ["activity"],
      },
    },
    {
      id: "lng.01",
      label: { lt: "Lietuvių kalbos mokėjimas, vertinant pačiam", en: "Lithuanian, own rating" },
      domain: "language",
      unit: "index-0-100",
      universe: everyone,
      direction: "higher-is-better",
      missingRule: "M3(2 of 3)",
      source: "IPL",
      estimand: {
        type: "index",
        items: ["understands", "speaks", "writes"].map((variable) => ({ variable, minimum: 1, maximum: 5 })),
        atLeast: 2,
      },
    },
    {
      id: "soc.02",
      label: {
        lt: "Turi vietinį žmogų, kurio gali prašyti pagalbos",
        en: "Has someone local to ask for help",
      },
      domain: "belonging",
      unit: "percent",
      universe: everyone,
      direction: "higher-is-better",
      missingRule: "M2",
      source: "UK IoI",
      estimand: { type: "proportion", variable: "help", in: ["yes"], keep: ["dont-know"] },
    },
    {
      id: "bel.04",
      label: { lt: "Pasitenkinimas gyvenimu", en: "Life satisfaction" },
      domain: "belonging",
      unit: "score-0-10",
      universe: everyone,
      direction: "higher-is-better",
      missingRule: "M1",
      source: "ESS",
      estimand: { type: "mean", variable: "life" },
    },
    {
      id: "mun.05",
      label: { lt: "Savivaldybės paslaugų vertinimas", en: "Opinion of municipal services" },
      domain: "belonging",
      unit: "points",
      universe: everyone,
      direction: "higher-is-better",
      missingRule: "M1",
      source: "own",
      estimand: { type: "net-balance", variable: "satisfaction", positive: ["good"], negative: ["poor"] },
    },
  ],
});
