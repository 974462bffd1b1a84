import { describe, expect, test } from "vitest";
import { type CompareTwoInput, compareTwo } from "./compare-two.ts";
import { alikeGroups, type ShownFigure } from "./told-apart.ts";

const figure = (
  lt: string,
  en: string,
  value: number,
  standardError: number | null,
  respondents: number,
) => ({
  name: { lt, en },
  value,
  standardError,
  degreesOfFreedom: 2399,
  respondents,
});
const vilnius = figure("Vilniaus miestas", "Vilnius City", 0.412, 0.031, 250);
const kaunas = figure("Kauno miestas", "Kaunas City", 0.55, 0.049, 105);
const indicator = {
  label: { lt: "Žino koordinatorių", en: "Know the coordinator" },
  unit: "percent",
  direction: "higher-is-better",
} as const;
const both: CompareTwoInput = {
  ...{ indicator, one: vilnius, other: kaunas, correlation: 0, hasTests: true },
  interval: { lt: "95 % pasikliautinasis intervalas", en: "95 % confidence interval" },
};

describe("two places in one sentence", () => {
  test("values, respondents, difference, interval, verdict and what the sample could have seen", () => {
    expect(compareTwo(both).sentence).toEqual({
      en: "Know the coordinator: Vilnius City 41.2 % (n = 250), Kaunas City 55.0 % (n = 105); the difference is −13.8 percentage points (95 % confidence interval −25.2 … −2.4): Vilnius City does worse (this sample could have seen a difference of about 16.3 percentage points).",
      lt: "Žino koordinatorių: Vilniaus miestas – 41,2 % (n = 250), Kauno miestas – 55,0 % (n = 105); skirtumas −13,8 proc. p. (95 % pasikliautinasis intervalas −25,2 … −2,4): Vilniaus miestas: rodiklis prastesnis (imtis leido pastebėti maždaug 16,3 proc. p. skirtumą).",
    });
  });

  test("the other way round it is the same difference with the other sign", () => {
    const turned = compareTwo({ ...both, one: kaunas, other: vilnius });
    expect(turned.difference).toBeCloseTo(-compareTwo(both).difference, 12);
    expect(turned.verdict).toBe("better");
  });

  test("where less is better, less is better; where neither is, it is lower", () => {
    const say = (direction: CompareTwoInput["indicator"]["direction"]) =>
      compareTwo({ ...both, indicator: { ...indicator, direction } }).verdict;
    expect([say("lower-is-better"), say("none")]).toEqual(["better", "lower"]);
  });

  test("figures that hang together differ more clearly", () => {
    const [alone, together] = [0, 0.5].map((correlation) => compareTwo({ ...both, correlation }));
    expect(together!.high! - together!.low!).toBeLessThan(alone!.high! - alone!.low!);
  });

  test("what cannot be told apart is said to be so, with what would have been seen", () => {
    const { verdict, sentence } = compareTwo({ ...both, other: { ...kaunas, value: 0.45 } });
    expect(verdict).toBe("cannot-be-told-apart");
    expect(sentence.en).toMatch(
      /the two cannot be told apart; four times in five .* of 16\.3 percentage points or more\.$/,
    );
  });

  test("nobody is better where nobody knows the chances of the sample", () => {
    const { verdict, sentence } = compareTwo({
      ...both,
      hasTests: false,
      interval: { en: "Range for visitors", lt: "Intervalas lankytojams" },
    });
    expect(verdict).toBe("tests-off");
    expect(sentence.en).toContain("(range for visitors −25.2 … −2.4)");
    expect(sentence.en).toContain("neither is called better");
  });

  test("without an error of one of them nothing follows", () => {
    const { low, verdict, sentence } = compareTwo({ ...both, one: { ...vilnius, standardError: null } });
    expect([low, verdict]).toEqual([null, "tests-off"]);
    expect(sentence.en).toMatch(/how precise it is, is not known, so nothing follows from it\.$/);
  });

  test("percentages of fewer than a hundred respondents have no decimals", () => {
    const { sentence } = compareTwo({ ...both, other: { ...kaunas, respondents: 60 } });
    expect(sentence.lt).toContain("41 % (n = 250), Kauno miestas – 55 % (n = 60); skirtumas −14 proc. p.");
  });
});

describe("groups that cannot be told apart", () => {
  const shown = (code: string, value: number, standardError = 1): ShownFigure => ({
    code,
    value,
    standardError,
    degreesOfFreedom: 1000,
  });

  test("a place in the middle stands in both groups; there is no ranking", () => {
    expect(alikeGroups([shown("a", 0), shown("b", 2.5), shown("c", 5)])).toEqual([
      ["a", "b"],
      ["b", "c"],
    ]);
  });

  test("one group where nothing differs, as many as places where all do", () => {
    expect(alikeGroups([shown("a", 0), shown("b", 1), shown("c", 2)])).toEqual([["a", "b", "c"]]);
    expect(alikeGroups([shown("a", 0), shown("b", 20), shown("c", 40)])).toEqual([["a"], ["b"], ["c"]]);
    expect(alikeGroups([])).toEqual([]);
  });

  test("with more places more is needed to tell two apart", () => {
    const two = [shown("a", 0), shown("b", 3.1)];
    expect(alikeGroups(two)).toEqual([["a"], ["b"]]);
    const many = [...two, ...Array.from({ length: 10 }, (_, i) => shown(`c${i}`, 1.5))];
    expect(alikeGroups(many)[0]).toEqual(expect.arrayContaining(["a", "b"]));
  });
});
