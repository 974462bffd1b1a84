import { median } from "../numerics/index.ts";
import { shareOf } from "../quality/index.ts";
import { type Figure, known, shareFigure, unknown } from "./figure.ts";
import type { PilotInput } from "./input.ts";
import { type People, withinLanguage } from "./people.ts";
import type { Times } from "./times.ts";

/** Where respondents leave. */
export interface PageFigures {
  readonly page: string;
  readonly units: number;
  readonly reached: number;
  readonly left: number;
  readonly hazard: Figure;
  /** Chance of so many if all other pages lost people alike; adjusted over pages. */
  readonly pValue: number | null;
  readonly seconds: Figure;
  /** Far above the usual page, and not by chance. */
  readonly isBeyond: boolean;
}

export function pageFigures(
  { thresholds }: PilotInput,
  people: People,
  times: Times | undefined,
): PageFigures[] {
  const { pages, medianHazard } = people.breakOff;
  const limit = Math.max(thresholds.hazardTimesMedian * medianHazard, thresholds.hazardLowest);
  return pages.map(({ reached, left, pValue, hazard }, i) => {
    const page = people.pages[i]!;
    const column = times?.pages.get(page)?.filter((time) => !Number.isNaN(time));
    const seconds = column && column.length >= thresholds.processRespondents;
    return {
      page,
      units: people.units.filter((unit) => unit.page === page).length,
      reached,
      left,
      hazard: shareFigure(shareOf(left, reached), thresholds.processRespondents),
      pValue,
      seconds: !times
        ? unknown("no-file")
        : seconds
          ? known(median(column) / 1000, column.length)
          : unknown("too-few", column?.length ?? 0, thresholds.processRespondents),
      isBeyond:
        reached >= thresholds.processRespondents &&
        left >= thresholds.exits &&
        (hazard ?? 0) > limit &&
        pValue !== null &&
        pValue < thresholds.falseDiscovery,
    };
  });
}

/** How much time the questionnaire takes of those who came to its end. */
export interface BurdenFigures {
  readonly language: string;
  readonly mode: string;
  readonly respondents: number;
  /** Share who left before the end. */
  readonly brokeOff: Figure;
  /** Median minutes in front of the window. */
  readonly minutes: Figure;
  readonly limit: "minutesWeb" | "minutesInterview";
  readonly isBeyond: boolean;
}

export function burdenFigures(
  { thresholds }: PilotInput,
  people: People,
  times: Times | undefined,
): BurdenFigures[] {
  return people.languages.flatMap((language, place) =>
    people.modes.flatMap((mode, at) => {
      const own = withinLanguage(people, place);
      const rows = Array.from(own.keys()).filter((row) => own[row] === 1 && people.mode[row] === at);
      if (rows.length === 0) return [];
      const finished = rows.filter((row) => people.breakOff.leftAt[row] === -1);
      const timed = finished
        .map((row) => times?.minutes[row] ?? Number.NaN)
        .filter((value) => !Number.isNaN(value));
      const needs = thresholds.processRespondents;
      const limit = mode.startsWith("web") ? ("minutesWeb" as const) : ("minutesInterview" as const);
      const minutes: Figure = !times
        ? unknown("no-file")
        : timed.length < needs
          ? unknown("too-few", timed.length, needs)
          : known(median(timed), timed.length);
      return [
        {
          language,
          mode,
          respondents: rows.length,
          brokeOff: shareFigure(shareOf(rows.length - finished.length, rows.length), needs),
          minutes,
          limit,
          isBeyond: minutes.known && minutes.value > thresholds[limit],
        },
      ];
    }),
  );
}
