/** How relevant experts find an item. */
export interface ItemRelevance {
  readonly raters: number;
  /** Share who rated it 3 or 4 of 4. */
  readonly index: number;
  /** Lawshe's ratio, "essential" read as 4 of 4: (essential − N/2) / (N/2). */
  readonly ratio: number;
  /** Whether so many would say "essential" by chance with p ≤ 0.05, one-sided. */
  readonly beyondChance: boolean;
}

/**
 * I-CVI and Lawshe's content validity ratio of one item.
 *
 * @param ratings relevance 1 to 4, one of each rater; at least one
 * @source Lynn (1986), Nursing Research 35(6); Lawshe (1975), Personnel Psychology 28(4); exact table: Ayre & Scally (2014), Measurement and Evaluation in Counseling and Development 47(1)
 */
export function itemRelevance(ratings: readonly number[]): ItemRelevance {
  const raters = ratings.length;
  const essential = ratings.filter((rating) => rating === 4).length;
  return {
    raters,
    index: ratings.filter((rating) => rating >= 3).length / raters,
    ratio: (essential - raters / 2) / (raters / 2),
    beyondChance: chanceOfAtLeast(essential, raters) <= 0.05,
  };
}

/** S-CVI/Ave: mean of the items' indices; NaN of none. @source Polit & Beck (2006), Research in Nursing & Health 29(5) */
export function averageRelevance(items: readonly ItemRelevance[]): number {
  return items.reduce((sum, { index }) => sum + index, 0) / items.length;
}

/** P(X ≥ count) with even odds. */
function chanceOfAtLeast(count: number, n: number): number {
  let [term, sum] = [2 ** -n, 0];
  for (let k = 0; k <= n; k++) {
    if (k >= count) sum += term;
    term *= (n - k) / (k + 1);
  }
  return sum;
}
