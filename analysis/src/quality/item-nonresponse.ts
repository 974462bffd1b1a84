import { type Share, shareOf } from "./score-interval.ts";

/** Why a cell is empty; "spared": the item was not asked, not reached, or not in the version. */
export type Emptiness = "answered" | "dont-know" | "refused" | "no-answer" | "spared";

/** How many of those who were to answer an item did not, by kind. */
export interface ItemNonresponse {
  readonly eligible: number;
  readonly dontKnow: Share;
  readonly refused: Share;
  /** Shown and left empty. */
  readonly empty: Share;
  readonly all: Share;
}

/**
 * Item nonresponse among those who were asked and came that far; null where nobody was.
 *
 * @param emptiness by respondent
 * @param keepDontKnow "don't know" is an answer, as in items of knowledge: counted, but not in `all`
 * @source AAPOR Standard Definitions; de Leeuw, Hox & Huisman (2003), Journal of Official Statistics 19(2)
 */
export function itemNonresponse(
  emptiness: readonly Emptiness[],
  { within, keepDontKnow = false }: { readonly within?: Uint8Array; readonly keepDontKnow?: boolean } = {},
): ItemNonresponse | null {
  const counts = { answered: 0, "dont-know": 0, refused: 0, "no-answer": 0, spared: 0 };
  emptiness.forEach((why, person) => {
    if (within?.[person] !== 0) counts[why]++;
  });
  const eligible = emptiness.length === 0 ? 0 : eligibleOf(counts);
  const all = counts.refused + counts["no-answer"] + (keepDontKnow ? 0 : counts["dont-know"]);
  const [dontKnow, refused, empty, together] = [
    counts["dont-know"],
    counts.refused,
    counts["no-answer"],
    all,
  ].map((count) => shareOf(count, eligible));
  if (!dontKnow || !refused || !empty || !together) return null;
  return { eligible, dontKnow, refused, empty, all: together };
}

function eligibleOf(counts: Readonly<Record<Emptiness, number>>): number {
  return counts.answered + counts["dont-know"] + counts.refused + counts["no-answer"];
}
