import type { ReleasedCell } from "../disclosure/released-tables.ts";
import { crossingName } from "../lattice/index.ts";
import { isShown, type ReleaseFile } from "../release/index.ts";
import type { CsvValue } from "./csv.ts";

type Table = readonly (readonly CsvValue[])[];

const both = (text: Readonly<Record<string, string>>): [string, string] => [
  text.lt ?? text.en ?? "",
  text.en ?? text.lt ?? "",
];

const figureColumns = [
  "wave",
  "indicator",
  "part",
  "crossing",
  "domain",
  "state",
  "value",
  "low",
  "high",
  "standard_error",
  "degrees_of_freedom",
  "respondents",
  "effective_respondents",
  "design_effect",
  "item_nonresponse",
  "prorated",
];

/** Every cell that holds a figure or hides one, a row each; codes lead to `indicators` and `domains`. */
export function figures({ measures, crossings, wave }: ReleaseFile): Table {
  const rows = measures.flatMap(({ indicator, part }, m) =>
    crossings.flatMap(({ crossing, domains, cells }) =>
      domains.flatMap((domain, d) => {
        const cell = cells[m]?.[d];
        if (!cell || cell.state === "not-shown-here" || cell.state === "left-out") return [];
        const about = [
          wave.id,
          indicator,
          part ?? "",
          crossingName(crossing),
          domain.join(" × "),
          cell.state,
        ];
        return [[...about, ...numbersOf(cell)]];
      }),
    ),
  );
  return [figureColumns, ...rows];
}

function numbersOf(cell: ReleasedCell): (number | null)[] {
  if (!isShown(cell)) return figureColumns.slice(6).map(() => null);
  return [
    cell.value,
    cell.low,
    cell.high,
    cell.standardError,
    cell.degreesOfFreedom,
    cell.respondents,
    cell.effectiveRespondents,
    cell.designEffect,
    cell.itemNonresponse,
    cell.prorated,
  ];
}

const indicatorColumns = [
  "indicator",
  "part",
  "label_lt",
  "label_en",
  "domain_of_life",
  "unit",
  "direction",
  "universe_lt",
  "universe_en",
  "lowest",
  "comparability",
  "type",
  "missing_rule",
  "source",
];

export function indicators({ indicators, measures }: ReleaseFile): Table {
  const byId = new Map(indicators.map((one) => [one.id, one]));
  const rows = measures.flatMap((measure) => {
    const indicator = byId.get(measure.indicator);
    if (!indicator) return [];
    const { domain, unit, direction, universe, comparability, definition } = indicator;
    const label = measure.part === null ? indicator.label : measure.label;
    const made = [definition?.type ?? "", definition?.missingRule ?? "", definition?.source ?? ""];
    const about = [domain, unit, direction, ...both(universe), measure.lowest, comparability];
    return [[indicator.id, measure.part ?? "", ...both(label), ...about, ...made]];
  });
  return [indicatorColumns, ...rows];
}

/** Codes of every dimension with their words, and the group of each municipality with its place on the ladder. */
export function domains({ lattice, ladder }: ReleaseFile): Table {
  const stands = new Map(ladder.map((rung) => [rung.municipality, rung.stands]));
  const rows = lattice.dimensions.flatMap(({ id, label, codes }) =>
    codes.map((code) => [
      id,
      ...both(label),
      code.code,
      ...both(code.label),
      code.group ?? "",
      id === "municipality" ? (stands.get(code.code) ?? "") : "",
    ]),
  );
  return [
    ["dimension", "dimension_lt", "dimension_en", "code", "label_lt", "label_en", "group", "stands"],
    ...rows,
  ];
}

export function comparisons({ comparisons, measures, wave }: ReleaseFile): Table {
  const head = [
    "wave",
    "kind",
    "indicator",
    "part",
    "crossing",
    "domain",
    "difference",
    "low",
    "high",
    "adjusted_p",
    "composition_adjusted",
    "detectable",
    "verdict",
  ];
  const rows = comparisons.flatMap((one) => {
    const measure = measures[one.measure];
    if (!measure) return [];
    return [
      [
        wave.id,
        one.kind,
        measure.indicator,
        measure.part ?? "",
        crossingName(one.crossing),
        one.domain.join(" × "),
        one.difference,
        one.low,
        one.high,
        one.adjustedP,
        one.compositionAdjusted,
        one.detectable,
        one.verdict,
      ],
    ];
  });
  return [head, ...rows];
}
