import type { ReleasedIndicator, ReleaseFile } from "./release-file.ts";

type Example = Pick<ReleasedIndicator, "id" | "label" | "domain" | "domainLabel" | "unit" | "direction"> & {
  readonly lowest: "country" | "municipality-group" | "municipality";
};
type About = Pick<Example, "unit" | "direction" | "lowest">;

const domains = {
  "municipal-services": { lt: "Savivaldybių paslaugos", en: "Municipal services" },
  health: { lt: "Sveikata", en: "Health" },
  index: { lt: "Integracijos indeksas", en: "Integration index" },
  belonging: { lt: "Priklausymas ir planai", en: "Belonging and plans" },
  arrival: { lt: "Atvykimas ir priėmimas", en: "Arrival and reception" },
} as const;

const risesWell = (unit: About["unit"]): About => ({
  unit,
  direction: "higher-is-better",
  lowest: "municipality",
});
const fallsWell = (unit: About["unit"]): About => ({
  unit,
  direction: "lower-is-better",
  lowest: "municipality-group",
});

function example(id: string, domain: keyof typeof domains, lt: string, en: string, about: About): Example {
  return { id, label: { lt, en }, domain, domainLabel: domains[domain], ...about };
}

/** Indicators of the made release, one of nearly every unit. */
export const examples: readonly Example[] = [
  example(
    "mun.01",
    "municipal-services",
    "Žino, kad savivaldybėje yra koordinatorius",
    "Know that there is a coordinator",
    risesWell("percent"),
  ),
  example(
    "hlt.02",
    "health",
    "Negavo reikiamos medicinos pagalbos",
    "Did not get medical care they needed",
    fallsWell("percent"),
  ),
  example("idx.12", "index", "Integracijos indeksas", "Integration index", risesWell("index-0-1")),
  example(
    "bel.04",
    "belonging",
    "Pasitenkinimas gyvenimu (0–10)",
    "Life satisfaction (0–10)",
    risesWell("score-0-10"),
  ),
  example("bel.05", "belonging", "Įsikūrimo vertinimo balansas", "Net rating of settling", {
    ...risesWell("points"),
    direction: "none",
  }),
  example(
    "arr.02",
    "arrival",
    "Laikas iki pirmojo apsilankymo (mediana)",
    "Time to the first visit (median)",
    fallsWell("days"),
  ),
];

export const exampleMeasures: ReleaseFile["measures"] = examples.flatMap(({ id, label, lowest }) => {
  const own = {
    id,
    label,
    indicator: id,
    part: null,
    universe: "everyone",
    lowest,
    sensitive: id === "hlt.02",
  };
  const part = {
    ...own,
    id: "idx.12, economic",
    part: "economic",
    label: { lt: "Ekonominis poindeksis", en: "Economic sub-index" },
  };
  return id === "idx.12" ? [own, part] : [own];
});
