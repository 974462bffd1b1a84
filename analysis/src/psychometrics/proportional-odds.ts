import { expit, inverseOf } from "../numerics/index.ts";
import { NotEstimableError } from "./not-estimable.ts";

export interface ProportionalOdds {
  /** By category but the last: logit P(Y ≤ category) where all explanatory variables are 0. */
  readonly thresholds: Float64Array;
  /** By explanatory variable: what a step adds to the log odds of a higher category. */
  readonly slopes: Float64Array;
  readonly logLikelihood: number;
}

const [mostSteps, smallEnough] = [60, 1e-11];
/** Log likelihood of a model that tells every answer. */
const withoutError = -1e-6;

/**
 * Proportional-odds model by maximum likelihood: logit P(Y ≤ k) = θₖ − xβ. With two categories it is logistic
 * regression (intercept −θ₁).
 *
 * @param categories by respondent 0 … count-1, every category occurring
 * @param columns explanatory variables, one value per respondent
 * @throws NotEstimableError when a variable separates the categories or follows from the others
 * @source McCullagh (1980), Regression Models for Ordinal Data, JRSS B 42(2)
 * @agrees R MASS::polr, glm(family = binomial)
 */
export function proportionalOdds(
  categories: Int32Array,
  count: number,
  columns: readonly Float64Array[],
): ProportionalOdds {
  const scale = columns.map(largest);
  const scaled = columns.map((column, i) => column.map((value) => value / scale[i]!));
  let position = startOf(categories, count, scaled.length);
  let current = likelihoodAt(position, categories, count, scaled);
  for (let step = 0; step < mostSteps; step++) {
    const inverse = inverseOf(current.information, 1e-13);
    if (!inverse) throw separated();
    const move = inverse.map((row) => row.reduce((sum, v, j) => sum + v * current.gradient[j]!, 0));
    const gain = move.reduce((sum, by, j) => sum + by * current.gradient[j]!, 0);
    if (current.value > withoutError) throw separated();
    if (gain < smallEnough) return result(position, current.value, count, scale);
    let share = 1;
    let next = current;
    do {
      const moved = position.map((value, j) => value + share * move[j]!);
      next = likelihoodAt(moved, categories, count, scaled);
      if (next.value > current.value) {
        position = moved;
        break;
      }
      share /= 2;
    } while (share > 1e-9);
    if (!(next.value > current.value)) return result(position, current.value, count, scale);
    current = next;
    if (position.some((value) => Math.abs(value) > 1e3)) throw separated();
  }
  throw separated();
}

function separated(): NotEstimableError {
  return new NotEstimableError(
    "not-converged",
    "A variable tells the answers apart without error, or follows from the others, so that its effect has no finite value. Leave it out or collect more answers.",
  );
}

function largest(column: Float64Array): number {
  return column.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
}

function startOf(categories: Int32Array, count: number, slopes: number): Float64Array {
  const counts = new Float64Array(count);
  for (const category of categories) counts[category]!++;
  const position = new Float64Array(count - 1 + slopes);
  let below = 0;
  for (let k = 0; k < count - 1; k++) {
    below += counts[k]!;
    position[k] = Math.log(below / (categories.length - below));
  }
  return position;
}

function result(
  position: Float64Array,
  logLikelihood: number,
  count: number,
  scale: readonly number[],
): ProportionalOdds {
  return {
    thresholds: position.slice(0, count - 1),
    slopes: position.slice(count - 1).map((slope, i) => slope / scale[i]!),
    logLikelihood,
  };
}

interface Likelihood {
  readonly value: number;
  readonly gradient: Float64Array;
  /** Minus the second derivatives. */
  readonly information: readonly Float64Array[];
}

/** P(Y = k) lies between two logistic curves; each respondent adds the derivatives along both. */
function likelihoodAt(
  position: Float64Array,
  categories: Int32Array,
  count: number,
  columns: readonly Float64Array[],
): Likelihood {
  const size = position.length;
  const gradient = new Float64Array(size);
  const information = Array.from({ length: size }, () => new Float64Array(size));
  const [upper, lower] = [new Float64Array(size), new Float64Array(size)];
  let value = 0;
  for (let row = 0; row < categories.length; row++) {
    const k = categories[row]!;
    upper.fill(0);
    lower.fill(0);
    let eta = 0;
    columns.forEach((column, i) => {
      eta += position[count - 1 + i]! * column[row]!;
      upper[count - 1 + i] = lower[count - 1 + i] = -column[row]!;
    });
    if (k < count - 1) upper[k] = 1;
    if (k > 0) lower[k - 1] = 1;
    const above = k < count - 1 ? curve(position[k]! - eta) : certain;
    const below = k > 0 ? curve(position[k - 1]! - eta) : impossible;
    const p = above.share - below.share;
    if (!(p > 0)) return { value: Number.NEGATIVE_INFINITY, gradient, information };
    value += Math.log(p);
    const [u, l] = [above.slope / p, below.slope / p];
    const [uu, ll] = [above.bend / p, below.bend / p];
    for (let i = 0; i < size; i++) {
      const score = u * upper[i]! - l * lower[i]!;
      gradient[i]! += score;
      for (let j = 0; j <= i; j++) {
        const other = u * upper[j]! - l * lower[j]!;
        information[i]![j]! += score * other - uu * upper[i]! * upper[j]! + ll * lower[i]! * lower[j]!;
      }
    }
  }
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) information[j]![i] = information[i]![j]!;
  return { value, gradient, information };
}

/** A logistic curve with its first and second derivative. */
function curve(x: number) {
  const share = expit(x);
  const slope = share * (1 - share);
  return { share, slope, bend: slope * (1 - 2 * share) };
}
const certain = { share: 1, slope: 0, bend: 0 };
const impossible = { share: 0, slope: 0, bend: 0 };
