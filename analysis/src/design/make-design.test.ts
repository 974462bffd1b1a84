import { describe, expect, test } from "vitest";
import { DesignError } from "./design-error.ts";
import { makeDesign } from "./make-design.ts";

const sentence = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof DesignError) return error.message;
    throw error;
  }
  return "no refusal";
};

describe("a design", () => {
  test("numbers strata and PSUs in the order in which they are met", () => {
    const design = makeDesign({
      weights: [1, 2, 3, 4],
      strata: ["n", "s", "n", "s"],
      clusters: [7, 9, 7, 8],
    });
    expect(design).toMatchObject({ kind: "linearised", rows: 4, singlePsu: "fail", adjustments: [] });
    const [first] = design.stages;
    expect(first).toMatchObject({ stratumCount: 2, unitCount: 3 });
    expect([...first.strata]).toEqual([0, 1, 0, 1]);
    expect([...first.units]).toEqual([0, 1, 0, 2]);
    expect([...first.sampled]).toEqual([1, 2]);
    expect([...first.fpc]).toEqual([1, 1]);
  });

  test("takes population sizes or fractions, and makes weights of them when none are given", () => {
    const sizes = makeDesign({ fpc: [8, 8] });
    expect([[...sizes.weights], [...sizes.stages[0].fpc]]).toEqual([[4, 4], [0.75]]);
    expect([...makeDesign({ weights: [1, 1], fpc: [0.25, 0.25] }).stages[0].fpc]).toEqual([0.75]);
  });

  test("PSU codes that start again in each stratum are other PSUs when nested", () => {
    const codes = { weights: [1, 1], strata: ["a", "b"], clusters: [1, 1] };
    expect(makeDesign({ ...codes, nest: true }).stages[0].unitCount).toBe(2);
    expect(sentence(() => makeDesign(codes))).toBe(
      'The cluster "1" occurs in the strata "a" and "b". If cluster codes start again in every stratum, set nest to true; otherwise correct the codes.',
    );
  });
});

describe("a design of several stages", () => {
  const schools = {
    clusters: [
      ["a", "a", "b", "b"],
      [1, 2, 1, 2],
    ],
    fpc: [
      [4, 4, 4, 4],
      [3, 3, 5, 5],
    ],
  };

  test("multiplies N/n over the stages, and counts units of a later stage within those before", () => {
    const { weights, stages } = makeDesign(schools);
    expect([...weights]).toEqual([3, 3, 5, 5]);
    expect(stages.map(({ unitCount, stratumCount }) => [unitCount, stratumCount])).toEqual([
      [2, 1],
      [4, 2],
    ]);
    expect([...(stages[1]?.fpc ?? [])].map((one) => one.toFixed(4))).toEqual(["0.3333", "0.6000"]);
  });

  test("takes strata of later stages within the units before", () => {
    const { stages } = makeDesign({
      ...schools,
      strata: [
        ["x", "x", "x", "x"],
        [1, 2, 1, 1],
      ],
    });
    expect([...(stages[1]?.strata ?? [])]).toEqual([0, 1, 2, 2]);
    expect([...(stages[1]?.sampled ?? [])]).toEqual([1, 1, 2]);
  });

  test("unequal probabilities are held by unit, and give the weights", () => {
    const { weights, stages, selection } = makeDesign({
      fpc: [0.5, 0.25],
      unequalProbabilities: { method: "brewer" },
    });
    expect([...weights]).toEqual([2, 4]);
    expect([...(stages[0].probabilities ?? [])]).toEqual([0.5, 0.25]);
    expect(selection).toBeUndefined();
  });
});

describe("a design that contradicts itself is refused with the place and the remedy", () => {
  const refusals: [string, Parameters<typeof makeDesign>[0], RegExp][] = [
    ["negative weight", { weights: [1, -2] }, /weight of row 2 is negative/],
    ["missing weight", { weights: [1, Number.NaN] }, /weight of row 2 is missing/],
    ["all weights zero", { weights: [0, 0] }, /All weights are zero/],
    ["other length", { weights: [1, 2], strata: ["a"] }, /gives 2 rows but strata has 1/],
    ["neither weights nor sizes", {}, /neither weights nor population sizes/],
    [
      "sample larger than the population",
      { weights: [1, 1, 1], fpc: [2, 2, 2] },
      /3 sampled units but a population size \(fpc\) of 2/,
    ],
    [
      "size that varies within a stratum",
      { weights: [1, 1], fpc: [5, 6] },
      /varies within the stratum "all"/,
    ],
    [
      "sizes beside fractions",
      {
        weights: [1, 1],
        clusters: [
          ["a", "b"],
          [1, 1],
        ],
        fpc: [
          [0.1, 0.1],
          [5, 5],
        ],
      },
      /Some population sizes \(fpc\) are below 1 and others above/,
    ],
    [
      "sizes of a stage without clusters",
      {
        weights: [1, 1],
        clusters: ["a", "b"],
        fpc: [
          [5, 5],
          [5, 5],
        ],
      },
      /for 2 stages but clusters for 1/,
    ],
    [
      "weights to be made from sizes that some stages lack",
      {
        clusters: [
          ["a", "b"],
          [1, 2],
        ],
        fpc: [5, 5],
      },
      /2 stages are named and 1 with sizes/,
    ],
    [
      "probabilities above 1",
      { fpc: [5, 5], unequalProbabilities: { method: "brewer" } },
      /Give each unit its probability/,
    ],
    [
      "unequal probabilities that are not given",
      { weights: [1, 1], unequalProbabilities: { method: "hartley-rao" } },
      /Name their column as fpc/,
    ],
    [
      "joint probabilities of other units",
      { fpc: [0.5, 0.5], unequalProbabilities: { method: "yates-grundy", joint: [[0.5]] } },
      /are 1 × 1, but 2 units were sampled/,
    ],
    [
      "joint probabilities at several stages",
      {
        clusters: [
          ["a", "b"],
          [1, 2],
        ],
        fpc: [
          [0.5, 0.5],
          [0.5, 0.5],
        ],
        unequalProbabilities: { method: "hartley-rao" },
      },
      /one stage only, and the design has 2/,
    ],
    ["size of zero", { weights: [1, 1], fpc: [0, 0] }, /Row 1 has no positive population size/],
    ["empty stratum", { weights: [1, 1], strata: ["a", ""] }, /Row 2 has no stratum/],
    [
      "empty cluster",
      { weights: [1, 1], clusters: ["", "a"], strata: ["a", "a"], nest: true },
      /Row 1 has no cluster/,
    ],
  ];
  test.each(refusals)("%s", (_name, input, expected) => {
    expect(sentence(() => makeDesign(input))).toMatch(expected);
  });
});
