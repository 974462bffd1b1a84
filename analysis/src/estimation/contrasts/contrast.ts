import type { Estimated } from "../estimated.ts";
import { covarianceOfCombinations, sumOfProducts } from "./combinations.ts";
import { ContrastError } from "./contrast-error.ts";
import { type Dual, expressionOf } from "./expression.ts";

/** Estimates multiplied and added: 1 and −1 make a difference. Estimates that are not named count 0 times. */
export type Coefficients = Readonly<Record<string, number>>;

/**
 * Linear combinations of estimates, such as the difference between two domains, with their covariance.
 *
 * @param contrasts  by name of the combination: what each estimate is multiplied with
 * @throws ContrastError naming an estimate that is not there
 * @agrees R survey::svycontrast(list), tests/reference
 */
export function linearContrasts(
  estimated: Estimated,
  contrasts: Readonly<Record<string, Coefficients>>,
): Estimated {
  const gradients = Object.values(contrasts).map((coefficients) => {
    const gradient = new Float64Array(estimated.names.length);
    for (const [name, coefficient] of Object.entries(coefficients))
      gradient[placeOf(name, estimated)] = coefficient;
    return gradient;
  });
  const values = gradients.map((gradient) => sumOfProducts(gradient, estimated.values));
  return transformed(estimated, Object.keys(contrasts), values, gradients);
}

/**
 * Functions of estimates, such as the ratio of two domains (`a / b`); their variance by the delta method.
 *
 * @param expressions  by name: + − * / ^, brackets, exp, log, sqrt, abs over numbers and names of estimates;
 *   names that are no plain words stand in backticks
 * @throws ContrastError naming an estimate that is not there, or the place that cannot be read
 * @source Särndal, Swensson & Wretman (1992), Model Assisted Survey Sampling, §5.5 (Taylor linearisation)
 * @agrees R survey::svycontrast(quote(…)), tests/reference
 */
export function nonlinearContrasts(
  estimated: Estimated,
  expressions: Readonly<Record<string, string>>,
): Estimated {
  const found: Dual[] = Object.values(expressions).map((expression) =>
    expressionOf(expression)((name) => ({
      value: estimated.values[placeOf(name, estimated)]!,
      gradient: unit(placeOf(name, estimated), estimated.names.length),
    })),
  );
  return transformed(
    estimated,
    Object.keys(expressions),
    found.map(({ value }) => value),
    found.map(({ gradient }) => gradient ?? new Float64Array(estimated.names.length)),
  );
}

/** The same estimates as if no two of them had anything in common, as where samples are independent. */
export function asIfIndependent(estimated: Estimated): Estimated {
  return {
    ...estimated,
    covariance: estimated.covariance.map((row, i) => row.map((one, j) => (i === j ? one : 0))),
  };
}

function placeOf(name: string, { names }: Estimated): number {
  const place = names.indexOf(name);
  if (place >= 0) return place;
  throw new ContrastError(
    `A contrast speaks of "${name}", which is not estimated. There are: ${names.join(", ")}.`,
  );
}

function unit(place: number, length: number): Float64Array {
  const gradient = new Float64Array(length);
  gradient[place] = 1;
  return gradient;
}

/** Only estimates that enter are asked for their errors: others may be missing. */
function transformed(
  estimated: Estimated,
  names: readonly string[],
  values: readonly number[],
  gradients: readonly Float64Array[],
): Estimated {
  const known = values.every(Number.isFinite);
  return {
    ...estimated,
    names,
    values: Float64Array.from(values, (value) => (Number.isFinite(value) ? value : Number.NaN)),
    covariance: covarianceOfCombinations(gradients, estimated.covariance),
    ...(known || estimated.reason ? {} : { reason: "not-estimable" as const }),
  };
}
