import { checkIndicators, failingCases, IndicatorSet } from "@tiltas/analysis/indicators";
import { type Item, readInstrument } from "@tiltas/instrument/definition";
import { indicatorReferences, itemOf } from "@tiltas/instrument/versions";
import type { InstrumentFolder } from "@tiltas/store/folders";
import type { Refusal } from "./gates.ts";

/** Indicators in force are made of items that are asked and of codes that are offered. */
export function indicatorRefusals(folder: InstrumentFolder): Refusal[] {
  const newest = folder.indicatorSets.at(-1);
  if (newest === undefined) return [];
  const file = `indicators/${newest.number}.json`;
  const instrument = readInstrument(folder);
  const items = new Map(instrument.items.map((item) => [item.name, item]));
  const lost = indicatorReferences(newest.set).filter(({ variable }) => !isAsked(variable, items));
  if (lost.length > 0) return notAsked(lost, file);
  if (isEmptySet(newest.set)) return [];
  const { success, data, error } = IndicatorSet.safeParse(newest.set);
  if (!success) {
    const [issue] = error.issues;
    return [refusal(`${file}: ${issue?.path.join(".") || "the file"}: ${issue?.message}`)];
  }
  if (data.number !== newest.number)
    return [
      refusal(`${file}: number is ${data.number}; the file name says ${newest.number}. Make them equal.`),
    ];
  const unplaced = withoutLevel(data, folder.manifest.version);
  if (unplaced.length > 0) return unplaced.map((id) => noLevel(id, file));
  const findings = checkIndicators(data, instrument);
  if (findings.length > 0)
    return findings.map(({ path, message }) => refusal(`${file}: ${path}: ${message}`));
  return failingCases(data, instrument).map((sentence) => refusal(`${file}: ${sentence}`));
}

/** From 1.0.0 on every indicator says how far down it may be shown. */
function withoutLevel({ indicators }: IndicatorSet, version: string): string[] {
  if (version.startsWith("0.")) return [];
  return indicators.filter(({ level }) => level === undefined).map(({ id }) => id);
}

function noLevel(indicator: string, file: string): Refusal {
  return {
    gate: "indicators",
    message: {
      en: `${file}: ${indicator} does not say its lowest level. Add "level": {"lowest": "country", "municipality-group" or "municipality", "why": …}.`,
      lt: `${file}: rodiklyje ${indicator} nenurodytas žemiausias lygmuo. Pridėkite "level": {"lowest": "country", "municipality-group" arba "municipality", "why": …}.`,
    },
  };
}

function notAsked(lost: ReturnType<typeof indicatorReferences>, file: string): Refusal[] {
  return [...Map.groupBy(lost, ({ indicator }) => indicator)].map(([indicator, references]) => {
    const names = [...new Set(references.map(({ variable }) => variable))].join(", ");
    return {
      gate: "indicators",
      message: {
        en: `${file}: ${indicator} is made of ${names}, which this version does not ask. Correct the indicator, or take it out of the set.`,
        lt: `${file}: rodiklis ${indicator} sudarytas iš ${names}, bet šioje versijoje to neklausiama. Pataisykite rodiklį arba išimkite jį iš rinkinio.`,
      },
    };
  });
}

/** A box to tick, a row of a matrix and a part of a roster are variables of their own. */
function isAsked(variable: string, items: ReadonlyMap<string, Item>): boolean {
  const name = itemOf(variable);
  const item = items.get(name);
  const part = variable.slice(name.length + 1);
  if (item === undefined || part === "") return item !== undefined;
  if (item.kind === "roster") return (item.parts ?? []).some(({ name }) => name === itemOf(part));
  const parts = item.kind === "multiple" ? item.choices : item.rows;
  return parts.length === 0 || parts.some(({ code }) => String(code) === part);
}

/** A study may begin before its indicators are written. */
function isEmptySet(set: unknown): boolean {
  const { success, data } = IndicatorSet.extend({
    indicators: IndicatorSet.shape.indicators.element.array(),
  }).safeParse(set);
  return success && data.indicators.length === 0;
}

function refusal(sentence: string): Refusal {
  return { gate: "indicators", message: { en: sentence, lt: sentence } };
}
