import type { Estimated } from "../estimated.ts";
import { linearContrasts } from "./contrast.ts";
import { ContrastError } from "./contrast-error.ts";

/**
 * Change between two waves of one sample: the later less the earlier estimate of each statistic. Estimate the waves as
 * domains of one design that holds the rows of both; PSUs that took part in both waves then enter with both, and their
 * covariance with them. PSUs of one wave only count with zero in the other (partly overlapping waves).
 *
 * @param waves  names of the earlier and the later domain
 * @param others  names of further domains within the waves (`wave.other`), each with its own change; left out: none
 * @returns named "change", or as the further domains
 * @source Kish (1965), Survey Sampling, §12.4 (overlaps in repeated surveys)
 * @agrees R survey::svycontrast(svyby(~y, ~wave, covmat = TRUE)), tests/reference
 */
export function changeBetweenWaves(
  estimated: Estimated,
  [earlier, later]: readonly [string, string],
  others: readonly string[] = [],
): Estimated {
  if (others.length === 0) return linearContrasts(estimated, { change: { [earlier]: -1, [later]: 1 } });
  return linearContrasts(
    estimated,
    Object.fromEntries(
      others.map((other) => [other, { [`${earlier}.${other}`]: -1, [`${later}.${other}`]: 1 }]),
    ),
  );
}

/**
 * Change between two samples drawn independently of each other: variances and degrees of freedom add.
 *
 * @throws ContrastError when the two do not estimate the same statistics
 * @source Kish (1965), Survey Sampling, §12.4
 */
export function changeBetweenSamples(earlier: Estimated, later: Estimated): Estimated {
  if (earlier.names.join("\n") !== later.names.join("\n"))
    throw new ContrastError(
      `The waves estimate different statistics (${earlier.names.join(", ")} and ${later.names.join(", ")}). Ask the same of both.`,
    );
  const reason = later.reason ?? earlier.reason;
  return {
    names: later.names,
    values: later.values.map((value, i) => value - earlier.values[i]!),
    covariance: later.covariance.map((row, i) => row.map((one, j) => one + earlier.covariance[i]![j]!)),
    degreesOfFreedom: earlier.degreesOfFreedom + later.degreesOfFreedom,
    respondents: earlier.respondents + later.respondents,
    sumOfWeights: earlier.sumOfWeights + later.sumOfWeights,
    ...(reason ? { reason } : {}),
  };
}
