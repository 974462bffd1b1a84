import type { Figure, Unknown } from "./figure.ts";
import type { PilotFigures } from "./figures.ts";
import type { PilotUnit } from "./units.ts";

/** A question that was put to a unit and could not be answered. */
export interface Unexamined {
  readonly what: "nonresponse" | "item-rest" | "dif" | "problems" | "relevance" | "retest";
  readonly why: Unknown;
}

/** What a verdict could not look at, so that "keep" is not read as more than it is. Files not given do not count. */
export function unexaminedOf(
  { name }: PilotUnit,
  language: string | undefined,
  { items, scales, dif, notes, ratings, retest }: PilotFigures,
): Unexamined[] {
  const here = (figures: { readonly language?: string }) => figures.language === language;
  const tests = dif.filter((one) => one.unit === name && (language === undefined || here(one)));
  const scale = scales.find((one) => one.items.includes(name) && here(one));
  const asked: [Unexamined["what"], Figure | undefined][] = [
    ["nonresponse", items.find((one) => one.unit === name && here(one))?.nonresponse],
    ["item-rest", scale?.itemRest.get(name) ?? scale?.alpha],
    ["dif", tests.every(({ effect }) => !effect.known) ? tests[0]?.effect : undefined],
    ["problems", notes.find((one) => one.unit === name && here(one))?.problemRate],
    ["relevance", language === undefined ? ratings.find(({ unit }) => unit === name)?.relevance : undefined],
    ["retest", language === undefined ? retest.find((one) => one.name === name)?.figure : undefined],
  ];
  return asked.flatMap(([what, figure]) =>
    figure === undefined || figure.known || figure.reason === "not-applicable" ? [] : [{ what, why: figure }],
  );
}
