import type { IndicatorDefinition, IndicatorSet } from "@tiltas/analysis/indicators";
import type { FindingLanguage } from "@tiltas/instrument/lint";
import { textTable } from "../../terminal/index.ts";
import { itemsRead } from "./uses.ts";

const words = {
  en: {
    byDomain: "Indicators by domain, lowest level of publication and type",
    domain: "domain",
    all: "all",
    levels: {
      country: "country",
      "municipality-group": "group",
      municipality: "municipality",
      none: "not said",
    },
    types: "types",
    items: "Items of each indicator",
    columns: ["indicator", "type", "lowest level", "items", "drawn by"],
    unused: (count: number, all?: number) =>
      `Items without use: ${count}${all === undefined ? "" : ` of ${all}`}`,
  },
  lt: {
    byDomain: "Rodikliai pagal sritį, žemiausią skelbimo lygmenį ir tipą",
    domain: "sritis",
    all: "visi",
    levels: {
      country: "šalis",
      "municipality-group": "grupė",
      municipality: "savivaldybė",
      none: "nenurodyta",
    },
    types: "tipai",
    items: "Kiekvieno rodiklio klausimai",
    columns: ["rodiklis", "tipas", "žemiausias lygmuo", "klausimai", "traukiama pagal"],
    unused: (count: number, all?: number) =>
      `Niekam nereikalingi klausimai: ${count}${all === undefined ? "" : ` iš ${all}`}`,
  },
} as const satisfies Record<FindingLanguage, unknown>;

type Level = keyof (typeof words)["en"]["levels"];
const levels: readonly Level[] = ["municipality", "municipality-group", "country", "none"];

/** How many indicators each domain of life has, at each lowest level, of which types. */
export function domainTable({ domains, indicators }: IndicatorSet, language: FindingLanguage): string {
  const told = words[language];
  const shown = levels.filter((level) => indicators.some((one) => levelOf(one) === level));
  const row = (label: string, own: readonly IndicatorDefinition[]) => [
    label,
    String(own.length),
    ...shown.map((level) => String(own.filter((one) => levelOf(one) === level).length)),
    typesOf(own),
  ];
  return [
    told.byDomain,
    textTable([
      [told.domain, told.all, ...shown.map((level) => told.levels[level]), told.types],
      ...domains.map(({ id, label }) =>
        row(
          label[language] ?? id,
          indicators.filter(({ domain }) => domain === id),
        ),
      ),
      row(told.all, indicators),
    ]),
  ].join("\n");
}

/** How many items each indicator reads, and the drawn item that decides who is asked. */
export function itemsTable(indicators: readonly IndicatorDefinition[], language: FindingLanguage): string {
  const told = words[language];
  return [
    told.items,
    textTable([
      told.columns,
      ...indicators.map((one) => [
        one.id,
        one.estimand.type,
        told.levels[levelOf(one)],
        String(itemsRead(one).size),
        one.drawn ?? "–",
      ]),
    ]),
  ].join("\n");
}

/** How many items nothing uses, and which; `all` adds of how many. */
export function unusedTold(unused: readonly string[], language: FindingLanguage, all?: number): string {
  const heading = words[language].unused(unused.length, all);
  return unused.length === 0 ? heading : `${heading}: ${unused.join(", ")}`;
}

function levelOf({ level }: IndicatorDefinition): Level {
  return level?.lowest ?? "none";
}

function typesOf(indicators: readonly IndicatorDefinition[]): string {
  const counts = Map.groupBy(indicators, ({ estimand }) => estimand.type);
  return [...counts].map(([type, own]) => (own.length === 1 ? type : `${type} ×${own.length}`)).join(", ");
}
