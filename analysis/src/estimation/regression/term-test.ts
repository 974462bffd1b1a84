import { fisher, inverseOf, quadraticForm } from "../../numerics/index.ts";
import type { Significance } from "../significance.ts";
import type { Regression } from "./regression.ts";

/**
 * Whether all coefficients of one or more terms are zero in the population (Wald test, F on the residual degrees of
 * freedom).
 *
 * @param terms as named in the regression's `terms`; the variables of an interaction in any order
 * @throws RangeError for a term that the model does not have
 * @agrees R survey::regTermTest(method = "Wald")
 */
export function testTerms(regression: Regression, terms: readonly string[]): Significance {
  const inOrder = (term: string) => term.split(":").toSorted().join(":");
  const places = terms.map((term) => {
    const place = regression.terms.findIndex((own) => inOrder(own) === inOrder(term));
    if (place < 0)
      throw new RangeError(`The model has no term "${term}". Its terms are: ${regression.terms.join(", ")}.`);
    return place;
  });
  const tested = regression.termOf.flatMap((term, i) => (places.includes(term) ? [i] : []));
  const df = regression.residualDegreesOfFreedom;
  const none = {
    statistic: null,
    degreesOfFreedom: tested.length,
    denominatorDegreesOfFreedom: df,
    pValue: null,
  };
  if (regression.reason) {
    const { reason, explanation } = regression;
    return { ...none, reason, ...(explanation ? { explanation } : {}) };
  }
  const inverse = inverseOf(tested.map((i) => tested.map((j) => regression.covariance[i]![j]!)));
  if (tested.length === 0 || !inverse)
    return {
      ...none,
      reason: "not-estimable",
      explanation:
        "The covariance of the term's coefficients is singular: more of them than the design can tell apart.",
    };
  const values = tested.map((i) => regression.coefficients[i]!.value ?? Number.NaN);
  const statistic = quadraticForm(values, inverse) / tested.length;
  if (!(df > 0)) return { ...none, statistic, reason: "not-estimable", explanation: fewDegrees };
  return { ...none, statistic, pValue: fisher.upper(statistic, tested.length, df) };
}

const fewDegrees = "The design has no degrees of freedom left beside the coefficients. Leave variables out.";
