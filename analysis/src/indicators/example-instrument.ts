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

type Domain = "employment" | "language" | "belonging";

function indicator(id: string, domain: Domain, unit: string, estimand: object, more: object = {}) {
  const own = { id, label: { lt: id, en: id }, domain, unit, estimand };
  return {
    ...{ universe: everyone, direction: "higher-is-better", missingRule: "M1", source: "own" },
    ...own,
    ...more,
  };
}

/** One indicator of every type, in three domains of life. */
export const exampleIndicators = IndicatorSet.parse({
  number: 1,
  domains: [
    { id: "employment", label: { lt: "Darbas", en: "Employment" } },
    { id: "language", label: { lt: "Lietuvių kalba", en: "Lithuanian language" } },
    { id: "belonging", label: { lt: "Bendrystė", en: "Belonging" } },
  ],
  indicators: [
    indicator(
      "emp.01",
      "employment",
      "percent",
      { type: "proportion", variable: "contract", in: ["yes"] },
      { universe: working },
    ),
    indicator(
      "emp.02",
      "employment",
      "percent",
      {
        type: "ratio",
        numerator: { variable: "activity", in: ["unemployed"] },
        denominator: { variable: "activity", in: ["employed", "unemployed"] },
        needs: ["activity"],
      },
      { direction: "lower-is-better" },
    ),
    indicator(
      "lng.01",
      "language",
      "index-0-100",
      {
        type: "index",
        items: ["understands", "speaks", "writes"].map((variable) => ({ variable, minimum: 1, maximum: 5 })),
        atLeast: 2,
      },
      { missingRule: "M3(2 of 3)" },
    ),
    indicator(
      "soc.02",
      "belonging",
      "percent",
      { type: "proportion", variable: "help", in: ["yes"], keep: ["dont-know"] },
      { missingRule: "M2" },
    ),
    indicator("bel.04", "belonging", "score-0-10", { type: "mean", variable: "life" }),
    indicator("mun.05", "belonging", "points", {
      type: "net-balance",
      variable: "satisfaction",
      positive: ["good"],
      negative: ["poor"],
    }),
  ],
});
