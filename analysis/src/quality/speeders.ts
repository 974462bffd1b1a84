import type { Instrument } from "@tiltas/instrument/definition";
import { readingSeconds } from "@tiltas/instrument/pace";
import { speedOf } from "./speeding.ts";

/** One interview with its item times, milliseconds. */
export interface TimedInterview {
  readonly response: string;
  readonly language: string;
  readonly items: ReadonlyMap<string, number>;
}

export interface SpeedFlag {
  readonly response: string;
  /** Time over the time of the median person of the same language on the same items. */
  readonly ofMedian: number;
  /** Share of items answered in less time than their question takes to read. */
  readonly hasty: number;
}

/** The rule of docs/methods/paradata.md. */
export const speedRule = {
  /** Fewest timed items of an interview, and fewest interviews of a language for a median. */
  items: 5,
  interviews: 10,
  /** Faster than this share of the median in all. */
  ofMedian: 0.5,
  /** Share of hasty items, for those who are also below this share of the median. */
  hasty: 1 / 3,
  hastyOfMedian: 0.75,
  /** Nobody reads a question in less than this share of the usual reading time. */
  ofReading: 0.5,
};

/** Who answered faster than one can read, compared within the language; a flag, never a reason to delete. */
export function speeders(instrument: Instrument, interviews: readonly TimedInterview[]): SpeedFlag[] {
  const languages = [...new Set(interviews.map(({ language }) => language))];
  const names = [...new Set(interviews.flatMap(({ items }) => [...items.keys()]))];
  const { ofMedian, hasty, items } = speedOf(
    {
      milliseconds: names.map((name) =>
        Float64Array.from(interviews, (interview) => interview.items.get(name) ?? Number.NaN),
      ),
      words: names.map((name) =>
        Float64Array.from(languages, (language) => shortestTime(instrument, name, language)),
      ),
      group: Int32Array.from(interviews, ({ language }) => languages.indexOf(language)),
    },
    1,
  );
  const counts = Map.groupBy(interviews, ({ language }) => language);
  return interviews.flatMap(({ response, language }, row) => {
    const [share, quick] = [ofMedian[row]!, hasty[row]!];
    const isJudged =
      items[row]! >= speedRule.items && (counts.get(language)?.length ?? 0) >= speedRule.interviews;
    const isFast = share < speedRule.ofMedian || (quick > speedRule.hasty && share < speedRule.hastyOfMedian);
    return isJudged && isFast ? [{ response, ofMedian: share, hasty: quick }] : [];
  });
}

/** Milliseconds below which nobody has read the question; 0 where it has no words in the language. */
function shortestTime({ items }: Instrument, name: string, language: string): number {
  const item = items.find((one) => (one.valueName ?? one.name) === name);
  const title = item?.titles[language] ?? "";
  return readingSeconds(title, "respondent") * 1000 * speedRule.ofReading;
}
