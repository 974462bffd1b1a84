import {
  type Grid,
  type NearDuplicates,
  responseStyle,
  speedOf,
  standardisedWithin,
  straightGrids,
} from "../quality/index.ts";
import type { PilotInput } from "./input.ts";
import { type People, valuesOf } from "./people.ts";
import type { ThresholdName } from "./thresholds.ts";
import { type Times, wordsFor } from "./times.ts";
import type { PilotUnit } from "./units.ts";

export type RespondentRule =
  | "fast-in-all"
  | "fast-in-items"
  | "straight-lines"
  | "near-duplicate"
  | "extreme-style"
  | "acquiescence";

/** Something about one response that somebody should look at; nothing is deleted for it. */
export interface RespondentFlag {
  readonly response: string;
  readonly language: string;
  readonly rule: RespondentRule;
  readonly value: number;
  readonly threshold: ThresholdName;
  /** near-duplicate: the response it resembles most. */
  readonly other?: string;
}

export interface RespondentFlags {
  readonly flags: readonly RespondentFlag[];
  /** By rule: responses that could be judged; 0 where the questionnaire or the files do not allow it. */
  readonly judged: Readonly<Record<RespondentRule, number>>;
}

type Judgement = { readonly row: number; readonly value: number; readonly other?: number };

export function respondentFlags(
  input: PilotInput,
  people: People,
  times: Times | undefined,
  duplicates: NearDuplicates | undefined,
): RespondentFlags {
  const flags: RespondentFlag[] = [];
  const judged: Record<RespondentRule, number> = {
    "fast-in-all": 0,
    "fast-in-items": 0,
    "straight-lines": 0,
    "near-duplicate": 0,
    "extreme-style": 0,
    acquiescence: 0,
  };
  const add = (
    rule: RespondentRule,
    threshold: ThresholdName,
    known: Float64Array,
    raised: readonly Judgement[],
  ) => {
    judged[rule] = known.reduce((sum, value) => (Number.isNaN(value) ? sum : sum + 1), 0);
    for (const { row, value, other } of raised)
      flags.push({
        response: people.ids[row]!,
        language: people.languages[people.language[row]!]!,
        rule,
        value,
        threshold,
        ...(other === undefined ? {} : { other: people.ids[other]! }),
      });
  };
  judgeSpeed(input, people, times, add);
  judgeStraightness(input, people, add);
  judgeStyle(input, people, add);
  if (duplicates) judgeDuplicates(input, duplicates, add);
  return { flags, judged };
}

type Add = (
  rule: RespondentRule,
  threshold: ThresholdName,
  known: Float64Array,
  raised: readonly Judgement[],
) => void;

function where(values: Float64Array, beyond: (value: number) => boolean): Judgement[] {
  return Array.from(values.keys())
    .filter((row) => beyond(values[row]!))
    .map((row) => ({ row, value: values[row]! }));
}

/** Timed items below which nobody is called fast. */
const fewestTimed = 5;

function judgeSpeed({ thresholds }: PilotInput, people: People, times: Times | undefined, add: Add): void {
  const byItem = new Map(people.units.map((unit) => [unit.item, unit]));
  const timed = [...(times?.items ?? [])].flatMap(([name, column]) => {
    const unit = byItem.get(name);
    return unit ? [{ column, unit }] : [];
  });
  const modes = people.modes.length;
  const { ofMedian, hasty, items } = speedOf(
    {
      milliseconds: timed.map(({ column }) => column),
      words: timed.map(({ unit }) =>
        Float64Array.from({ length: people.languages.length * modes }, (_, group) =>
          wordsFor(unit, people.languages[Math.floor(group / modes)]!),
        ),
      ),
      group: people.language.map((language, row) => language * modes + people.mode[row]!),
    },
    thresholds.millisecondsPerWord,
  );
  const enough = (column: Float64Array) =>
    column.map((value, row) => (items[row]! < fewestTimed ? Number.NaN : value));
  const [total, share] = [enough(ofMedian), enough(hasty)];
  add(
    "fast-in-all",
    "speederOfMedian",
    total,
    where(total, (value) => value < thresholds.speederOfMedian),
  );
  const hasted = where(share, (value) => value > thresholds.speederHasty);
  const aheadOfOthers = hasted.filter(({ row }) => total[row]! < thresholds.speederHastyOfMedian);
  add("fast-in-items", "speederHasty", share, aheadOfOthers);
}

function judgeStraightness({ thresholds }: PilotInput, people: People, add: Add): void {
  const grids = gridsOf(people.units, thresholds.straightItems).map(
    (units): Grid => units.map((unit) => valuesOf(people, unit)),
  );
  const { straight, judged } = straightGrids(grids, thresholds.straightItems);
  const known = Float64Array.from(judged, (count) =>
    count >= thresholds.straightGrids ? count : Number.NaN,
  );
  const counts = Float64Array.from(straight);
  add(
    "straight-lines",
    "straightGrids",
    known,
    where(counts, (count) => count >= thresholds.straightGrids),
  );
}

/** Grids, and runs of items one after another that offer the same options. */
export function gridsOf(units: readonly PilotUnit[], fewest: number): PilotUnit[][] {
  const runs: PilotUnit[][] = [];
  let latest = "";
  for (const unit of units) {
    const isScale = unit.ordered && unit.codes.length > 2 && !unit.factual;
    const key = !isScale ? "" : `${unit.kind === "matrix" ? unit.item : ""}|${unit.codes.join()}`;
    if (key !== "" && key === latest) runs.at(-1)?.push(unit);
    else if (key !== "") runs.push([unit]);
    latest = key;
  }
  return runs.filter((run) => run.length >= fewest);
}

function judgeStyle({ thresholds, scales }: PilotInput, people: People, add: Add): void {
  const units = people.units.filter(({ ordered, codes, factual }) => ordered && codes.length > 2 && !factual);
  const places = units.map((unit) => {
    const numbers = unit.codes.map((code, i) => (typeof code === "number" ? code : i));
    const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
    return valuesOf(people, unit).map((value) => (value - low) / (high - low));
  });
  const turned = new Set(
    scales.flatMap(({ items }) => items.filter(({ reversed }) => reversed).map(({ variable }) => variable)),
  );
  const { extreme, acquiescence } = responseStyle(
    { places, reversed: units.map(({ name, reversed }) => turned.has(name) || reversed) },
    thresholds.styleItems,
  );
  const beyond = (z: number) => z > thresholds.styleDeviations;
  const [ends, agreeing] = [extreme, acquiescence].map((style) => standardisedWithin(style, people.language));
  add("extreme-style", "styleDeviations", ends!, where(ends!, beyond));
  add("acquiescence", "styleDeviations", agreeing!, where(agreeing!, beyond));
}

function judgeDuplicates({ thresholds }: PilotInput, { largest, closest }: NearDuplicates, add: Add): void {
  const alike = where(largest, (match) => match >= thresholds.duplicateMatch);
  add(
    "near-duplicate",
    "duplicateMatch",
    largest,
    alike.map((one) => ({ ...one, other: closest[one.row]! })),
  );
}
