import { describe, expect, test } from "vitest";
import type { Estimated } from "../estimated.ts";
import { changeBetweenSamples, changeBetweenWaves } from "./change.ts";
import { asIfIndependent, linearContrasts, nonlinearContrasts } from "./contrast.ts";

const two: Estimated = {
  names: ["north", "south"],
  values: Float64Array.of(6, 2),
  covariance: [Float64Array.of(4, 1), Float64Array.of(1, 9)],
  degreesOfFreedom: 30,
  respondents: 50,
  sumOfWeights: 500,
};
const errors = ({ covariance }: Estimated) => covariance.map((row, i) => Math.sqrt(row[i] ?? Number.NaN));

describe("contrasts", () => {
  test("a difference: variances add, twice the covariance is taken off", () => {
    const difference = linearContrasts(two, { diff: { north: 1, south: -1 } });
    expect([...difference.values]).toEqual([4]);
    expect(errors(difference)[0]).toBeCloseTo(Math.sqrt(4 + 9 - 2), 12);
    expect(errors(linearContrasts(asIfIndependent(two), { diff: { north: 1, south: -1 } }))[0]).toBeCloseTo(
      Math.sqrt(13),
      12,
    );
  });

  test("a ratio by the delta method: derivatives 1/2 and −6/4", () => {
    const ratio = nonlinearContrasts(two, { ratio: "north / south" });
    expect(ratio.values[0]).toBe(3);
    expect(errors(ratio)[0]).toBeCloseTo(Math.sqrt(4 / 4 + 9 * 2.25 - 2 * 0.75), 12);
  });

  test("expressions know brackets, powers, functions and names in backticks", () => {
    const odd = { ...two, names: ["a b", "south"] };
    const values = nonlinearContrasts(odd, {
      one: "log(`a b`) - log(south)",
      two: "2 * (`a b` - south)^2 / 4",
      three: "-south + sqrt(`a b` * 6) - 1e0",
      four: "exp(0 * south)",
    });
    expect([...values.values]).toEqual([Math.log(6) - Math.log(2), 8, 3, 1]);
    const power = nonlinearContrasts(odd, { p: "south ^ 2", q: "abs(-south)" });
    expect(errors(power)).toEqual([4 * 3, 3]);
  });

  test("a division by zero has no estimate, and says so", () => {
    const none = nonlinearContrasts({ ...two, values: Float64Array.of(6, 0) }, { r: "north / south" });
    expect(none).toMatchObject({ reason: "not-estimable" });
    expect(none.values[0]).toBeNaN();
  });

  test("an unknown name and an unreadable place are named, with what there is", () => {
    expect(() => linearContrasts(two, { d: { east: 1 } })).toThrow(
      'A contrast speaks of "east", which is not estimated. There are: north, south.',
    );
    for (const wrong of ["north south", "north /", "(north", "north § south", "* 2"])
      expect(() => nonlinearContrasts(two, { d: wrong })).toThrow(/cannot be read at/);
  });
});

describe("change between waves", () => {
  test("of one sample: the later less the earlier, with the covariance of shared units", () => {
    const change = changeBetweenWaves({ ...two, names: ["2025", "2026"] }, ["2025", "2026"]);
    expect(change.names).toEqual(["change"]);
    expect([change.values[0], errors(change)[0]]).toEqual([-4, Math.sqrt(11)]);
  });

  test("of further domains, each its own", () => {
    const names = ["1.a", "2.a", "1.b", "2.b"];
    const four = {
      ...two,
      names,
      values: Float64Array.of(1, 3, 5, 10),
      covariance: names.map((_, i) => Float64Array.from(names, (_, j) => (i === j ? 1 : 0))),
    };
    const change = changeBetweenWaves(four, ["1", "2"], ["a", "b"]);
    expect([...change.values]).toEqual([2, 5]);
    expect(errors(change)[1]).toBeCloseTo(Math.SQRT2, 12);
  });

  test("of independent samples: variances and degrees of freedom add", () => {
    const change = changeBetweenSamples(two, { ...two, values: Float64Array.of(7, 7) });
    expect([...change.values]).toEqual([1, 5]);
    expect(errors(change)).toEqual([Math.sqrt(8), Math.sqrt(18)]);
    expect(change).toMatchObject({ degreesOfFreedom: 60, respondents: 100 });
    expect(() => changeBetweenSamples(two, { ...two, names: ["north", "west"] })).toThrow(
      /different statistics/,
    );
  });
});
