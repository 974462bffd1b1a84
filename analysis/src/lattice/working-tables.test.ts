import { describe, expect, test } from "vitest";
import { estimateProportion } from "../estimation/index.ts";
import {
  type ExampleAnswers,
  exampleInstrument,
  exampleLattice,
  examplePeople,
  shareOf,
  times,
} from "./example-people.ts";
import {
  type Crossing,
  crossingName,
  type Dimension,
  domainsOf,
  type ScoredMeasure,
  type WeighedPeople,
  workingTables,
} from "./index.ts";

const indicators = [
  shareOf("works", { id: "emp.01" }),
  shareOf("ill", { id: "hlt.01", level: { lowest: "municipality-group", why: { en: "sensitive" } } }),
  shareOf("works", { id: "emp.02", level: { lowest: "country", why: { en: "few" } } }),
  shareOf("works", {
    id: "emp.03",
    universe: { label: { en: "women" }, where: { variable: "sex", in: ["female"] } },
  }),
];
/** 12 in a, 4 in b, 9 in c, 2 in d; half of them work. */
const spread = (of: Readonly<Record<string, number>>): ExampleAnswers[] =>
  Object.entries(of).flatMap(([place, count]) =>
    Array.from({ length: count }, (_, i) => ({
      place,
      sex: i % 3 === 0 ? "male" : "female",
      works: i % 2 === 0 ? "yes" : "no",
      ill: i % 5 === 0 ? "yes" : "no",
      ground: "work",
    })),
  );
const answers = spread({ a: 12, b: 4, c: 9, d: 2 });

function tables(people: WeighedPeople, previous?: WeighedPeople) {
  const made = workingTables({
    wave: "w",
    lattice: exampleLattice,
    indicators,
    ...people,
    ...(previous ? { previous } : {}),
  });
  const cell = (measure: string, crossing: Crossing, ...domain: string[]) => {
    const found = made.crossings.find((one) => crossingName(one.crossing) === crossingName(crossing));
    const place = found?.domains.findIndex((codes) => codes.join() === domain.join()) ?? -1;
    return found?.cells[made.measures.findIndex(({ id }) => id === measure)]?.[place];
  };
  return { ...made, cell };
}

describe("the cells of a wave", () => {
  const wave = tables(examplePeople(answers));

  test("are the country, each dimension that is asked about, and the pairs", () => {
    expect(wave.crossings.map(({ crossing }) => crossingName(crossing))).toEqual([
      "",
      "municipality-group",
      "municipality",
      "sex",
      "municipality-group × sex",
    ]);
    expect(wave.crossings.at(-1)?.domains).toEqual([
      ["north", "female"],
      ["north", "male"],
      ["south", "female"],
      ["south", "male"],
    ]);
  });

  test("carry the estimate of the domain and what stands behind it", () => {
    const { dataset, design } = examplePeople(answers);
    const values = Float64Array.from(dataset.columns.get("works")!.values, (value) => (value === 0 ? 1 : 0));
    expect(wave.cell("emp.01", [])?.estimate.value).toBeCloseTo(
      estimateProportion(design, { values }).value ?? -1,
      12,
    );
    expect(wave.cell("emp.01", ["municipality"], "a")).toMatchObject({
      estimate: { value: 0.5, respondents: 12 },
      eligible: 12,
      base: 12,
      households: 12,
      weightedBase: 12,
      numerator: 6,
      prorated: null,
    });
  });

  test("know what is sensitive, and how far down a measure is shown", () => {
    expect(wave.measures.map(({ id, lowest, sensitive }) => [id, lowest, sensitive])).toEqual([
      ["emp.01", "municipality", false],
      ["hlt.01", "municipality-group", true],
      ["emp.02", "country", false],
      ["emp.03", "municipality", false],
    ]);
    expect(wave.cell("hlt.01", ["municipality"], "a")).toBeNull();
    expect(wave.cell("hlt.01", ["municipality-group"], "north")?.base).toBe(16);
    expect(wave.cell("emp.02", ["municipality-group"], "north")).toBeNull();
    expect(wave.cell("emp.02", ["sex"], "male")?.base).toBe(10);
  });

  test("say where an indicator is by definition not about these people", () => {
    expect(wave.cell("emp.03", ["sex"], "male")).toMatchObject({ leftOut: true, base: 0 });
    expect(wave.cell("emp.03", ["sex"], "female")?.leftOut).toBeUndefined();
  });

  test("a municipality with too few answers speaks through its group, and a group with too few for nobody", () => {
    expect(wave.ladder.map(({ municipality, stands, group }) => [municipality, stands, group])).toEqual([
      ["a", "single", "north"],
      ["b", "group", "north"],
      ["c", "group", null],
      ["d", "group", null],
    ]);
    expect(wave.cell("emp.01", ["municipality"], "b")).toBeNull();
    expect(wave.cell("emp.01", ["municipality-group"], "south")).toBeNull();
    expect(wave.cell("emp.01", ["municipality-group", "sex"], "south", "male")).toBeNull();
  });

  test("who is not of the population is in no cell, nor in the country", () => {
    const asylum = times(3, { place: "a", sex: "female", works: "yes", ground: "asylum" });
    const with3 = tables(examplePeople([...answers, ...asylum]));
    expect(with3.cell("emp.01", [])?.base).toBe(27);
    expect(with3.cell("emp.01", ["municipality"], "a")?.base).toBe(12);
  });

  test("who is outside the population has cells of their own, as if they had been asked alone", () => {
    const dimension: Dimension = {
      id: "outside-population",
      label: { en: "outside" },
      codes: [{ code: "asylum", label: { en: "asylum" } }],
    };
    const lattice = { ...exampleLattice, dimensions: [...exampleLattice.dimensions, dimension] };
    const asylum = spread({ a: 5, b: 8 }).map((one) => ({ ...one, ground: "asylum" }));
    const cellsOf = (people: WeighedPeople, crossing: Crossing) =>
      workingTables({ wave: "w", lattice, indicators, ...people })
        .crossings.find((one) => crossingName(one.crossing) === crossingName(crossing))
        ?.cells.map(([cell]) => cell);
    const apart = cellsOf(examplePeople([...answers, ...asylum], 3), ["outside-population"]);
    const { inside: _, ...alone } = examplePeople(asylum, 3);
    const whole = cellsOf(alone, []);
    expect(apart?.[0]).toMatchObject({ base: 13, numerator: 7 });
    for (const [measure, cell] of (apart ?? []).entries())
      expect(cell?.estimate.value).toBeCloseTo(whole?.[measure]?.estimate.value ?? Number.NaN, 12);
    expect(cellsOf(alone, ["outside-population"]), "where all belong nobody is outside").toBeUndefined();
  });

  test("who gave no code of a dimension, or one that the lattice does not show, is in none of its cells", () => {
    const people = examplePeople([{ place: "a", sex: "other" }, { place: "b" }, { place: "d", sex: "male" }]);
    const places = domainsOf(exampleLattice, people.dataset, exampleInstrument);
    expect([...(places.get("sex") ?? [])]).toEqual([-1, -1, 1]);
    expect([...(places.get("municipality-group") ?? [])]).toEqual([0, 0, 1]);
    expect(places.has("age")).toBe(false);
  });
});

test("whoever listens is told of every measure once, with its scores and the cells that the tables will hold", () => {
  const told: ScoredMeasure[] = [];
  const made = workingTables({
    ...{ wave: "w", lattice: exampleLattice, indicators, ...examplePeople(answers) },
    onScored: (scored) => told.push(scored),
  });
  expect(told.map(({ index, measure }) => [index, measure.id])).toEqual(
    made.measures.map(({ id }, i) => [i, id]),
  );
  told.forEach(({ cells, crossings, ladder, statistic }, i) => {
    expect(cells).toEqual(made.crossings.map((crossing) => crossing.cells[i]));
    expect(crossings.map(({ codes }) => codes)).toEqual(made.crossings.map(({ domains }) => domains));
    expect(ladder).toEqual(made.ladder);
    expect(statistic.kind === "ratio" && statistic.numerator.length).toBe(answers.length);
  });
});

test("work divided by indicator, as among threads, comes to the same last bit", () => {
  const people = examplePeople(answers, 1 / 3);
  const given = { wave: "w", lattice: exampleLattice, ...people };
  const whole = workingTables({ ...given, indicators });
  indicators.forEach((indicator, i) => {
    const alone = workingTables({ ...given, indicators: [indicator] });
    expect(alone.crossings.map(({ cells }) => cells[0])).toEqual(
      whole.crossings.map(({ cells }) => cells[i]),
    );
  });
});

describe("two waves together", () => {
  const before = examplePeople(spread({ a: 12, b: 3, c: 9, d: 3 }), 2);
  const wave = tables(examplePeople(answers), before);

  test("a municipality that has enough answers in both stands, and one that has not points to its group", () => {
    expect(
      wave.ladder.map(({ municipality, stands, respondents }) => [municipality, stands, respondents]),
    ).toEqual([
      ["a", "single", 12],
      ["b", "group", 4],
      ["c", "pooled", 9],
      ["d", "group", 2],
    ]);
  });

  test("its figure is that of both, each weighted to its population, as two independent samples", () => {
    // c: 5 of 9 work, in both waves; those of the wave before weigh twice as much
    const together = wave.cell("emp.01", ["municipality"], "c");
    expect(together).toMatchObject({ base: 18, households: 18, weightedBase: 27, numerator: 10 });
    expect(together?.estimate.value).toBeCloseTo(5 / 9, 12);
    // of each wave: Σ (y − p)² = 9 · 20/81, n/(n − 1) by the size of its own sample, over the weights of both
    const squares = 9 * (20 / 81);
    const variance = ((27 / 26) * squares + 4 * (27 / 26) * squares) / 27 ** 2;
    expect(together?.estimate.standardError).toBeCloseTo(Math.sqrt(variance), 12);
    expect(wave.cell("emp.01", ["municipality"], "a")?.base).toBe(12);
  });

  test("one that stood alone in the wave before is not pooled with it: the few of this wave would follow by subtraction", () => {
    const shown = tables(examplePeople(answers), examplePeople(spread({ a: 12, b: 11, c: 9, d: 3 }), 2));
    expect(shown.ladder.map(({ stands }) => stands)).toEqual(["single", "group", "pooled", "group"]);
  });

  test("what does not mean the same in both waves is not pooled", () => {
    const graded = new Map([
      ["works", "limited"],
      ["sex", "same"],
      ["ill", "same"],
    ] as const);
    const limited = tables(examplePeople(answers), {
      ...before,
      dataset: Object.assign({}, before.dataset, { comparability: graded }),
    });
    expect(limited.cell("emp.01", ["municipality"], "c")).toBeNull();
    expect(limited.ladder.find(({ municipality }) => municipality === "c")?.stands).toBe("group");
  });
});
