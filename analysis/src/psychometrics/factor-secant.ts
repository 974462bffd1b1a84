import { doubleDogleg, type QuadraticModel, type TrialStep } from "./factor-dogleg.ts";
import { diagonal, grows, type Place, quadraticAt, updated } from "./factor-secant-model.ts";

/** Value and gradient of the function to be made small; undefined where it does not exist. */
export type Evaluate = (
  at: Float64Array,
) => { readonly value: number; readonly gradient: Float64Array } | undefined;

export interface SecantEnd {
  readonly at: Float64Array;
  readonly value: number;
  readonly iterations: number;
  readonly converged: boolean;
}

/** How a search ends. */
type End = "converged" | "stuck";

interface Tried {
  readonly at: Float64Array;
  readonly value: number;
  readonly trial: TrialStep;
}

/** Part of the value that the Newton step still promises at the end. */
const RELATIVE = 1e-10;
const NEAR = 1.5e-8;
const TINY = 2.2e-14;
const LONGEST = 1;
const MOST_ITERATIONS = 10_000;

/**
 * Descends by double dogleg steps within a radius, the Hessian from secants (BFGS), and stops when the model promises
 * less than 1e-10 of the value: where R's nlminb stops under lavaan's settings, some digits before the minimum.
 * For comparisons with numbers made there.
 *
 * @param scale  by coordinate, so that scale · coordinate is about 1
 * @source Dennis, Gay & Welsch (1981), ACM Transactions on Mathematical Software 7; Gay (1983), algorithm 611, the same 9
 * @agrees R nlminb
 */
export function descendBySecants(
  evaluate: Evaluate,
  start: Float64Array,
  scale: Float64Array,
): SecantEnd | undefined {
  const first = evaluate(start);
  if (!first) return undefined;
  let here: Place = { at: start, ...first };
  let hessian = diagonal(scale);
  let radius = LONGEST;
  for (let iterations = 1; iterations <= MOST_ITERATIONS; iterations++) {
    const model = quadraticAt(here, hessian, scale);
    if (!model) return endAt(here, iterations, false);
    const round = iterate({ evaluate, here, model, scale, increases: 0 }, radius);
    if (round.end !== undefined) return endAt(round.place ?? here, iterations, round.end === "converged");
    const next = round.place;
    if (!next) return endAt(here, iterations, false);
    const step = next.at.map((value, i) => value - here.at[i]!);
    const change = next.gradient.map((value, i) => value - here.gradient[i]!);
    const longer = round.tested && grows(step, change, next, hessian, scale, round.slope);
    hessian = updated(hessian, step, change);
    radius = (longer ? 2 : round.factor) * round.norm;
    here = next;
  }
  return endAt(here, MOST_ITERATIONS, false);
}

function endAt({ at, value }: Place, iterations: number, converged: boolean): SecantEnd {
  return { at, value, iterations, converged };
}

interface Round {
  readonly place: Place | undefined;
  readonly end?: End;
  readonly factor: number;
  readonly norm: number;
  readonly slope: number;
  /** Whether the radius is still to be judged by the gradient. */
  readonly tested: boolean;
}

/** The search of one round: where it stands, and the best step so far. */
interface Search {
  readonly evaluate: Evaluate;
  readonly here: Place;
  readonly model: QuadraticModel;
  readonly scale: Float64Array;
  /** How often the radius grew in this round, or minus how often it shrank. */
  increases: number;
  saved?: Tried;
}

/** Tries steps of one model, shorter or longer, until one is accepted or the search ends. */
function iterate(search: Search, from: number): Round {
  let radius = from;
  for (let tries = 0; tries < 1000; tries++) {
    const { tried, shrink, restored } = bestSoFar(search, radius);
    const gain = search.here.value - tried.value;
    const { promised, slope, norm } = tried.trial;
    if (gain <= 1e-4 * promised && search.increases <= 0) {
      const factor = decrease(slope, gain, shrink);
      const falseEnd = relativeChange(tried.at, search.here.at, search.scale) <= TINY;
      const end = endOf(search, tried, restored, falseEnd);
      if (end) return roundOf(search, tried, end, factor, false);
      search.increases -= 1;
      if (gain > 0) search.saved = tried;
      radius = factor * norm;
      continue;
    }
    const verdict = judge(search, tried, gain, restored);
    const end = endOf(search, tried, restored, false);
    if (end || verdict.accept) return roundOf(search, tried, end, verdict.factor, verdict.tested);
    // A longer step that promises little more than was gained already is not tried.
    if (doubleDogleg(search.model, verdict.factor * norm).promised <= 1.2 * gain)
      return roundOf(search, tried, endOf(search, tried, true, false), 1, true);
    search.increases += 1;
    search.saved = tried;
    radius = verdict.factor * norm;
  }
  return { place: undefined, end: "stuck", factor: 1, norm: radius, slope: 0, tested: false };
}

/** The step of this radius, or the one saved if that went lower. */
function bestSoFar({ evaluate, here, model, saved }: Search, radius: number) {
  const trial = doubleDogleg(model, radius);
  const at = here.at.map((value, i) => value + trial.step[i]!);
  const value = evaluate(at)?.value ?? 1e20;
  if (!saved || value < saved.value) return { tried: { at, value, trial }, shrink: 1, restored: false };
  return { tried: saved, shrink: trial.norm / saved.trial.norm, restored: true };
}

/** What to do after a step that went down: how the radius changes, and whether a longer step is worth a try. */
function judge(search: Search, { trial }: Tried, gain: number, restored: boolean) {
  const { model, increases } = search;
  if (gain <= 0.1 * trial.promised)
    return { accept: true, factor: decrease(trial.slope, gain, 1), tested: false };
  if (gain < -0.75 * trial.slope || increases < 0 || restored)
    return { accept: true, factor: 1, tested: true };
  const falls = gain < (0.5 / 4 - 1) * trial.slope;
  const factor = falls ? Math.max(2, (0.5 * trial.slope) / (trial.slope + gain)) : 4;
  const nearNewton =
    trial.kind === 0 || model.newtonNorm < 2 * trial.norm || model.newtonReduction < 1.2 * gain;
  return { accept: nearNewton, factor, tested: false };
}

function roundOf(search: Search, tried: Tried, end: End | undefined, factor: number, tested: boolean): Round {
  const found = search.evaluate(tried.at);
  const { norm, slope } = tried.trial;
  const improved = found && tried.value < search.here.value;
  return {
    place: improved ? { at: tried.at, ...found } : undefined,
    factor,
    norm,
    slope,
    tested,
    ...(end && { end }),
  };
}

function decrease(slope: number, gain: number, shrink: number): number {
  const most = slope + gain;
  return most < slope ? shrink * Math.max(0.1, (0.5 * slope) / most) : 0.5 * shrink;
}

function endOf(
  { here, model, scale }: Search,
  { at, value, trial }: Tried,
  restored: boolean,
  falseEnd: boolean,
): End | undefined {
  if (Math.abs(value) < Number.EPSILON * 10) return "converged";
  const otherwise = falseEnd ? "stuck" : undefined;
  if (0.5 * (here.value - value) > trial.promised) return otherwise;
  const little = RELATIVE * Math.abs(here.value);
  const { newtonReduction } = model;
  if ((newtonReduction > 0 && newtonReduction <= little) || (newtonReduction === 0 && trial.promised === 0))
    return "converged";
  if (trial.kind === 0 && !restored && relativeChange(at, here.at, scale) <= NEAR) return "converged";
  return trial.promised <= little && (trial.norm > LONGEST || trial.kind === 0) ? "stuck" : otherwise;
}

function relativeChange(at: Float64Array, before: Float64Array, scale: Float64Array): number {
  const most = Math.max(...at.map((value, i) => scale[i]! * Math.abs(value - before[i]!)));
  const size = Math.max(...at.map((value, i) => scale[i]! * (Math.abs(value) + Math.abs(before[i]!))));
  return size > 0 ? most / size : 0;
}
