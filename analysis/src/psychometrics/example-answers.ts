import { seeded } from "@tiltas/instrument/simulation";
import type { ItemAnswers } from "./factor-items.ts";

/**
 * Made-up answers of `people` to items that measure one trait with these loadings, for tests.
 *
 * @param categories  cuts into ordered codes 1, 2, …; left out: the number itself
 */
export function answersToOneTrait(
  people: number,
  loadings: readonly number[],
  { seed = 7, cuts = [] as readonly number[], unanswered = 0 } = {},
): ItemAnswers {
  const random = seeded(seed);
  const values = loadings.map(() => new Float64Array(people));
  for (let person = 0; person < people; person++) {
    const trait = random.normal();
    loadings.forEach((loading, item) => {
      const leaning = loading * trait + Math.sqrt(1 - loading ** 2) * random.normal();
      const answer = cuts.length > 0 ? 1 + cuts.filter((cut) => leaning > cut).length : leaning;
      values[item]![person] = random.chance(unanswered) ? Number.NaN : answer;
    });
  }
  return { names: loadings.map((_, item) => `q${item + 1}`), values };
}
