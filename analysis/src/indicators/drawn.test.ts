import { seeded } from "@tiltas/instrument/simulation";
import { beforeAll, describe, expect, test } from "vitest";
import type { Column, Dataset, Variable } from "../dataset/index.ts";
import { makeDesign, makeReplicates, secondPhase } from "../design/index.ts";
import { estimateFrom, meansEstimator } from "../estimation/index.ts";
import { calibrated, rake } from "../weighting/index.ts";
import { evaluateIndicator, type IndicatorDefinition } from "./index.ts";

/**
 * A population of 8000 in which newcomers earn less, and are three times as likely to draw the module on work as the
 * settled. Samples are raked to sex; of being new the margins know nothing.
 */
const people = 8000;
const population = populationOf(people);
const truth = {
  mean: population.income.reduce((sum, income) => sum + income, 0) / people,
  median: [...population.income].sort((a, b) => a - b)[people / 2]!,
};
const chanceOf = (isNew: number) => (isNew === 1 ? 0.75 : 0.25);
const [samples, sampled] = [400, 400];

describe("a module drawn more often by some people than by others", () => {
  let found: ReturnType<typeof estimatesOf>[] = [];
  beforeAll(() => {
    found = Array.from({ length: samples }, (_, sample) => estimatesOf(sample + 1));
  });
  const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

  test("is estimated without bias when each respondent counts over the chance", () => {
    const values = found.map(({ weighted }) => weighted.value!);
    const spread = Math.sqrt(mean(values.map((value) => (value - truth.mean) ** 2)));
    expect(Math.abs(mean(values) - truth.mean)).toBeLessThan((3 * spread) / Math.sqrt(samples));
  });

  test("is far off when the chance is forgotten", () => {
    const values = found.map(({ careless }) => careless.value!);
    expect(truth.mean - mean(values)).toBeGreaterThan(1.5);
  });

  test("has intervals that hold the true mean about 95 times of 100", () => {
    const held = found.filter(({ weighted: { interval } }) => holds(interval, truth.mean)).length;
    expect(held / samples).toBeGreaterThan(0.92);
    expect(held / samples).toBeLessThan(0.98);
  });

  test("has a median, too, that is held about 95 times of 100", () => {
    const held = found.filter(({ median: { interval } }) => holds(interval, truth.median)).length;
    expect(held / samples).toBeGreaterThan(0.92);
    expect(held / samples).toBeLessThan(0.985);
  });

  test("has standard errors as large as the estimates vary", () => {
    const values = found.map(({ weighted }) => weighted.value!);
    const centre = mean(values);
    const spread = Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
    const said = mean(found.map(({ weighted }) => weighted.standardError!));
    expect(said / spread).toBeGreaterThan(0.9);
    expect(said / spread).toBeLessThan(1.1);
  });
});

test("replicates carry the draw in every weight: jackknife and linearisation agree", () => {
  const { design, factors, dataset } = sampleOf(7);
  const base = makeDesign({ weights: design.weights });
  const income = { values: dataset.columns.get("income")!.values as Float64Array };
  const estimator = meansEstimator(["income"], [income]);
  const linearised = estimateFrom(secondPhase(base, factors), estimator);
  const jackknife = estimateFrom(secondPhase(makeReplicates(base, { method: "JK1" }), factors), estimator);
  expect(jackknife.values[0]).toBeCloseTo(linearised.values[0]!, 10);
  const ratio = jackknife.covariance[0]![0]! / linearised.covariance[0]![0]!;
  expect(ratio).toBeGreaterThan(0.97);
  expect(ratio).toBeLessThan(1.05);
});

test("a dataset without the chances of a draw is refused by name", () => {
  const { dataset, design, everyone } = sampleOf(7);
  const { chances: _, ...bare } = dataset;
  expect(() =>
    evaluateIndicator(indicator({ type: "mean", variable: "income" }), bare, design, everyone),
  ).toThrow('no chances for "modules.work"');
});

function holds(interval: { low: number; high: number } | null, value: number): boolean {
  return interval !== null && interval.low <= value && value <= interval.high;
}

function populationOf(count: number) {
  const random = seeded(20, 26);
  const [sex, isNew, income] = [new Int32Array(count), new Int32Array(count), new Float64Array(count)];
  for (let person = 0; person < count; person++) {
    sex[person] = random.chance(0.45) ? 1 : 0;
    isNew[person] = random.chance(0.3) ? 1 : 0;
    income[person] = 30 - 8 * isNew[person]! + 4 * sex[person]! + 5 * random.normal();
  }
  return { sex, isNew, income };
}

/** A simple random sample raked to sex, of whom some drew the module; income is known of those only. */
function sampleOf(seed: number) {
  const random = seeded(seed, 5);
  const rows = Array.from({ length: sampled }, () => random.index(people));
  const sex = Int32Array.from(rows, (person) => population.sex[person]!);
  const chances = Float64Array.from(rows, (person) => chanceOf(population.isNew[person]!));
  const drew = Uint8Array.from(chances, (chance) => (random.chance(chance) ? 1 : 0));
  const women = population.sex.reduce((sum, one) => sum + one, 0);
  const base = new Float64Array(sampled).fill(people / sampled);
  const margin = {
    name: "sex",
    levels: ["male", "female"],
    counts: Float64Array.of(people - women, women),
    cells: sex,
  };
  const design = calibrated(makeDesign({ weights: base }), rake(base, [margin]));
  const dataset: Dataset = {
    rows: sampled,
    columns: new Map([
      [
        "modules.work",
        column(
          "modules.work",
          drew.map((one) => 1 - one),
          drew.map(() => 0),
        ),
      ],
      [
        "income",
        column(
          "income",
          Float64Array.from(rows, (person, row) =>
            drew[row] === 1 ? population.income[person]! : Number.NaN,
          ),
          drew.map((one) => (one === 1 ? 0 : 4)),
        ),
      ],
    ]),
    chances: new Map([["modules.work", chances]]),
    digest: "",
    exclusions: {},
  };
  const factors = chances.map((chance, row) => (drew[row] === 1 ? 1 / chance : 0));
  return { dataset, design, factors, everyone: { of: new Int32Array(sampled), count: 1 } };
}

function column(name: string, values: Float64Array | Uint8Array, missing: Uint8Array): Column {
  const isNumber = values instanceof Float64Array;
  const codes = isNumber ? [] : [1, 0].map((code) => ({ code, labels: {} }));
  const variable: Variable = { name, item: name, labels: {}, kind: isNumber ? "number" : "code", codes };
  return { variable, values: isNumber ? values : Int16Array.from(values), missing };
}

function indicator(estimand: IndicatorDefinition["estimand"], drawn = true): IndicatorDefinition {
  return {
    id: "tst.01",
    label: { en: "test" },
    domain: "test",
    unit: "number",
    universe: { label: { en: "test" } },
    direction: "none",
    missingRule: "M1",
    source: "simulation",
    estimand,
    ...(drawn ? { drawn: "modules.work" } : {}),
  };
}

function estimatesOf(seed: number) {
  const { dataset, design, everyone } = sampleOf(seed);
  const estimate = (estimand: IndicatorDefinition["estimand"], drawn = true) =>
    evaluateIndicator(indicator(estimand, drawn), dataset, design, everyone).country.estimate;
  return {
    weighted: estimate({ type: "mean", variable: "income" }),
    careless: estimate({ type: "mean", variable: "income" }, false),
    median: estimate({ type: "quantile", of: { variable: "income" }, share: 0.5 }),
  };
}
