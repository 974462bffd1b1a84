import { type Instrument, itemWithRole } from "@tiltas/instrument/definition";
import { actualMunicipality, type Dataset } from "../dataset/index.ts";
import { type Design, makeDesign } from "../design/index.ts";
import { release, standardPolicy, type Table, type TableCell } from "../disclosure/index.ts";
import {
  type EvaluatedIndicator,
  evaluateIndicators,
  type IndicatorDefinition,
  IndicatorError,
  leavesOut,
  lowestLevel,
  universeKey,
} from "../indicators/index.ts";
import { calibrated, type Outside, type Weighted } from "../weighting/index.ts";
import { compareLithuanian } from "./collation.ts";
import type { Results } from "./content.ts";
import { texts } from "./languages.ts";
import type { WaveReportInput } from "./wave-report.ts";
import { wording } from "./wording.ts";

/** All that is shown of a wave: the country, its municipalities, and whoever stands outside the population. */
export function estimate(
  { indicators: { set }, language, onProgress }: WaveReportInput,
  dataset: Dataset,
  instrument: Instrument,
  outside: Outside,
  weighed?: Weighted,
): Results {
  const places = placesOf(dataset, instrument, outside);
  const evaluated = evaluate(set.indicators, dataset, designOf(dataset, weighed), places, outside);
  onProgress?.("releasing", 0.8);
  const { noMunicipality, otherPlaces, outsideGroups } = texts[language];
  return {
    table: release(tableOf(evaluated, places), standardPolicy),
    indicators: set.indicators,
    parts: partsOf(evaluated).map(({ indicator, part }, i) => ({
      indicator: indicator.id,
      label: wording(part.label, language),
      column: evaluated.length + i,
    })),
    domains: set.domains.map(({ id, label }) => ({ id, label: wording(label, language) })),
    places: places.codes
      .map((code, place) => ({
        code,
        label: otherPlaces[code] ?? wording(places.labels[place] ?? { [language]: noMunicipality }, language),
        isMunicipality: places.municipalities.has(code),
      }))
      .sort(inPrintOrder),
    outside: outside.groups.map(({ code, label, respondents }, group) => ({
      label: outsideGroups[code] ?? wording(label, language),
      respondents,
      cells: release(tableOfGroup(evaluated, places.codes.length + group), standardPolicy).total,
    })),
    respondents: outside.inside.length,
    universe: wording(instrument.manifest.universe, language),
  };
}

/** Every indicator in the country and in groups outside it; in places only those shown that far down. */
function evaluate(
  indicators: readonly IndicatorDefinition[],
  dataset: Dataset,
  design: Design,
  { of: places, codes }: ReturnType<typeof placesOf>,
  outside: Outside,
): EvaluatedIndicator[] {
  const inCountry = Uint8Array.from(outside.of, (group) => (group < 0 ? 1 : 0));
  const noPlaces = places.map((place, row) => (inCountry[row] === 1 ? -1 : place));
  const count = codes.length + outside.groups.length;
  const [local = [], others = []] = [true, false].map((ofPlaces) => {
    const own = indicators.filter((indicator) => isOfPlaces(indicator) === ofPlaces);
    return evaluateIndicators(own, dataset, design, { of: ofPlaces ? places : noPlaces, count }, inCountry);
  });
  const byIndicator = new Map([...local, ...others].map((one) => [one.indicator, one]));
  return indicators.flatMap((indicator) => byIndicator.get(indicator) ?? []);
}

const isOfPlaces = (indicator: IndicatorDefinition) => lowestLevel(indicator) === "municipality";

type Place = Results["places"][number];

/** Municipalities by the alphabet, then no fixed place, then those who did not say. */
function inPrintOrder(a: Place, b: Place): number {
  const rank = ({ code, isMunicipality }: Place) => (isMunicipality ? 0 : code === "" ? 2 : 1);
  return rank(a) - rank(b) || compareLithuanian(a.label, b.label);
}

/** Everyone is a unit of their own; margins that were not all met are said beside the figures (Provenance). */
function designOf({ rows }: Dataset, weighed: Weighted | undefined): Design {
  const equal = makeDesign({ weights: new Float64Array(rows).fill(1) });
  return weighed ? calibrated(equal, weighed, { acceptUnconverged: true }) : equal;
}

/**
 * The municipality each respondent lives in; those who gave none share a last place of their own (code ""). Groups
 * outside the population stand behind the places, a domain each.
 */
function placesOf(dataset: Dataset, instrument: Instrument, outside: Outside) {
  const column = actualMunicipality(dataset, instrument);
  if (!column)
    throw new IndicatorError(
      'The instrument has no item with the role "municipality". Give one that role in measures.json.',
    );
  const { codes } = column.variable;
  const lived = Int32Array.from(column.values, (value) => (value < 0 ? codes.length : value));
  const withNone = lived.some((place, row) => place === codes.length && outside.of[row]! < 0) ? [""] : [];
  const places = [...codes.map(({ code }) => String(code)), ...withNone];
  return {
    variable: column.variable.name,
    of: lived.map((place, row) => (outside.of[row]! < 0 ? place : places.length + outside.of[row]!)),
    codes: places,
    municipalities: new Set(
      (itemWithRole(instrument, "municipality")?.choices ?? []).map(({ code }) => String(code)),
    ),
    labels: codes.map(({ labels }) => labels),
  };
}

/** What indicators are made of, in their order: it stands behind them in the table, for the country alone. */
const partsOf = (evaluated: readonly EvaluatedIndicator[]) =>
  evaluated.flatMap(({ indicator, parts }) => parts.map((part) => ({ indicator, part })));

const columnsOf = (evaluated: readonly EvaluatedIndicator[]) => [
  ...evaluated.map(({ indicator }) => ({
    id: indicator.id,
    universe: universeKey(indicator),
    totalOnly: !isOfPlaces(indicator),
  })),
  ...partsOf(evaluated).map(({ indicator, part }) => ({
    id: `${indicator.id}, ${part.id}`,
    universe: universeKey(indicator),
    totalOnly: true,
  })),
];

function tableOf(
  evaluated: readonly EvaluatedIndicator[],
  { variable, codes }: ReturnType<typeof placesOf>,
): Table {
  return {
    columns: columnsOf(evaluated),
    total: [...evaluated, ...partsOf(evaluated).map(({ part }) => part)].map(({ country }) => country),
    rows: codes.map((code, place) => ({
      code,
      cells: [
        ...evaluated,
        ...partsOf(evaluated).map(({ indicator, part: { byDomain } }) => ({ indicator, byDomain })),
      ].flatMap(({ indicator, byDomain }) => {
        const cell = byDomain[place];
        return cell ? [{ ...cell, leftOut: leavesOut(indicator, variable, code) }] : [];
      }),
    })),
  };
}

/** A group that is part of no total: nothing of it could be found by subtraction. */
function tableOfGroup(evaluated: readonly EvaluatedIndicator[], domain: number): Table {
  const all = [...evaluated, ...partsOf(evaluated).map(({ part }) => part)];
  const total: TableCell[] = all.flatMap(({ byDomain }) => byDomain[domain] ?? []);
  return { columns: columnsOf(evaluated), total, rows: [] };
}
