import { benjaminiHochberg, beta, median } from "../numerics/index.ts";

/** What happened to one respondent on one page. */
export type PageState = "answered" | "left-empty" | "unreached" | "not-asked";

export interface PageHazard {
  readonly reached: number;
  readonly left: number;
  /** left / reached; null where nobody came. */
  readonly hazard: number | null;
  /** Would so many leave here if all other pages lost people alike? One-sided, adjusted over the pages. */
  readonly pValue: number | null;
}

export interface BreakOff {
  /** By page. */
  readonly pages: readonly PageHazard[];
  /** By respondent: the page on which he or she left, -1 for those who came to the end. */
  readonly leftAt: Int32Array;
  /** Median hazard of the pages that somebody reached. */
  readonly medianHazard: number;
}

/**
 * Break-off by page. Somebody left on the first page after the last answer, if at least two pages they were to see
 * stayed empty: an empty last page alone is item nonresponse.
 *
 * @param states by page in their order, then by respondent
 * @source Peytchev (2009), Survey Breakoff, Public Opinion Quarterly 73(1)
 */
export function breakOffByPage(states: readonly (readonly PageState[])[]): BreakOff {
  const people = states[0]?.length ?? 0;
  const leftAt = Int32Array.from({ length: people }, (_, person) => pageLeft(states, person));
  const counts = states.map((page, place) => {
    const came = (state: PageState, person: number) =>
      state !== "not-asked" && (leftAt[person] === -1 || place <= leftAt[person]!);
    return {
      reached: page.filter(came).length,
      left: leftAt.reduce((sum, at) => (at === place ? sum + 1 : sum), 0),
    };
  });
  const [reached, left] = [sumOf(counts, "reached"), sumOf(counts, "left")];
  const adjusted = benjaminiHochberg(
    counts.map((page) => upperTail(page.left, page.reached, (left - page.left) / (reached - page.reached))),
  );
  const hazards = counts.flatMap((page) => (page.reached > 0 ? [page.left / page.reached] : []));
  return {
    pages: counts.map((page, i) => ({
      ...page,
      hazard: page.reached > 0 ? page.left / page.reached : null,
      pValue: Number.isNaN(adjusted[i]!) ? null : adjusted[i]!,
    })),
    leftAt,
    medianHazard: hazards.length > 0 ? median(hazards) : 0,
  };
}

function pageLeft(states: readonly (readonly PageState[])[], person: number): number {
  const last = states.findLastIndex((page) => page[person] === "answered" || page[person] === "left-empty");
  const empty: number[] = [];
  for (let page = last + 1; page < states.length; page++)
    if (states[page]![person] === "unreached") empty.push(page);
  return empty.length >= 2 ? empty[0]! : -1;
}

function sumOf<Key extends string>(rows: readonly Readonly<Record<Key, number>>[], key: Key): number {
  return rows.reduce((sum, row) => sum + row[key], 0);
}

/** P(X ≥ count) of a binomial; NaN where the question makes no sense. */
function upperTail(count: number, n: number, share: number): number {
  if (n === 0 || !(share >= 0)) return Number.NaN;
  if (count === 0) return 1;
  // With no loss elsewhere, half a person stands for the loss that was not seen.
  const odds = share > 0 ? share : 0.5 / n;
  return beta.cdf(Math.min(1, odds), count, n - count + 1);
}
