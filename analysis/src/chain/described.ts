import type { Choice, Instrument } from "@tiltas/instrument/definition";
import { indicatorReferences } from "@tiltas/instrument/versions";
import type { IndicatorDefinition, IndicatorSet } from "../indicators/index.ts";
import type { TableMeasure } from "../lattice/index.ts";
import type { ReleasedIndicator, ReleasedQuestion, ReleaseFile } from "../release/index.ts";
import { isHeadline } from "./sensitivity.ts";

type Comparability = ReleasedIndicator["comparability"];
type Text = Readonly<Record<string, string>>;

/** What a release says of its indicators, in the order of the set. */
export function describeIndicators(
  set: IndicatorSet,
  instrument: Instrument,
  comparabilityOf: (indicator: IndicatorDefinition) => Comparability,
): ReleasedIndicator[] {
  const items = itemsByIndicator(set, instrument);
  return set.indicators.map((indicator) => {
    const { id, label, domain, unit, direction, universe, missingRule, source, estimand, level } = indicator;
    return {
      id,
      label,
      domain,
      domainLabel: set.domains.find((one) => one.id === domain)?.label ?? {},
      unit,
      direction,
      universe: universe.label,
      headline: isHeadline(indicator),
      comparability: comparabilityOf(indicator),
      definition: {
        type: estimand.type,
        missingRule,
        source,
        ...(level ? { why: level.why } : {}),
        items: items.get(id) ?? [],
      },
    };
  });
}

/** The questions each indicator rests on, in the order of the questionnaire. */
function itemsByIndicator(set: IndicatorSet, { items }: Instrument) {
  const used = new Map<string, Set<string>>();
  for (const { indicator, variable } of indicatorReferences(set)) {
    const names = used.get(indicator) ?? new Set();
    names.add(variable).add(variable.split(".")[0] ?? variable);
    used.set(indicator, names);
  }
  return new Map(
    [...used].map(([indicator, names]) => [
      indicator,
      items.filter(({ name }) => names.has(name)).map(({ name, titles }) => ({ name, label: titles })),
    ]),
  );
}

/** The questions the indicators rest on with the codes of their answers, in the languages of staff. */
export function describeQuestions(set: IndicatorSet, instrument: Instrument): ReleasedQuestion[] {
  const used = new Set([...itemsByIndicator(set, instrument).values()].flat().map(({ name }) => name));
  return instrument.items
    .filter(({ name }) => used.has(name))
    .map(({ name, titles, choices }) => ({
      item: name,
      label: inStaffLanguages(titles),
      answers: choices.map(answerOf),
    }));
}

const answerOf = ({ code, labels, missing }: Choice): ReleasedQuestion["answers"][number] => ({
  code: String(code),
  label: inStaffLanguages(labels),
  ...(missing ? { missing } : {}),
});

const inStaffLanguages = (text: Text): Text =>
  Object.fromEntries(
    ["lt", "en"].flatMap((language) => {
      const words = text[language] ?? text.default;
      return words === undefined ? [] : [[language, words]];
    }),
  );

/** Measures with what they are called: an indicator by its own label, a part by that of the part. */
export function labelMeasures(measures: readonly TableMeasure[], set: IndicatorSet): ReleaseFile["measures"] {
  const labels = new Map(set.indicators.map((indicator) => [indicator.id, labelsOf(indicator)]));
  return measures.map((measure) => {
    const own = labels.get(measure.indicator);
    const label = (measure.part === null ? own?.whole : own?.parts.get(measure.part)) ?? { en: measure.id };
    return { ...measure, label };
  });
}

function labelsOf({ label, estimand }: IndicatorDefinition): {
  whole: Text;
  parts: ReadonlyMap<string, Text>;
} {
  const named: readonly { readonly id: string; readonly label: Text }[] =
    estimand.type === "index"
      ? (estimand.parts ?? [])
      : estimand.type === "priority"
        ? estimand.needs
        : estimand.type === "reach"
          ? estimand.channels
          : [];
  return { whole: label, parts: new Map(named.map((part) => [part.id, part.label])) };
}
