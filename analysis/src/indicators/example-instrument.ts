import type { Choice, Instrument, Item, Measure } from "@tiltas/instrument/definition";
import { IndicatorSet } from "./definition.ts";

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

/** An instrument with an item for every kind of indicator, for tests. */
export const exampleInstrument: Instrument = {
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
    item("municipality", [choice("13", "Vilniaus miestas", "Vilnius city")], {}, "municipality"),
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

const everyone = { label: { lt: "visi", en: "everyone" } };
const working = {
  label: { lt: "dirbantys", en: "people who work" },
  where: { variable: "activity", in: ["employed"] },
};

/** One indicator of every type, in three domains of life. */
export const exampleIndicators = IndicatorSet.parse({
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
