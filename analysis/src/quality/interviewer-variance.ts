import { fisher } from "../numerics/index.ts";
import { type NotEstimable, notEstimable } from "../psychometrics/not-estimable.ts";

export interface InterviewerVariance {
  readonly estimable: true;
  /** Intraclass correlation: share of the variance that lies between interviewers; may be negative by chance. */
  readonly rho: number;
  readonly f: number;
  readonly pValue: number;
  readonly interviewers: number;
  readonly interviews: number;
  /** Interviews an interviewer, adjusted for unequal numbers. */
  readonly load: number;
}

/**
 * Interviewer variance of one item by one-way analysis of variance with unequal numbers of interviews. Where
 * interviewers work in different places the differences between places are in it.
 *
 * @param values by respondent, NaN missing
 * @param interviewer by respondent 0 …, -1: nobody
 * @source Kish (1962), Studies of Interviewer Variance for Attitudinal Variables, JASA 57; Donner (1986), International Statistical Review 54(1)
 * @agrees R anova(lm(values ~ factor(interviewer))), ICC::ICCest
 */
export function interviewerVariance(
  values: Float64Array,
  interviewer: Int32Array,
): InterviewerVariance | NotEstimable {
  const known = Array.from(values.keys()).filter(
    (row) => interviewer[row]! >= 0 && !Number.isNaN(values[row]!),
  );
  const groups = [...Map.groupBy(known, (row) => interviewer[row]!).values()];
  const [n, k] = [known.length, groups.length];
  if (k < 2 || n <= k)
    return notEstimable(
      "too-few-respondents",
      `${n} interviews of ${k} interviewers cannot be compared. At least two interviewers with two interviews are needed.`,
    );
  const mean = (rows: readonly number[]) => rows.reduce((sum, row) => sum + values[row]!, 0) / rows.length;
  const all = mean(known);
  const between = groups.reduce((sum, rows) => sum + rows.length * (mean(rows) - all) ** 2, 0) / (k - 1);
  const within =
    groups.reduce((sum, rows) => {
      const own = mean(rows);
      return sum + rows.reduce((squares, row) => squares + (values[row]! - own) ** 2, 0);
    }, 0) /
    (n - k);
  if (!(within > 0))
    return notEstimable(
      "constant-item",
      "All answers of each interviewer are the same. There is nothing to compare them with.",
    );
  const load = (n - groups.reduce((sum, rows) => sum + rows.length ** 2, 0) / n) / (k - 1);
  const f = between / within;
  return {
    estimable: true,
    rho: (between - within) / (between + (load - 1) * within),
    f,
    pValue: fisher.upper(f, k - 1, n - k),
    interviewers: k,
    interviews: n,
    load,
  };
}
