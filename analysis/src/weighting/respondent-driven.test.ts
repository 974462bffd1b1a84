import { describe, expect, test } from "vitest";
import { harmonicMean, rdsOne, rdsTwoWeights } from "./respondent-driven.ts";

// two seeds (rows 0 and 1); A recruits A once and B once, B recruits A twice and B once
const chains = {
  groups: ["A", "B"],
  group: Int32Array.of(0, 1, 0, 1, 0, 0, 1),
  recruiter: Int32Array.of(-1, -1, 0, 0, 1, 1, 3),
  degrees: Float64Array.of(4, 2, 4, 2, 4, 4, 2),
};

describe("respondent-driven sampling", () => {
  test("estimator I, worked by hand for two groups", () => {
    const { shares, recruitment, meanDegrees } = rdsOne(chains);
    expect(recruitment.map((row) => [...row])).toEqual([
      [1 / 2, 1 / 2],
      [2 / 3, 1 / 3],
    ]);
    expect([...meanDegrees]).toEqual([4, 2]);
    const expected = (2 * (2 / 3)) / (4 * (1 / 2) + 2 * (2 / 3));
    expect(shares[0]).toBeCloseTo(expected, 12);
    expect(shares[1]).toBeCloseTo(1 - expected, 12);
  });

  test("three groups: the equilibrium of recruiting over mean degrees", () => {
    const group = Int32Array.of(0, 1, 2, 1, 2, 0, 0, 1, 2);
    const recruiter = Int32Array.of(-1, 0, 1, 0, 1, 2, 2, 0, 3);
    const { shares, recruitment } = rdsOne({
      groups: ["A", "B", "C"],
      group,
      recruiter,
      degrees: new Float64Array(9).fill(3),
    });
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    for (let h = 0; h < 3; h++)
      expect(recruitment.reduce((sum, row, g) => sum + (shares[g] ?? 0) * (row[h] ?? 0), 0)).toBeCloseTo(
        shares[h] ?? 0,
        12,
      );
  });

  test("a group that recruited nobody, and groups that never meet, are refused", () => {
    expect(() => rdsOne({ ...chains, recruiter: Int32Array.of(-1, -1, 0, 0, 0, 0, 0) })).toThrow(
      /Nobody of the group "B" recruited anyone/,
    );
    expect(() => rdsOne({ ...chains, recruiter: Int32Array.of(-1, -1, 0, 1, 0, 2, 3) })).toThrow(
      /do not all recruit into each other/,
    );
  });

  test("estimator II weighs in inverse proportion to degree", () => {
    expect([...rdsTwoWeights(Float64Array.of(1, 2, 4))]).toEqual([1, 0.5, 0.25]);
    expect(harmonicMean(Float64Array.of(1, 2, 4))).toBeCloseTo(3 / 1.75, 12);
    expect(() => rdsTwoWeights(Float64Array.of(1, 0))).toThrow(/Row 2 has no degree above zero/);
  });
});
