import type { Instrument } from "@tiltas/instrument/definition";
import type { Dataset } from "../../dataset/index.ts";
import { type Design, makeDesign } from "../../design/index.ts";
import { besideOthers } from "../apart.ts";
import { calibrated } from "../calibrated.ts";
import type { Margins } from "../margins.ts";
import { MarginsError } from "../margins-problem.ts";
import { readMargins } from "../read-margins.ts";
import { type Alternative, alternativeWeights } from "./alternatives.ts";
import { baseWeights } from "./base-weights.ts";
import { type DesignColumns, designColumns } from "./design-columns.ts";
import { joinedMargin } from "./joined-margin.ts";
import { metTotals } from "./met-totals.ts";
import { notesOnPeople, notesOnTotals } from "./notes.ts";
import { type Outside, outsideOf } from "./outside.ts";
import { type Refusal, refusalsOf } from "./required-strata.ts";
import type { SampleKind, Text, WeightingPlan } from "./weighting-plan.ts";
import { type WeightingSheet, weightingSheet } from "./weighting-sheet.ts";
import { alternativeNotFollowed, tooFewToWeigh, withoutBase, withoutMargins } from "./words.ts";

/** Parsed rows of a margins file (header row as keys). */
export interface MarginsFile {
  readonly rows: readonly Readonly<Record<string, string>>[];
  /** Line of the file of each row, so that a refusal names the right one. */
  readonly lines?: readonly number[];
}

export interface WeighWaveInput {
  readonly dataset: Dataset;
  /** The wave's own version. */
  readonly instrument: Instrument;
  readonly plan: WeightingPlan;
  /** null: nobody is weighted to the population, and it is said. */
  readonly margins: MarginsFile | null;
  /** Margins of other sources, by the name under which alternatives of the plan ask for them. */
  readonly otherMargins?: Readonly<Record<string, MarginsFile>>;
  readonly sample: SampleKind;
  /** Counts from memory or invented are taken for synthetic studies only. */
  readonly synthetic: boolean;
}

/** Final weights of a wave, and all that has to be known of them. */
export interface WeighedWave {
  /** By row of the dataset. Who is outside the population keeps the base weight. */
  readonly weights: Float64Array;
  readonly design: Design;
  /** Rows of those who belong to the population, in ascending order. */
  readonly inside: Int32Array;
  /** Groups outside the population, such as asylum applicants. */
  readonly groups: Outside["groups"];
  /** By row: place in `groups`; -1 for who belongs to the population. */
  readonly groupOf: Int32Array;
  /** null where no margins were met. */
  readonly sheet: WeightingSheet | null;
  /** What may not be said. */
  readonly refusals: readonly Refusal[];
  readonly notes: readonly Text[];
  readonly alternatives: readonly Alternative[];
}

/**
 * Weighs a wave by its plan: base weights, nonresponse classes, small cells joined, totals met, weights trimmed.
 *
 * @throws MarginsError a file that cannot be used, naming the line; WeightingError a plan that does not fit the answers
 */
export function weighWave(input: WeighWaveInput): WeighedWave {
  const prepared = prepare(input);
  const { file, people, before, design, said } = prepared;
  if (file) return met(prepared, marginsOf(input, prepared.columns, file));
  const why = input.margins ? tooFewToWeigh(input.plan.fewest) : withoutMargins;
  return { ...people, weights: before, design, sheet: null, notes: [...said, why], alternatives: [] };
}

type Prepared = ReturnType<typeof prepare>;

/** All that is known before any total is met. */
function prepare(input: WeighWaveInput) {
  const { dataset, instrument, plan, sample } = input;
  const outside = outsideOf(dataset, instrument);
  const { inside, groups, of: groupOf } = outside;
  const columns = designColumns(dataset, instrument, inside);
  const base = baseWeights(plan, columns, dataset, instrument, inside);
  const refusals = refusalsOf(plan, columns, sample);
  const before = laidOver(base.weights, inside, dataset.rows);
  return {
    input,
    columns,
    people: { inside, groups, groupOf, refusals },
    base: base.weights,
    before,
    design: makeDesign({
      weights: before,
      singlePsu: "adjust",
      ...strataOf(plan, columns, inside, dataset.rows),
    }),
    said: [
      plan.samples[sample].unreached,
      ...(plan.samples[sample].probability ? [] : [plan.samples[sample].meaning]),
      ...refusals.map(({ why }) => why),
      ...notesOnPeople(outside),
      ...(base.unplaced > 0 ? [withoutBase(base.unplaced)] : []),
    ],
    /** The margins to meet; undefined where there are none, or too few respondents. */
    file: inside.length < plan.fewest ? undefined : (input.margins ?? undefined),
  };
}

function met(prepared: Prepared, margins: Margins): WeighedWave {
  const { input, columns, people, base, before, said } = prepared;
  const { plan } = input;
  const joined = margins.margins.map((margin) => joinedMargin(margin, base, columns, plan.collapse));
  const counted = joined.map((one) => one.counted);
  const totals = metTotals(base, counted, margins.total, plan);
  const { weighted: own, method } = totals;
  const weighted = people.groups.length === 0 ? own : besideOthers(own, people.inside, before);
  const notes = notesOnTotals(plan, input.instrument, joined, totals);
  const read = (file: string) => otherMargins(input, columns, file);
  const given = { plan, columns, base, inside: people.inside, before, margins, read };
  const alternatives = plan.alternatives.map((one) => alternativeWeights(one, given));
  const refused = alternatives.filter(({ weights }) => weights === null);
  return {
    ...people,
    weights: weighted.weights,
    design: calibrated(prepared.design, weighted, { acceptUnconverged: true }),
    sheet: weightingSheet(margins, joined, columns, base, own.weights, { method, notes }),
    notes: [...said, ...notes, ...refused.map(({ name }) => alternativeNotFollowed(name))],
    alternatives,
  };
}

/** Who is outside the population weighs 1: nothing is known of how many they are. */
function laidOver(weights: Float64Array, inside: Int32Array, rows: number): Float64Array {
  const all = new Float64Array(rows).fill(1);
  inside.forEach((row, i) => {
    all[row] = weights[i]!;
  });
  return all;
}

/** Strata of the selection; respondents of whom a dimension is not known, or outside, are strata of their own. */
function strataOf({ strata }: WeightingPlan, columns: DesignColumns, inside: Int32Array, rows: number) {
  if (strata.length === 0) return {};
  const codes: string[] = new Array(rows).fill("outside");
  const known = strata.flatMap((dimension) => columns.get(dimension) ?? []);
  inside.forEach((row, i) => {
    codes[row] = known.map(({ values }) => values[i]).join(" ");
  });
  return { strata: codes };
}

function marginsOf(
  { instrument, plan, synthetic }: WeighWaveInput,
  columns: DesignColumns,
  file: MarginsFile,
): Margins {
  const read = readMargins(file.rows, {
    population: instrument.manifest.population,
    allowDemonstration: synthetic,
    lines: file.lines,
    codes: Object.fromEntries(
      [...columns].map(([role, { variable }]) => [role, variable.codes.map(({ code }) => code)]),
    ),
  });
  if (plan.margins === null) return read;
  const absent = plan.margins.find((id) => !read.margins.some((margin) => margin.id === id));
  if (absent !== undefined)
    throw new MarginsError(
      `The weighting plan meets the margin "${absent}", which the margins file does not have. Add it to the file, or take it out of the plan.`,
    );
  return { ...read, margins: read.margins.filter(({ id }) => plan.margins?.includes(id)) };
}

function otherMargins(input: WeighWaveInput, columns: DesignColumns, name: string): Margins | undefined {
  const file = input.otherMargins?.[name];
  return file && marginsOf({ ...input, plan: { ...input.plan, margins: null } }, columns, file);
}
