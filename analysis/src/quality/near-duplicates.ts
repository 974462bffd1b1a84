import { type NotEstimable, notEstimable } from "../psychometrics/not-estimable.ts";

/** Answers as codes: by variable, then respondent; -1 where there is none. */
export type CodedAnswers = readonly Int16Array[];

export interface NearDuplicates {
  readonly estimable: true;
  /** Pairs at or above the threshold. */
  readonly pairs: number;
  /** By respondent: the largest match with anybody; NaN where too few answers could be compared. */
  readonly largest: Float64Array;
  /** By respondent: who that is; -1 where nobody. */
  readonly closest: Int32Array;
}

/** Pairs grow with the square of the respondents. */
const mostRespondents = 8000;

/**
 * Largest percent match: interviews that are nearly copies of one another. Chance alone makes high matches where few
 * variables are compared or everyone answers alike, so it is a reason to look, never proof.
 *
 * @param threshold share of equal answers from which a pair counts, such as 0.85
 * @param fewest variables both must have answered
 * @source Kuriakose & Robbins (2016), Don't get duped, Statistical Journal of the IAOS 32(3); Simmons et al. (2016), Pew Research Center, on its limits
 */
export function nearDuplicates(
  answers: CodedAnswers,
  threshold: number,
  fewest: number,
): NearDuplicates | NotEstimable {
  const people = answers[0]?.length ?? 0;
  if (people > mostRespondents)
    return notEstimable(
      "too-many-items",
      `${people} respondents have too many pairs to compare. Compare at most ${mostRespondents} at once.`,
    );
  if (answers.length < fewest)
    return notEstimable(
      "too-few-items",
      `${answers.length} variables are too few to tell copies from chance. At least ${fewest} are needed.`,
    );
  const rows = rowsOf(answers, people);
  const largest = new Float64Array(people).fill(Number.NaN);
  const closest = new Int32Array(people).fill(-1);
  let pairs = 0;
  const meet = (one: number, other: number, match: number) => {
    if (largest[one]! >= match) return;
    largest[one] = match;
    closest[one] = other;
  };
  for (let one = 0; one < people; one++)
    for (let other = 0; other < one; other++) {
      const { same, compared } = matchOf(rows[one]!, rows[other]!);
      if (compared < fewest) continue;
      const match = same / compared;
      meet(one, other, match);
      meet(other, one, match);
      if (match >= threshold) pairs++;
    }
  return { estimable: true, pairs, largest, closest };
}

/** Answers respondent by respondent. */
export function rowsOf(answers: CodedAnswers, people: number): Int16Array[] {
  return Array.from({ length: people }, (_, person) => Int16Array.from(answers, (column) => column[person]!));
}

/** Equal answers among the variables that both answered. */
export function matchOf(
  one: Int16Array,
  other: Int16Array,
): { readonly same: number; readonly compared: number } {
  let [same, compared] = [0, 0];
  for (let i = 0; i < one.length; i++) {
    const [a, b] = [one[i]!, other[i]!];
    if (a < 0 || b < 0) continue;
    compared++;
    if (a === b) same++;
  }
  return { same, compared };
}
