/** One grid, or a run of items with the same options: by item in the order shown, then by respondent; NaN: no answer. */
export type Grid = readonly Float64Array[];

export interface StraightLines {
  /** 1: at least two answers, all the same (standard deviation 0); 0: not so; answers may be missing between. */
  readonly straight: Uint8Array;
  /** Answers in the longest run of equal ones; a missing answer ends a run. */
  readonly longest: Int32Array;
  readonly answered: Int32Array;
}

/**
 * Who chose the same option all the way down a grid. Give answers as they were ticked, never turned round: in a grid
 * with statements of both directions a straight line contradicts itself, in one without it may be the truth.
 *
 * @source long-string index: Johnson (2005), Journal of Research in Personality 39(1); Meade & Craig (2012), Psychological Methods 17(3)
 */
export function straightLines(grid: Grid): StraightLines {
  const people = grid[0]?.length ?? 0;
  const [straight, longest, answered] = [
    new Uint8Array(people),
    new Int32Array(people),
    new Int32Array(people),
  ];
  for (let person = 0; person < people; person++) {
    let [run, first, previous, same] = [0, Number.NaN, Number.NaN, true];
    for (const item of grid) {
      const answer = item[person]!;
      run = answer === previous ? run + 1 : Number.isNaN(answer) ? 0 : 1;
      previous = answer;
      longest[person] = Math.max(longest[person]!, run);
      if (Number.isNaN(answer)) continue;
      answered[person]!++;
      if (Number.isNaN(first)) first = answer;
      same &&= answer === first;
    }
    straight[person] = same && answered[person]! >= 2 ? 1 : 0;
  }
  return { straight, longest, answered };
}

export interface StraightGrids {
  /** By respondent: grids answered with one option only, of those answered to at least `atLeast` items. */
  readonly straight: Int32Array;
  readonly judged: Int32Array;
}

/** Straight lines over several grids. @param atLeast items answered before a grid is judged */
export function straightGrids(grids: readonly Grid[], atLeast: number): StraightGrids {
  const people = grids[0]?.[0]?.length ?? 0;
  const all = grids.map(straightLines);
  const over = (term: (grid: StraightLines, person: number) => number) =>
    Int32Array.from({ length: people }, (_, person) =>
      all.reduce((sum, grid) => (grid.answered[person]! < atLeast ? sum : sum + term(grid, person)), 0),
    );
  return {
    straight: over((grid, person) => grid.straight[person]!),
    judged: over(() => 1),
  };
}
