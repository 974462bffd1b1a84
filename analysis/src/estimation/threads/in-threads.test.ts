import { afterAll, describe, expect, test } from "vitest";
import { makeDesign } from "../../design/index.ts";
import { estimateMeanByDomain } from "../means/mean.ts";
import { estimateProportionByDomain } from "../means/proportion.ts";
import { estimateTotalByDomain } from "../means/total.ts";
import { codedMeasurement, type Measurement } from "../measurement.ts";
import { arrangeReplicates } from "../replicates/replicate-arrangement.ts";
import { estimateMeanByReplicates } from "../replicates/replicate-mean.ts";
import { arrange } from "../units/arrangement.ts";
import { openEstimationThreads } from "./in-threads.ts";

const rows = 6000;
const every = (make: (row: number) => number) => Float64Array.from({ length: rows }, (_, row) => make(row));
const design = makeDesign({
  weights: every((row) => 1 + (row % 7) / 3),
  strata: every((row) => row % 10),
  clusters: every((row) => row % 200),
});
const domains = { of: Int32Array.from({ length: rows }, (_, row) => (row % 31) - 1), count: 30 };
const shares: Measurement[] = Array.from({ length: 9 }, (_, v) =>
  codedMeasurement(
    Uint8Array.from({ length: rows }, (_, row) => ((row * (v + 3)) % 17 < 8 ? 1 : row % 50 === v ? 255 : 0)),
    [0, 1],
  ),
);
const incomes: Measurement[] = Array.from({ length: 5 }, (_, v) => ({
  values: every((row) => (row % 40 === v ? Number.NaN : ((row * 7919) % 1009) + v / 3)),
  eligible: Uint8Array.from({ length: rows }, (_, row) => (row % 11 === v ? 0 : 1)),
}));

describe("estimation in threads", { timeout: 60_000 }, () => {
  const two = openEstimationThreads(2);
  const three = openEstimationThreads(3);
  afterAll(() => Promise.all([two.close(), three.close()]));

  test("two threads and three give the numbers of one, to the last bit", async () => {
    const arrangement = arrange(design, domains);
    const variables = [...shares, ...incomes];
    const means = estimateMeanByDomain(arrangement, variables);
    expect(await two.estimate("mean", arrangement, variables)).toEqual(means);
    expect(await three.estimate("mean", arrangement, variables)).toEqual(means);
  });

  test("totals, shares and means of the whole sample follow each other on the same threads", async () => {
    const [local, whole] = [arrange(design, domains), arrange(design)];
    const [totals, proportions, means] = await Promise.all([
      two.estimate("total", local, incomes),
      two.estimate("proportion", local, shares),
      two.estimate("mean", whole, incomes, { missing: "keep" }),
    ]);
    expect(totals).toEqual(estimateTotalByDomain(local, incomes));
    expect(proportions).toEqual(estimateProportionByDomain(local, shares));
    expect(means.flat().every(({ reason }) => reason === "missing-kept")).toBe(true);
  });

  test("replicates travel to threads by their units", async () => {
    const { units, unitCount } = design.stages[0];
    const factors = Array.from({ length: 6 }, (_, r) =>
      Float64Array.from({ length: unitCount }, (_, unit) => (unit + r) % 3),
    );
    const sample = {
      kind: "replicate" as const,
      rows,
      weights: design.weights,
      replicates: { by: "unit" as const, units, unitCount, factors },
      scale: 1 / 5,
      rscales: new Float64Array(6).fill(1),
      mse: false,
      degreesOfFreedom: 5,
    };
    const arrangement = arrangeReplicates(sample, domains);
    const found = await two.estimate("mean-by-replicates", arrangement, incomes);
    expect(found).toEqual(estimateMeanByReplicates(arrangement, incomes));
  });

  test("what one thread refuses, threads refuse with the same sentence", async () => {
    const tooShort = { values: Float64Array.of(1, 2) };
    await expect(two.estimate("mean", arrange(design), [tooShort])).rejects.toThrow(
      "The design has 6000 rows but a measurement has 2 values.",
    );
  });

  test("closed threads say so instead of waiting", async () => {
    const threads = openEstimationThreads(1);
    await threads.close();
    await expect(threads.estimate("mean", arrange(design), incomes)).rejects.toThrow("has ended");
  });
});
