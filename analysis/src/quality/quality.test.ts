import { seeded } from "@tiltas/instrument/simulation";
import { describe, expect, test } from "vitest";
import { median } from "../numerics/index.ts";
import {
  averageRelevance,
  breakOffByPage,
  differenceOfMeans,
  type Emptiness,
  floorAndCeiling,
  interviewerVariance,
  interviewSimilarity,
  itemNonresponse,
  itemRelevance,
  largestOption,
  nearDuplicates,
  type PageState,
  responseStyle,
  shareOf,
  speedOf,
  standardisedWithin,
  straightGrids,
  straightLines,
} from "./index.ts";

const none = Number.NaN;
const column = (...values: number[]) => Float64Array.of(...values);

describe("straight lines", () => {
  const grid = [column(3, 1, none, none), column(3, 1, 2, none), column(3, 2, 2, 4)];

  test("are grids with one answer; a gap ends a run, one answer is no line", () => {
    const { straight, longest, answered } = straightLines(grid);
    expect([...straight]).toEqual([1, 0, 1, 0]);
    expect([...longest]).toEqual([3, 2, 2, 1]);
    expect([...answered]).toEqual([3, 3, 2, 1]);
  });

  test("count over grids that were answered far enough", () => {
    const { straight, judged } = straightGrids([grid, grid], 3);
    expect([...straight]).toEqual([2, 0, 0, 0]);
    expect([...judged]).toEqual([2, 2, 0, 0]);
  });
});

test("the median of an even number lies between, of nobody nowhere", () => {
  expect(median([4, none, 1, 2, 10])).toBe(3);
  expect(median([])).toBeNaN();
});

test("of an even number of pages the usual hazard lies between the middle two", () => {
  const leave = [1, 1, 2, 2, 9, 9, 9, 9, 9, 9];
  const states = [0, 1, 2, 3].map((page) =>
    leave.map((at): PageState => (page < at ? "answered" : "unreached")),
  );
  expect(breakOffByPage(states).pages.map(({ hazard }) => hazard)).toEqual([0, 0.2, 0.25, 0]);
  expect(breakOffByPage(states).medianHazard).toBe(0.1);
});

test("a short way through the questionnaire is not haste", () => {
  const speed = speedOf(
    {
      milliseconds: [column(6000, 6000, 6000, 1000), column(none, 6000, 6000, 1000)],
      words: [column(10), column(10)],
      group: new Int32Array(4),
    },
    300,
  );
  expect([...speed.ofMedian].map((share) => Math.round(share * 100))).toEqual([100, 100, 100, 17]);
  expect([...speed.hasty]).toEqual([0, 0, 0, 1]);
  expect([...speed.items]).toEqual([1, 2, 2, 2]);
});

test("shares carry the score interval, as R's prop.test(8, 10, correct = FALSE)", () => {
  const share = shareOf(8, 10);
  expect(share?.low).toBeCloseTo(0.4901625, 6);
  expect(share?.high).toBeCloseTo(0.9433178, 6);
  expect(shareOf(0, 5)).toMatchObject({ value: 0, low: 0 });
  expect(shareOf(0, 0)).toBeNull();
});

test("floor and ceiling are ends that are possible, not ends that occurred", () => {
  expect(floorAndCeiling(column(2, 2, 5, none), 1, 5)).toMatchObject({
    floor: { count: 0, n: 3 },
    ceiling: { count: 1 },
  });
  expect(floorAndCeiling(column(none), 1, 5)).toBeNull();
  expect(largestOption(column(1, 1, 2, none))).toMatchObject({ count: 2, n: 3 });
  expect(largestOption(column(none))).toBeNull();
});

test("who was spared an item cannot refuse it; don't know may be an answer", () => {
  const cells: Emptiness[] = ["answered", "answered", "dont-know", "refused", "no-answer", "spared"];
  expect(itemNonresponse(cells)).toMatchObject({ eligible: 5, all: { count: 3 }, empty: { count: 1 } });
  expect(itemNonresponse(cells, { keepDontKnow: true })).toMatchObject({ all: { count: 2 } });
  expect(itemNonresponse(["spared"])).toBeNull();
});

describe("break-off", () => {
  const leaving = (count: number): PageState[][] =>
    ["answered", "unreached", "unreached", "unreached"].map((state) =>
      Array.from({ length: 100 }, (_, person) => (person < count ? (state as PageState) : "answered")),
    );

  test("is counted on the first page after the last answer", () => {
    const { pages, leftAt, medianHazard } = breakOffByPage(leaving(12));
    expect(pages.map(({ reached, left }) => [reached, left])).toEqual([
      [100, 0],
      [100, 12],
      [88, 0],
      [88, 0],
    ]);
    expect(pages[1]?.pValue).toBeLessThan(1e-6);
    expect(leftAt.filter((page) => page === 1)).toHaveLength(12);
    expect(medianHazard).toBe(0);
  });

  test("an empty last page alone, or a page routing skipped, is no break-off", () => {
    expect(breakOffByPage([["answered"], ["unreached"]]).leftAt[0]).toBe(-1);
    expect(breakOffByPage([["answered"], ["not-asked"], ["unreached"]]).leftAt[0]).toBe(-1);
    expect(breakOffByPage([]).medianHazard).toBe(0);
  });
});

describe("copies", () => {
  const random = seeded(4);
  const invented = (people: number, variables: number) =>
    Array.from({ length: variables }, () => Int16Array.from({ length: people }, () => random.index(4)));

  test("are found, and chance makes none of forty variables", () => {
    const answers = invented(120, 40);
    for (const variable of answers) variable[7] = variable[3]!;
    const found = nearDuplicates(answers, 0.85, 30);
    if (!found.estimable) throw new Error(found.sentence);
    expect(found.pairs).toBe(1);
    expect([found.largest[3], found.closest[3], found.closest[7]]).toEqual([1, 7, 3]);
  });

  test("few variables, or none in common, tell nothing", () => {
    expect(nearDuplicates(invented(5, 10), 0.85, 30)).toMatchObject({ estimable: false });
    const answers = invented(2, 40).map((variable) => variable.fill(-1));
    expect(nearDuplicates(answers, 0.85, 30)).toMatchObject({ estimable: true, pairs: 0 });
  });

  test("an interviewer who invents is more alike than chance, the others are not", () => {
    const answers = invented(80, 40);
    const interviewer = Int32Array.from({ length: 80 }, (_, person) => person % 5);
    for (const variable of answers)
      for (let person = 0; person < 80; person += 5) if (random.chance(0.5)) variable[person] = variable[0]!;
    const similar = interviewSimilarity({
      answers,
      interviewer,
      stratum: new Int32Array(80),
      seed: 1,
      fewest: 5,
    });
    expect(similar.map(({ pValue }) => pValue < 0.01)).toEqual([true, false, false, false, false]);
    expect(similar[0]!.own - similar[0]!.usual).toBeGreaterThan(0.1);
  });
});

test("interviewer variance as R's anova(lm(y ~ factor(g))) on unequal loads", () => {
  const icc = interviewerVariance(column(1, 2, 3, 4, 6, 5, 9, none), Int32Array.of(0, 0, 0, 1, 1, 1, 1, 1));
  if (!icc.estimable) throw new Error(icc.sentence);
  expect(icc.f).toBeCloseTo(60 / 7, 10);
  expect(icc.pValue).toBeCloseTo(0.03272, 5);
  expect(icc.load).toBeCloseTo(24 / 7, 10);
  expect(interviewerVariance(column(1, 2), Int32Array.of(0, 0))).toMatchObject({ estimable: false });
  expect(interviewerVariance(column(1, 1, 2, 2), Int32Array.of(0, 0, 1, 1))).toMatchObject({
    estimable: false,
  });
});

test("difference of two arms as R's t.test(c(3, 5, 7), c(1, 2, 3, 4))", () => {
  const difference = differenceOfMeans(column(1, 2, 3, 4), column(3, 5, 7));
  if (!difference.estimable) throw new Error(difference.sentence);
  expect(difference.value).toBe(2.5);
  expect(difference.low).toBeCloseTo(-1.542328, 6);
  expect(differenceOfMeans(column(1), column(1, 2))).toMatchObject({ estimable: false });
  expect(differenceOfMeans(column(1, 1), column(2, 2))).toMatchObject({ estimable: false });
});

test("styles: ends of scales, and agreeing with both directions", () => {
  const { extreme, acquiescence } = responseStyle(
    {
      places: [column(1, 0.5), column(1, 0.5), column(1, 0.5), column(1, 0.5)],
      reversed: [false, true, false, true],
    },
    4,
  );
  expect([...extreme]).toEqual([1, 0]);
  expect([...acquiescence]).toEqual([1, 0.5]);
  expect([...standardisedWithin(column(1, 2, 3, 9, none), Int32Array.of(0, 0, 0, 1, 0))]).toEqual([
    -1,
    0,
    1,
    none,
    none,
  ]);
});

test("expert ratings: share of 3 and 4, Lawshe's ratio, and how often chance would say so", () => {
  const seven = itemRelevance([4, 4, 4, 4, 4, 4, 4, 3]);
  expect(seven).toMatchObject({ raters: 8, index: 1, ratio: 0.75, beyondChance: true });
  expect(itemRelevance([4, 4, 4, 4, 2])).toMatchObject({ index: 0.8, beyondChance: false });
  expect(averageRelevance([seven, itemRelevance([1, 4])])).toBe(0.75);
});
