import { describe, expect, test } from "vitest";
import { type Design, makeDesign, makeReplicates, type ReplicateRequest } from "../../design/index.ts";
import type { Domains } from "../domains.ts";
import type { Estimate } from "../estimate.ts";
import { estimateFrom } from "../estimate-from.ts";
import { meansEstimator } from "../estimators.ts";
import { estimateMeanByDomain } from "../means/mean.ts";
import { estimateTotalByDomain } from "../means/total.ts";
import { arrange } from "../units/arrangement.ts";
import { arrangeReplicates } from "./replicate-arrangement.ts";
import { estimateMeanByReplicates, estimateTotalByReplicates } from "./replicate-mean.ts";

/** Strata of some units with four people each; answers lean towards their unit, some are missing. */
function sampleOf(strata: number, unitsPerStratum: number) {
  const rows = strata * unitsPerStratum * 4;
  const unit = Array.from({ length: rows }, (_, row) => Math.floor(row / 4));
  const design = makeDesign({
    weights: unit.map((each) => 5 + (each % 3)),
    strata: unit.map((each) => Math.floor(each / unitsPerStratum)),
    clusters: unit,
  });
  const values = Float64Array.from(unit, (each, row) => Math.sin(each * 7.3) + Math.cos(row * 1.7));
  const gaps = values.map((value, row) => (row % 11 === 0 ? Number.NaN : value));
  const domains = { of: Int32Array.from(unit, (_, row) => (row % 5 === 0 ? -1 : row % 3)), count: 3 };
  return { design, values, gaps, domains };
}

function totals(design: Design, request: ReplicateRequest, values: Float64Array, domains?: Domains) {
  return estimateTotalByReplicates(arrangeReplicates(makeReplicates(design, request), domains), [
    { values },
  ])[0]!;
}

const error = ({ standardError }: Estimate) => standardError ?? Number.NaN;

describe("errors of totals from replicates", () => {
  test.each([{ method: "JKn" }, { method: "BRR" }, { method: "Fay", rho: 0.5 }] as const)(
    "$method gives what linearisation gives, also by domain",
    (request) => {
      const { design, gaps, domains } = sampleOf(13, 2);
      const linearised = estimateTotalByDomain(arrange(design, domains), [{ values: gaps }])[0]!;
      for (const [domain, one] of totals(design, request, gaps, domains).entries()) {
        expect(one.value).toBeCloseTo(linearised[domain]!.value ?? Number.NaN, 9);
        expect(error(one) / error(linearised[domain]!)).toBeCloseTo(1, 9);
      }
    },
  );

  test.each(["bootstrap", "subbootstrap", "rao-wu"] as const)("%s comes near it", (method) => {
    const { design, values } = sampleOf(20, 6);
    const linearised = estimateTotalByDomain(arrange(design), [{ values }])[0]![0]!;
    const one = totals(design, { method, replicates: 2000, seed: 3 }, values)[0]!;
    expect(Math.abs(error(one) / error(linearised) - 1)).toBeLessThan(0.06);
  });
});

describe("means from replicates", () => {
  test("come near linearised errors on a large sample", () => {
    const { design, gaps } = sampleOf(40, 5);
    const linearised = estimateMeanByDomain(arrange(design), [{ values: gaps }])[0]![0]!;
    const one = estimateMeanByReplicates(arrangeReplicates(makeReplicates(design, { method: "JKn" })), [
      { values: gaps },
    ])[0]![0]!;
    expect(Math.abs(error(one) / error(linearised) - 1)).toBeLessThan(0.01);
    expect(one.designEffect).toBeCloseTo(linearised.designEffect ?? Number.NaN, 1);
  });

  test("are the same from unit totals as from every row anew", () => {
    const { design, gaps, domains } = sampleOf(6, 4);
    const sample = makeReplicates(design, { method: "rao-wu", replicates: 50, seed: 1 });
    const fast = estimateMeanByReplicates(arrangeReplicates(sample, domains), [{ values: gaps }])[0]!;
    for (let domain = 0; domain < domains.count; domain++) {
      const within = Uint8Array.from(domains.of, (each) => (each === domain ? 1 : 0));
      const slow = estimateFrom(sample, meansEstimator(["y"], [{ values: gaps }]), { within });
      expect(fast[domain]?.value).toBeCloseTo(slow.values[0]!, 12);
      expect(error(fast[domain]!)).toBeCloseTo(Math.sqrt(slow.covariance[0]![0]!), 12);
    }
  });

  test("an empty domain, and one where nobody answered, say so", () => {
    const { design, values } = sampleOf(4, 2);
    const of = Int32Array.from(values, (_, row) => (row < 4 ? 0 : 1));
    const gaps = values.map((value, row) => (row < 4 ? Number.NaN : value));
    const arrangement = arrangeReplicates(makeReplicates(design, { method: "JKn" }), { of, count: 3 });
    const found = estimateMeanByReplicates(arrangement, [{ values: gaps }])[0]!;
    expect(found.map(({ value, reason }) => [value === null, reason])).toEqual([
      [true, "all-missing"],
      [false, undefined],
      [true, "no-respondents"],
    ]);
  });
});
