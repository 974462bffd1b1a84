import { median } from "../numerics/index.ts";
import { itemNonresponse, largestOption } from "../quality/index.ts";
import { type Figure, known, shareFigure, unknown } from "./figure.ts";
import type { PilotInput } from "./input.ts";
import { emptinessOf, type People, valuesOf, withinLanguage } from "./people.ts";
import { relativeTimes, type Times } from "./times.ts";
import type { PilotUnit } from "./units.ts";

/** What respondents of one language did with one unit. */
export interface ItemFigures {
  readonly unit: string;
  /** Absent: all languages together. */
  readonly language?: string;
  readonly answered: number;
  readonly eligible: number;
  readonly nonresponse: Figure;
  readonly dontKnow: Figure;
  readonly refused: Figure;
  readonly empty: Figure;
  /** Share in the option that most chose. */
  readonly largestOption: Figure;
  /** Median seconds in front of the window. */
  readonly seconds: Figure;
  /** Median time over what its words take at the pace of the language. */
  readonly timeOfExpected: Figure;
}

/** Figures of every unit, for all languages together and for each. */
export function itemFigures(input: PilotInput, people: People, times: Times | undefined): ItemFigures[] {
  const relative = times ? relativeTimes(times, people) : undefined;
  const groups = [undefined, ...people.languages.keys()].map((place) => ({
    language: place === undefined ? undefined : people.languages[place],
    within: withinLanguage(people, place),
  }));
  return people.units.flatMap((unit) => {
    const cells = unit.variables.length > 0 ? emptinessOf(people, unit) : [];
    const values = valuesOf(people, unit);
    return groups.map(
      ({ language, within }): ItemFigures => ({
        unit: unit.name,
        ...(language === undefined ? {} : { language }),
        ...nonresponseFigures(unit, cells, within, input),
        largestOption: uniformity(unit, values, within, input),
        seconds: timeFigure(times?.items.get(unit.item), within, input, 1000),
        timeOfExpected: timeFigure(relative?.get(unit.item), within, input, 1),
      }),
    );
  });
}

type Emptinesses = ReturnType<typeof emptinessOf>;

function nonresponseFigures(
  unit: PilotUnit,
  cells: Emptinesses,
  within: Uint8Array,
  { thresholds, knowledge }: PilotInput,
) {
  const keepDontKnow = knowledge?.has(unit.name) ?? false;
  const found = itemNonresponse(cells, { within, keepDontKnow });
  const needs = thresholds.processRespondents;
  const figure = (share: "all" | "dontKnow" | "refused" | "empty") =>
    unit.variables.length === 0 ? unknown("not-applicable") : shareFigure(found?.[share] ?? null, needs);
  const answered = cells.reduce((sum, why, row) => (why === "answered" && within[row] ? sum + 1 : sum), 0);
  return {
    answered,
    eligible: found?.eligible ?? 0,
    nonresponse: figure("all"),
    dontKnow: figure("dontKnow"),
    refused: figure("refused"),
    empty: figure("empty"),
  };
}

function uniformity(
  { codes, kind }: PilotUnit,
  values: Float64Array,
  within: Uint8Array,
  { thresholds }: PilotInput,
): Figure {
  if (codes.length < 2 || kind === "multiple" || kind === "ranking") return unknown("not-applicable");
  return shareFigure(largestOption(values, within), thresholds.processRespondents);
}

function timeFigure(
  column: Float64Array | undefined,
  within: Uint8Array,
  { times, thresholds }: PilotInput,
  divisor: number,
): Figure {
  if (times === undefined) return unknown("no-file");
  const own = column?.filter((time, row) => within[row] === 1 && !Number.isNaN(time)) ?? [];
  if (own.length < thresholds.processRespondents)
    return unknown("too-few", own.length, thresholds.processRespondents);
  return known(median(own) / divisor, own.length);
}
