import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeDesign } from "./make-design.ts";
import { replicateCount, replicateWeights } from "./replicate-design.ts";
import { hadamardMatrix } from "./replicate-hadamard.ts";
import { makeReplicates, type ReplicateRequest } from "./replicate-made.ts";
import { replicateDegreesOfFreedom } from "./replicate-rank.ts";
import { weighReplicates } from "./replicate-weighed.ts";

/** Ten strata of two units with three people each, or as many of four. */
function sampleOf(unitsPerStratum: number, fpc?: number) {
  const rows = 30 * unitsPerStratum;
  const unit = Array.from({ length: rows }, (_, row) => Math.floor(row / 3));
  return makeDesign({
    weights: unit.map((each) => 3 + (each % 4)),
    strata: unit.map((each) => Math.floor(each / unitsPerStratum)),
    clusters: unit,
    singlePsu: "remove",
    ...(fpc ? { fpc: unit.map(() => fpc) } : {}),
  });
}

const requests: readonly ReplicateRequest[] = [
  { method: "JKn" },
  { method: "BRR" },
  { method: "Fay", rho: 0.3 },
  { method: "bootstrap", replicates: 30, seed: 5 },
  { method: "subbootstrap", replicates: 30, seed: 5 },
  { method: "rao-wu", replicates: 30, seed: 5 },
];

describe("replicates made from a design", () => {
  test.each(requests)("$method keeps the sum of weights of equal units in every stratum", (request) => {
    const rows = 60;
    const unit = Array.from({ length: rows }, (_, row) => Math.floor(row / 3));
    const strata = unit.map((each) => Math.floor(each / 4));
    const made = makeReplicates(
      makeDesign({ weights: new Float64Array(rows).fill(2), strata, clusters: unit }),
      request,
    );
    for (let r = 0; r < replicateCount(made); r++) {
      const sums = new Float64Array(5);
      replicateWeights(made, r).forEach((weight, row) => {
        sums[strata[row]!]! += weight;
      });
      for (const sum of sums) expect(sum).toBeCloseTo(24, 9);
    }
  });

  test("the jackknife has as many replicates as units and loses a degree of freedom per stratum", () => {
    const made = makeReplicates(sampleOf(4), { method: "JKn" });
    expect(replicateCount(made)).toBe(40);
    expect(made.degreesOfFreedom).toBe(30);
    expect(replicateDegreesOfFreedom(made)).toBe(30);
  });

  test("the same seed draws the same units, and the design reports it", () => {
    const [one, same, other] = [8, 8, 9].map((seed) =>
      makeReplicates(sampleOf(4), { method: "rao-wu", replicates: 20, seed }),
    );
    expect(one).toEqual(same);
    expect(one?.replicates).not.toEqual(other?.replicates);
    expect(one?.seed).toBe(8);
  });

  test("a population sampled completely varies no more", () => {
    const made = makeReplicates(sampleOf(4, 4), { method: "rao-wu", replicates: 5, seed: 1 });
    for (let r = 0; r < 5; r++) expect(replicateWeights(made, r)).toEqual(made.weights);
    expect(() => makeReplicates(sampleOf(4, 4), { method: "JKn" })).toThrow("nothing is left to vary");
  });

  test("what does not fit is refused with a remedy", () => {
    expect(() => makeReplicates(sampleOf(4), { method: "JK1" })).toThrow("Take JKn");
    expect(() => makeReplicates(sampleOf(3), { method: "BRR" })).toThrow("take JKn or the bootstrap");
    expect(() => makeReplicates(sampleOf(2), { method: "Fay", rho: 1 })).toThrow("0 to below 1");
    expect(() => makeReplicates(sampleOf(2), { method: "bootstrap", replicates: 1, seed: 1 })).toThrow(
      "at least two",
    );
    const single = makeDesign({ weights: [1, 1, 1], strata: ["a", "a", "b"], clusters: [1, 2, 3] });
    expect(() => makeReplicates(single, { method: "JKn" })).toThrow("has one unit. Join it");
  });

  test("every replicate is weighed anew", () => {
    const made = makeReplicates(sampleOf(2), { method: "JKn" });
    const toThousand = (weights: Float64Array) => {
      const sum = weights.reduce((all, weight) => all + weight, 0);
      return weights.map((weight) => (weight * 1000) / sum);
    };
    const weighed = weighReplicates(made, toThousand);
    for (let r = 0; r < replicateCount(weighed); r++)
      expect(replicateWeights(weighed, r).reduce((all, weight) => all + weight, 0)).toBeCloseTo(1000, 9);
  });
});

describe("a Hadamard matrix", () => {
  test("has orthogonal rows and a first row and column of ones, at every order", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 130 }), (atLeast) => {
        const { order, entries } = hadamardMatrix(atLeast);
        const row = (i: number) => entries.subarray(i * order, (i + 1) * order);
        expect(order).toBeGreaterThanOrEqual(atLeast);
        expect([...row(0)].every((entry) => entry === 1)).toBe(true);
        for (let i = 0; i < order; i++) {
          expect(row(i)[0]).toBe(1);
          for (let j = 0; j < i; j++)
            expect(row(i).reduce((sum, entry, k) => sum + entry * row(j)[k]!, 0)).toBe(0);
        }
      }),
      { numRuns: 40 },
    );
  });
});
