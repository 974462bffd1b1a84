import { type Random, seeded } from "@tiltas/instrument/simulation";
import { describe, expect, test } from "vitest";
import { type Design, makeDesign, makeReplicates } from "../../design/index.ts";
import { calibrated, countedMargin, rake } from "../../weighting/index.ts";
import { estimateFrom } from "../estimate-from.ts";
import { meansEstimator, ratiosEstimator, totalsEstimator } from "../estimators.ts";
import { tQuantile } from "../interval.ts";

/** People of a made-up country: municipalities by citizenship are strata, venues their PSUs. */
interface Venue {
  readonly stratum: number;
  readonly people: readonly { readonly employed: number; readonly income: number; readonly sex: number }[];
}

const strata = 12;
const venuesPerStratum = 40;

/** A fixed population, so that only the sample varies. */
function population(): Venue[][] {
  const chance = seeded(4, 2026);
  return Array.from({ length: strata }, (_, stratum) =>
    Array.from({ length: venuesPerStratum }, () => {
      const [level, size] = [0.35 + 0.02 * stratum + 0.1 * chance.normal(), 20 + chance.index(30)];
      const people = Array.from({ length: size }, () => {
        const employed = chance.chance(Math.min(0.95, Math.max(0.05, level))) ? 1 : 0;
        const sex = chance.chance(0.5) ? 1 : 0;
        return { employed, sex, income: 600 + 500 * employed + 120 * sex + 150 * chance.normal() };
      });
      return { stratum, people };
    }),
  );
}

/** The plan: eight of forty venues in every stratum, then ten people at each; weights are the product of N/n. */
function drawn(country: readonly Venue[][], chance: Random) {
  const rows = country.flatMap((venues, stratum) =>
    without(venues, 8, chance).flatMap(({ people }, venue) =>
      without(people, 10, chance).map((person) => ({ ...person, stratum, venue, size: people.length })),
    ),
  );
  const design = makeDesign({
    strata: rows.map(({ stratum }) => stratum),
    clusters: [rows.map(({ venue }) => venue), rows.map((_, row) => row)],
    fpc: [rows.map(() => venuesPerStratum), rows.map(({ size }) => size)],
    nest: true,
  });
  return { rows, design };
}

/** Some of a list, without replacement. */
function without<One>(all: readonly One[], count: number, chance: Random): One[] {
  const left = [...all];
  return Array.from({ length: count }, () => left.splice(chance.index(left.length), 1)).flat();
}

const sexes = ["men", "women"];

function rakedToSex(
  design: Design,
  rows: readonly { readonly sex: number }[],
  counts: readonly number[],
): Design {
  const variable = { name: "sex", levels: sexes, codes: rows.map(({ sex }) => sex) };
  const table = counts.map((count, level) => ({ levels: [sexes[level] ?? ""], count }));
  return calibrated(design, rake(design.weights, [countedMargin([variable], table, rows.length)]));
}

const country = population();
const everyone = country.flat().flatMap(({ people }) => people);
const counts = [0, 1].map((sex) => everyone.filter((person) => person.sex === sex).length);
const meanOf = (of: (person: (typeof everyone)[number]) => number) =>
  everyone.reduce((sum, person) => sum + of(person), 0) / everyone.length;

describe("the sampling plan of strata, venues and people", () => {
  test("95 % intervals hold the truth in 93 to 97 of 100 samples (seed 4, 1000 samples)", () => {
    const chance = seeded(4);
    const truths = [meanOf(({ employed }) => employed), meanOf(({ income }) => income)];
    const samples = 1000;
    const [plain, raked] = [
      [0, 0],
      [0, 0],
    ];
    for (let i = 0; i < samples; i++) {
      const { rows, design } = drawn(country, chance);
      const estimator = meansEstimator(
        ["employed", "income"],
        [
          { values: Float64Array.from(rows, ({ employed }) => employed) },
          { values: Float64Array.from(rows, ({ income }) => income) },
        ],
      );
      for (const [held, sample] of [
        [plain, design],
        [raked, rakedToSex(design, rows, counts)],
      ] as const) {
        const { values, covariance, degreesOfFreedom } = estimateFrom(sample, estimator);
        truths.forEach((truth, v) => {
          const reach = tQuantile(degreesOfFreedom) * Math.sqrt(covariance[v]?.[v] ?? Number.NaN);
          held[v]! += Math.abs((values[v] ?? Number.NaN) - truth) <= reach ? 1 : 0;
        });
      }
    }
    for (const count of [...plain, ...raked]) {
      expect(count / samples).toBeGreaterThanOrEqual(0.93);
      expect(count / samples).toBeLessThanOrEqual(0.97);
    }
  }, 60_000);

  test("replicates and linearisation agree within a few per cent on a large sample", () => {
    const { rows, design } = drawn(country, seeded(5));
    const [first] = design.stages;
    const ultimate: Design = {
      ...design,
      stages: [{ ...first, fpc: new Float64Array(first.stratumCount).fill(1) }],
    };
    const employed = { values: Float64Array.from(rows, (row) => row.employed) };
    const income = { values: Float64Array.from(rows, (row) => row.income) };
    const estimators = [
      meansEstimator(["mean"], [employed]),
      totalsEstimator(["total"], [income]),
      ratiosEstimator(["ratio"], [{ numerator: employed, denominator: income }]),
    ];
    for (const estimator of estimators) {
      const variance = (sample: Parameters<typeof estimateFrom>[0]) =>
        estimateFrom(sample, estimator).covariance[0]?.[0] ?? Number.NaN;
      const linearised = Math.sqrt(variance(ultimate));
      const jackknife = Math.sqrt(variance(makeReplicates(ultimate, { method: "JKn" })));
      const bootstrap = Math.sqrt(
        variance(makeReplicates(ultimate, { method: "rao-wu", replicates: 800, seed: 7 })),
      );
      expect(jackknife / linearised).toBeCloseTo(1, 2);
      expect(Math.abs(bootstrap / linearised - 1)).toBeLessThan(0.1);
    }
  });
});
