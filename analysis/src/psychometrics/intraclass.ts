import { fisher } from "../numerics/index.ts";
import { type NotEstimable, notEstimable } from "./not-estimable.ts";

/** The six forms: one rater or their mean (k); raters nested (1), drawn at random (2), or these raters only (3). */
export type IntraclassForm = "ICC1" | "ICC2" | "ICC3" | "ICC1k" | "ICC2k" | "ICC3k";

export interface Intraclass {
  readonly form: IntraclassForm;
  readonly value: number;
  readonly f: number;
  readonly numeratorDf: number;
  readonly denominatorDf: number;
  readonly pValue: number;
  /** 95 %. */
  readonly low: number;
  readonly high: number;
}

export interface IntraclassTable {
  readonly estimable: true;
  readonly forms: readonly Intraclass[];
  readonly subjects: number;
  readonly raters: number;
}

/**
 * The six intraclass correlations of subjects by raters (or of two points in time), by analysis of variance.
 *
 * @param ratings by rater, then by subject; subjects with a missing rating (NaN) are left out
 * @source Shrout & Fleiss (1979), Intraclass correlations, Psychological Bulletin 86(2); interval of form 2: McGraw & Wong (1996)
 * @agrees R psych::ICC(lmer = FALSE)
 */
export function intraclassCorrelations(ratings: readonly Float64Array[]): IntraclassTable | NotEstimable {
  const raters = ratings.length;
  const complete = Array.from(ratings[0] ?? [], (_, subject) =>
    ratings.map((column) => column[subject]!),
  ).filter((row) => row.every((value) => !Number.isNaN(value)));
  if (raters < 2 || complete.length < 2)
    return notEstimable(
      "too-few-respondents",
      `${complete.length} subjects with ratings of ${raters} raters are too few. Two of each are needed at least.`,
    );
  const squares = meanSquares(complete);
  if (!(squares.between > 0) || !(squares.residual > 0))
    return notEstimable(
      "constant-item",
      "All subjects have the same mean, or all raters agree to the last digit, so that there is nothing to compare. Take more varied subjects.",
    );
  return { estimable: true, forms: sixForms(squares), subjects: complete.length, raters };
}

interface MeanSquares {
  readonly between: number;
  readonly within: number;
  readonly raters: number;
  readonly residual: number;
  readonly n: number;
  readonly k: number;
}

function meanSquares(rows: readonly (readonly number[])[]): MeanSquares {
  const [n, k] = [rows.length, rows[0]?.length ?? 0];
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const ofSubject = rows.map(mean);
  const ofRater = Array.from({ length: k }, (_, j) => mean(rows.map((row) => row[j]!)));
  const all = mean(ofSubject);
  const squares = (values: readonly number[]) => values.reduce((sum, value) => sum + (value - all) ** 2, 0);
  const residual = rows.reduce(
    (sum, row, i) => sum + row.reduce((s, x, j) => s + (x - ofSubject[i]! - ofRater[j]! + all) ** 2, 0),
    0,
  );
  const [ofRaters, ofSubjects] = [n * squares(ofRater), k * squares(ofSubject)];
  return {
    between: ofSubjects / (n - 1),
    within: (residual + ofRaters) / (n * (k - 1)),
    raters: ofRaters / (k - 1),
    residual: residual / ((n - 1) * (k - 1)),
    n,
    k,
  };
}

function sixForms(squares: MeanSquares): Intraclass[] {
  const { between, within, raters, residual, n, k } = squares;
  const nested = { f: between / within, numeratorDf: n - 1, denominatorDf: n * (k - 1) };
  const crossed = { f: between / residual, numeratorDf: n - 1, denominatorDf: (n - 1) * (k - 1) };
  const [one, three] = [limitsOfF(nested), limitsOfF(crossed)];
  const two = limitsOfRandomRaters(squares);
  const single = (f: number) => (f - 1) / (f + k - 1);
  const ofMean = (f: number) => 1 - 1 / f;
  const stepUp = (icc: number) => (icc * k) / (1 + icc * (k - 1));
  const form = (
    name: IntraclassForm,
    value: number,
    test: typeof nested,
    limits: readonly [number, number],
  ): Intraclass => ({
    form: name,
    value,
    ...test,
    pValue: fisher.upper(test.f, test.numeratorDf, test.denominatorDf),
    low: limits[0],
    high: limits[1],
  });
  const spread = (raters - residual) / n;
  return [
    form("ICC1", (between - within) / (between + (k - 1) * within), nested, [single(one[0]), single(one[1])]),
    form("ICC2", (between - residual) / (between + (k - 1) * residual + k * spread), crossed, two),
    form("ICC3", (between - residual) / (between + (k - 1) * residual), crossed, [
      single(three[0]),
      single(three[1]),
    ]),
    form("ICC1k", (between - within) / between, nested, [ofMean(one[0]), ofMean(one[1])]),
    form("ICC2k", (between - residual) / (between + spread), crossed, [stepUp(two[0]), stepUp(two[1])]),
    form("ICC3k", (between - residual) / between, crossed, [ofMean(three[0]), ofMean(three[1])]),
  ];
}

function limitsOfF({
  f,
  numeratorDf,
  denominatorDf,
}: {
  f: number;
  numeratorDf: number;
  denominatorDf: number;
}): readonly [number, number] {
  return [
    f / fisher.quantile(0.975, numeratorDf, denominatorDf),
    f * fisher.quantile(0.975, denominatorDf, numeratorDf),
  ];
}

/** Raters drawn at random add their own variance, so the degrees of freedom are approximated. */
function limitsOfRandomRaters({ between, raters, residual, n, k }: MeanSquares): readonly [number, number] {
  const icc = (between - residual) / (between + (k - 1) * residual + (k * (raters - residual)) / n);
  const ratio = raters / residual;
  const subjects = n * (1 + (k - 1) * icc) - k * icc;
  const df =
    ((k - 1) * (n - 1) * (k * icc * ratio + subjects) ** 2) /
    ((n - 1) * k ** 2 * icc ** 2 * ratio ** 2 + subjects ** 2);
  const [upper, lower] = [fisher.quantile(0.975, n - 1, df), fisher.quantile(0.975, df, n - 1)];
  const rest = (k * n - k - n) * residual;
  return [
    (n * (between - upper * residual)) / (upper * (k * raters + rest) + n * between),
    (n * (lower * between - residual)) / (k * raters + rest + n * lower * between),
  ];
}
