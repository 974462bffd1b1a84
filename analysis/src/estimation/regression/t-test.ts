import type { Design, ReplicateDesign } from "../../design/index.ts";
import { student } from "../../numerics/index.ts";
import { tFor, tLimits } from "../interval.ts";
import { known, type Significance } from "../significance.ts";
import { estimateRegression } from "./regression.ts";
import { ModelError, type ModelVariable, type Numbers } from "./regression-model.ts";

/** A t test, with the mean or difference that it tests against zero. */
export interface TTest extends Significance {
  readonly value: number | null;
  readonly standardError: number | null;
  /** 95 %, t on the degrees of freedom of the test. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly respondents: number;
  readonly sumOfWeights: number;
}

export interface TTestOptions {
  /** Two categories, or numbers that are all 0 or 1, or all 1 or 2; left out: the mean is tested against zero. */
  readonly group?: ModelVariable;
  /** By row: 1 in the domain. */
  readonly within?: Uint8Array;
  /** "remove" (default): of those who answered. "keep": a missing answer means no one-sample test, as R without `na.rm`. */
  readonly missing?: "remove" | "keep";
}

/**
 * Whether a mean is zero, or two groups have the same mean, in the population. Degrees of freedom are those of the
 * design minus 1, with one sample too.
 *
 * @throws ModelError when the group is not of two
 * @agrees R survey::svyttest
 */
export function tTest(
  sample: Design | ReplicateDesign,
  outcome: Numbers,
  { group, within, missing = "remove" }: TTestOptions = {},
): TTest {
  const options = within ? { within } : {};
  const terms = group ? [[group]] : [];
  const model = estimateRegression(sample, { outcome, terms }, options);
  if (group) refuseUnlessTwo(group, outcome, model.coefficients.length + model.aliased.length, within);
  const df = group ? model.residualDegreesOfFreedom : model.degreesOfFreedom - 1;
  const coefficient = model.coefficients[group ? 1 : 0];
  const { respondents, sumOfWeights } = model;
  const kept = !group && missing === "keep" && hasMissing(sample, outcome, within);
  const reason = kept ? "missing-kept" : (model.reason ?? (coefficient ? undefined : "not-estimable"));
  if (reason || !coefficient)
    return {
      ...{
        statistic: null,
        degreesOfFreedom: df,
        pValue: null,
        value: null,
        standardError: null,
        interval: null,
      },
      ...{ respondents, sumOfWeights, reason: reason ?? "not-estimable" },
      ...(model.explanation ? { explanation: model.explanation } : {}),
    };
  const { value, standardError, t } = coefficient;
  return {
    statistic: t,
    degreesOfFreedom: df,
    pValue: known(student.twoSided(t ?? Number.NaN, df)),
    value,
    standardError,
    interval: tLimits(value ?? Number.NaN, standardError ?? Number.NaN, tFor(0.95, df)),
    respondents,
    sumOfWeights,
  };
}

function hasMissing(
  { rows, weights }: Design | ReplicateDesign,
  { values }: Numbers,
  within?: Uint8Array,
): boolean {
  for (let row = 0; row < rows; row++)
    if (within?.[row] !== 0 && Number.isNaN(values[row]!) && weights[row]! > 0) return true;
  return false;
}

function refuseUnlessTwo(group: ModelVariable, outcome: Numbers, columns: number, within?: Uint8Array): void {
  if ("codes" in group) {
    if (columns !== 2)
      throw new ModelError(
        `The group "${group.name}" has ${columns} levels among those who answered, and a t test compares two. Combine levels, or choose two as the domain.`,
      );
    return;
  }
  const found = new Set(
    group.values.filter(
      (value, row) => within?.[row] !== 0 && !Number.isNaN(value) && !Number.isNaN(outcome.values[row]!),
    ),
  );
  const are = (...pair: number[]) => [...found].every((value) => pair.includes(value));
  if (!are(0, 1) && !are(1, 2))
    throw new ModelError(
      `The group "${group.name}" holds other numbers than 0 and 1, or 1 and 2. Recode it to two groups.`,
    );
}
