import {
  type CountedMargin,
  calibrate,
  countedMargin,
  postStratify,
  type RakeOptions,
  rake,
  trim,
  type Weighted,
  WeightingError,
} from "@tiltas/analysis/weighting";
import type { Microdata } from "@tiltas/cli/microdata";
import type { CaseFile } from "./case-file.ts";
import { knownTotals, termsOf } from "./known-totals.ts";
import { membersOf, numbersOf, textsOf, type Value } from "./r-language/values.ts";
import { numberIn, type WeightingStep, weightingSteps } from "./weighting-steps.ts";

/** Weights before to weights after: one for each step of a case's weighting, in their order. */
export type Weigher = (weights: Float64Array) => Weighted;

/** The weighting that a case asks for, ready to be applied to any weights of its rows (replicates, too). */
export function weighersOf(one: CaseFile, data: Microdata): Weigher[] {
  const { steps, columns } = weightingSteps(one, data);
  const textsIn: TextsIn = (name) => columns.get(name) ?? data.texts(name);
  return steps.map((step) => weigherOf(step, data.rows, textsIn));
}

type TextsIn = (column: string) => readonly string[];

function weigherOf({ function: name, args }: WeightingStep, rows: number, textsIn: TextsIn): Weigher {
  switch (name) {
    case "postStratify": {
      const margin = frameMargin(args.get("population"), textsIn, termsOf(args.get("strata")).flat());
      const partial = args.has("partial") && numberIn(args.get("partial")) === 1;
      return (weights) => postStratify(weights, margin, { partial });
    }
    case "rake":
      return raker(args, textsIn);
    case "calibrate":
      return calibrator(args, rows, textsIn);
    default:
      return trimmer(args);
  }
}

function raker(args: WeightingStep["args"], textsIn: TextsIn): Weigher {
  const variables = membersOf(args.get("sample.margins") ?? nothing).map((formula) =>
    termsOf(formula).flat(),
  );
  const margins = membersOf(args.get("population.margins") ?? nothing).map((frame, i) =>
    frameMargin(frame, textsIn, variables[i] ?? []),
  );
  const control = args.get("control");
  const options: RakeOptions = {
    cellChange: numberIn(control, "epsilon") ?? 1,
    maximumIterations: numberIn(control, "maxit") ?? 10,
    standardErrors: "rake-as-r",
  };
  return (weights) => {
    try {
      return rake(weights, margins, options);
    } catch (error) {
      // R rakes to margins of different sums, ending at the last; ours does when somebody confirms them.
      if (!(error instanceof WeightingError) || !/at most 10 %/.test(error.message)) throw error;
      const total = margins.at(-1)?.counts.reduce((sum, count) => sum + count, 0) ?? 0;
      return rake(weights, margins, { ...options, total, confirmed: true });
    }
  };
}

function calibrator(args: WeightingStep["args"], rows: number, textsIn: TextsIn): Weigher {
  const formula = args.get("formula");
  const population = args.get("population");
  if (!formula || formula.is === "vector" || !population)
    throw new TypeError("The calibration names no formula or no population.");
  const beyond = ["trim", "bounds.const"].find((name) => args.has(name));
  if (beyond !== undefined) throw new Error(`"${beyond}" of a calibration is not computed.`);
  const totals =
    formula.is === "list"
      ? {
          margins: membersOf(population).map((frame, i) =>
            frameMargin(frame, textsIn, termsOf(formula.values[i]).flat()),
          ),
        }
      : knownTotals(formula, population, rows, textsIn);
  const [lower, upper] = numbersOf(args.has("bounds") ? flat(args.get("bounds")) : undefinedBounds);
  const distance = textsOf(args.get("calfun") ?? linear)[0];
  if (distance !== "linear" && distance !== "raking" && distance !== "logit")
    throw new TypeError(`The distance "${distance}" is not known.`);
  const epsilon = numberIn(args.get("epsilon")) ?? 1e-7;
  return (weights) =>
    calibrate(weights, totals, {
      distance,
      bounds: { lower: lower ?? Number.NEGATIVE_INFINITY, upper: upper ?? Number.POSITIVE_INFINITY },
      tolerance: epsilon,
      maximumIterations: numberIn(args.get("maxit")) ?? 50,
      negativeWeights: "keep",
    });
}

function trimmer(args: WeightingStep["args"]): Weigher {
  const [upper, lower] = [numberIn(args.get("upper")), numberIn(args.get("lower"))];
  const strict = args.has("strict") && numberIn(args.get("strict")) === 1;
  return (weights) =>
    trim(weights, {
      ...(upper === undefined ? {} : { upper }),
      ...(lower === undefined ? {} : { lower }),
      strict,
    });
}

const nothing: Value = { is: "list", values: [], names: undefined };
const linear: Value = { is: "vector", values: ["linear"], names: undefined };
const undefinedBounds: Value = {
  is: "vector",
  values: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  names: undefined,
};

function flat(bounds: Value | undefined): Value {
  if (bounds?.is !== "list") return bounds ?? undefinedBounds;
  return { is: "vector", values: bounds.values.flatMap((one) => numbersOf(one)), names: undefined };
}

/** A data frame of counts (R's `Freq`) over the columns that a formula names. */
function frameMargin(
  frame: Value | undefined,
  textsIn: TextsIn,
  variables: readonly string[],
): CountedMargin {
  if (frame?.is !== "list" || !frame.names) throw new TypeError("The counts of a margin are no data frame.");
  const column = (name: string) => frame.values[frame.names?.indexOf(name) ?? -1];
  const counts = numbersOf(column(frame.names.find((name) => !variables.includes(name)) ?? "Freq"));
  const levels = variables.map((name) => textsOf(column(name)));
  const texts = variables.map(textsIn);
  return countedMargin(
    variables.map((name, v) => {
      const known = [...new Set([...(levels[v] ?? []), ...(texts[v] ?? [])])].filter((level) => level !== "");
      const places = new Map(known.map((level, i) => [level, i]));
      return {
        name,
        levels: known,
        codes: Int32Array.from(texts[v] ?? [], (text) => places.get(text) ?? -1),
      };
    }),
    counts.map((count, i) => ({ levels: levels.map((level) => level[i] ?? ""), count })),
    texts[0]?.length ?? 0,
  );
}
