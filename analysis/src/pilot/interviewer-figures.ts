import { benjaminiHochberg, median } from "../numerics/index.ts";
import {
  type InterviewSimilarity,
  interviewerVariance,
  interviewSimilarity,
  type NearDuplicates,
} from "../quality/index.ts";
import { codedAnswers } from "./coded-answers.ts";
import { type Figure, known, unknown } from "./figure.ts";
import type { PilotInput } from "./input.ts";
import { coded, type People, valuesOf } from "./people.ts";
import { figureOf } from "./scale-figures.ts";
import type { Times } from "./times.ts";
import type { PilotUnit } from "./units.ts";

/** How the interviews of one interviewer compare with those of the others. */
export interface InterviewerFigures {
  readonly interviewer: string;
  readonly interviews: number;
  /** Mean share of equal answers between two of them, and of two drawn at random in the same languages. */
  readonly similarity: Figure;
  readonly usualSimilarity: Figure;
  /** Adjusted over interviewers (Benjamini–Hochberg). */
  readonly pValue: number | null;
  /** Share of them that nearly copy another interview. */
  readonly duplicates: Figure;
  readonly minutes: Figure;
  /** More alike than chance and than the threshold allows. */
  readonly stands: "out" | "among-the-others" | "unknown";
}

/** How much of an item's variance lies between interviewers. */
export interface InterviewerEffect {
  readonly unit: string;
  readonly rho: Figure;
  readonly pValue: number | null;
  readonly isBeyond: boolean;
}

export interface Interviewers {
  readonly people: readonly InterviewerFigures[];
  readonly effects: readonly InterviewerEffect[];
}

export function interviewerFigures(
  input: PilotInput,
  people: People,
  times: Times | undefined,
  duplicates: NearDuplicates | undefined,
): Interviewers {
  const { interviewers, thresholds } = input;
  if (interviewers === undefined) return { people: [], effects: [] };
  const who = people.ids.map((id) => interviewers.get(id) ?? "");
  const { names, codes } = coded(who.filter((name) => name !== ""));
  const place = new Map(names.map((name, i) => [name, i]));
  const interviewer = Int32Array.from(who, (name) => place.get(name) ?? -1);
  const similar = interviewSimilarity({
    answers: codedAnswers(people),
    interviewer,
    stratum: people.language,
    seed: input.seed,
    fewest: thresholds.interviewsOfInterviewer,
  });
  const adjusted = benjaminiHochberg(similar.map(({ pValue }) => pValue));
  return {
    people: names.map((name, i) => {
      const rows = Array.from(interviewer.keys()).filter((row) => interviewer[row] === i);
      const at = similar.findIndex((one) => one.interviewer === i);
      return {
        interviewer: name,
        ...likenessOf(similar[at], adjusted[at], rows.length, input),
        duplicates: copiesAmong(rows, duplicates, thresholds.duplicateMatch),
        minutes: minutesOf(rows, times),
      };
    }),
    effects: codes.length < thresholds.processRespondents ? [] : effectsOf(input, people, interviewer),
  };
}

function likenessOf(
  found: InterviewSimilarity | undefined,
  pValue: number | undefined,
  interviews: number,
  { thresholds }: PilotInput,
): Pick<InterviewerFigures, "interviews" | "similarity" | "usualSimilarity" | "pValue" | "stands"> {
  if (found === undefined || pValue === undefined) {
    const few = unknown("too-few", interviews, thresholds.interviewsOfInterviewer);
    return { interviews, similarity: few, usualSimilarity: few, pValue: null, stands: "unknown" };
  }
  const isFar = found.own - found.usual > thresholds.interviewerSimilarity;
  return {
    interviews,
    similarity: known(found.own, interviews),
    usualSimilarity: known(found.usual, interviews),
    pValue,
    stands: isFar && pValue < thresholds.falseDiscovery ? "out" : "among-the-others",
  };
}

function copiesAmong(rows: readonly number[], duplicates: NearDuplicates | undefined, limit: number): Figure {
  if (duplicates === undefined) return unknown("too-few-items");
  return known(rows.filter((row) => duplicates.largest[row]! >= limit).length / rows.length, rows.length);
}

function minutesOf(rows: readonly number[], times: Times | undefined): Figure {
  const timed = rows.map((row) => times?.minutes[row] ?? Number.NaN).filter((value) => !Number.isNaN(value));
  if (times === undefined) return unknown("no-file");
  return timed.length === 0 ? unknown("too-few", 0, 1) : known(median(timed), timed.length);
}

function effectsOf({ thresholds }: PilotInput, people: People, interviewer: Int32Array): InterviewerEffect[] {
  const tested = people.units
    .filter(({ variables, kind, factual }) => variables.length > 0 && kind !== "multiple" && !factual)
    .map((unit) => {
      const found = interviewerVariance(measured(people, unit), interviewer);
      const n = found.estimable ? found.interviews : 0;
      const enough = n >= thresholds.processRespondents;
      return {
        unit: unit.name,
        rho: enough
          ? figureOf(found, n, ({ rho }) => known(rho, n))
          : unknown("too-few", n, thresholds.processRespondents),
        raw: enough && found.estimable ? found.pValue : Number.NaN,
      };
    });
  const adjusted = benjaminiHochberg(tested.map(({ raw }) => raw));
  return tested.map(({ unit, rho }, i) => ({
    unit,
    rho,
    pValue: Number.isNaN(adjusted[i]!) ? null : adjusted[i]!,
    isBeyond:
      rho.known && rho.value > thresholds.interviewerVariance && adjusted[i]! < thresholds.falseDiscovery,
  }));
}

/** Ordered answers as they are; of unordered ones, whether it is the most frequent. */
function measured(people: People, unit: PilotUnit): Float64Array {
  const values = valuesOf(people, unit);
  if (unit.ordered) return values;
  const counts = Map.groupBy(
    values.filter((value) => !Number.isNaN(value)),
    (value) => value,
  );
  const usual = [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0];
  return values.map((value) => (Number.isNaN(value) ? value : Number(value === usual)));
}
