import type { DesignRole } from "@tiltas/instrument/definition";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Column } from "../dataset/dataset.ts";
import { diagnose } from "./diagnostics.ts";
import type { Margin, Margins } from "./margins.ts";
import { weighToMargins } from "./weigh-to-margins.ts";

function aColumn(codes: readonly string[], answers: readonly (string | null)[]): Column {
  const values = Int16Array.from(answers, (answer) => (answer === null ? -1 : codes.indexOf(answer)));
  const variable = {
    name: "v",
    item: "v",
    labels: {},
    codes: codes.map((code) => ({ code, labels: {} })),
    kind: "code" as const,
  };
  return { variable, values, missing: Uint8Array.from(values, (value) => (value < 0 ? 1 : 0)) };
}

function aMargin(dimensions: DesignRole[], counts: Record<string, number>): Margin {
  const cells = Object.entries(counts).map(([codes, count], i) => ({
    codes: codes.split(";"),
    count,
    line: i + 2,
  }));
  return {
    id: dimensions.join("-by-"),
    dimensions,
    cells,
    referenceDate: "2026-01-01",
    confidences: ["official"],
    sources: [],
    givenTotal: 0,
    gap: 0,
  };
}

const marginsOf = (total: number, ...margins: Margin[]): Margins => ({
  total,
  margins,
  demonstration: false,
  notes: [],
});
const sexes = ["f", "m"];
const ages = ["young", "old"];

describe("raking", () => {
  test("worked by hand: one margin is post-stratification", () => {
    // two women share 30, one man has 70
    const columns = new Map([["sex" as const, aColumn(sexes, ["f", "f", "m"])]]);
    const { weights, diagnostics } = weighToMargins({
      columns,
      margins: marginsOf(100, aMargin(["sex"], { f: 30, m: 70 })),
    });
    expect([...weights]).toEqual([15, 15, 70].map((weight) => expect.closeTo(weight, 10)));
    expect(diagnostics).toMatchObject({
      converged: true,
      respondents: 3,
      margins: [{ margin: "sex", withoutCategory: 0 }],
    });
    expect(diagnostics.designEffect).toBeCloseTo((3 * (225 + 225 + 4900)) / 100 ** 2, 12);
  });

  test("meets every margin at once, joint ones too", () => {
    const columns = new Map<DesignRole, Column>([
      ["sex", aColumn(sexes, ["f", "f", "m", "m", "m"])],
      ["age", aColumn(ages, ["young", "old", "young", "old", "old"])],
      ["citizenship", aColumn(["a", "b"], ["a", "b", "b", "a", "b"])],
    ]);
    const joint = aMargin(["age", "sex"], { "young;f": 10, "old;f": 20, "young;m": 30, "old;m": 40 });
    const { weights, diagnostics } = weighToMargins({
      columns,
      margins: marginsOf(100, joint, aMargin(["citizenship"], { a: 35, b: 65 })),
    });
    expect(diagnostics.converged).toBe(true);
    expect(weights[0]).toBeCloseTo(10, 6);
    expect((weights[3] ?? 0) + (weights[4] ?? 0)).toBeCloseTo(40, 6);
    expect((weights[0] ?? 0) + (weights[3] ?? 0)).toBeCloseTo(35, 6);
  });

  test("a respondent without a category keeps the weight there and counts in proportion to the margin", () => {
    const columns = new Map([["sex" as const, aColumn(sexes, ["f", "m", null])]]);
    const { weights, diagnostics, notes } = weighToMargins({
      columns,
      margins: marginsOf(90, aMargin(["sex"], { f: 60, m: 30 })),
    });
    expect([...weights]).toEqual([40, 20, 30].map((weight) => expect.closeTo(weight, 9)));
    expect(diagnostics.margins[0]).toMatchObject({ withoutCategory: 1 });
    expect(notes).toEqual([
      'Respondents without a category in the margin "sex": 1; they count in it in proportion to the margin.',
    ]);
  });

  test("margins that contradict each other do not converge, and the note names one", () => {
    const columns = new Map<DesignRole, Column>([
      ["sex", aColumn(sexes, ["f", "m"])],
      ["age", aColumn(ages, ["young", "old"])],
    ]);
    const margins = marginsOf(
      100,
      aMargin(["sex"], { f: 50, m: 50 }),
      aMargin(["age"], { young: 60, old: 40 }),
    );
    const { diagnostics, notes } = weighToMargins({ columns, margins, options: { maximumIterations: 20 } });
    expect(diagnostics).toMatchObject({ converged: false, iterations: 20 });
    expect(notes[0]).toMatch(/did not meet all margins after 20 rounds; the largest gap is in "sex"/);
  });
});

describe("raking is refused, naming the category and the remedy", () => {
  const columns = new Map([["sex" as const, aColumn(sexes, ["f", "f"])]]);
  test("a category nobody has", () => {
    const margins = marginsOf(100, aMargin(["sex"], { f: 50, m: 50 }));
    expect(() => weighToMargins({ columns, margins })).toThrow(
      "Line 3 of the margins counts sex=m, but no respondent is in it. Merge its count with a neighbouring category, or leave the margin out.",
    );
  });

  test("a category the margin lacks", () => {
    const margins = marginsOf(100, aMargin(["sex"], { m: 100 }));
    expect(() => weighToMargins({ columns, margins })).toThrow(
      /has no row for sex=f, but there are respondents in it\. Add the row/,
    );
  });

  test("a dimension without an item", () => {
    const margins = marginsOf(100, aMargin(["age"], { young: 100 }));
    expect(() => weighToMargins({ columns, margins })).toThrow(
      /counts by age, but no item of the instrument has that role/,
    );
  });
});

describe("what must not change raked weights", () => {
  type Person = readonly [sex: string, age: string, weight: number];
  const everyKind: Person[] = [
    ["f", "young", 2],
    ["f", "old", 1],
    ["m", "young", 3],
    ["m", "old", 1],
  ];
  const person: fc.Arbitrary<Person> = fc.tuple(
    fc.constantFrom("f", "m"),
    fc.constantFrom("young", "old"),
    fc.integer({ min: 1, max: 9 }),
  );
  const people = fc.array(person, { minLength: 1, maxLength: 25 }).map((some) => [...everyKind, ...some]);
  const margins = marginsOf(
    1000,
    aMargin(["sex"], { f: 520, m: 480 }),
    aMargin(["age"], { young: 300, old: 700 }),
  );
  const weigh = (given: Person[], unit = 1) =>
    weighToMargins({
      base: Float64Array.from(given, ([, , weight]) => weight * unit),
      columns: new Map<DesignRole, Column>([
        [
          "sex",
          aColumn(
            sexes,
            given.map(([sex]) => sex),
          ),
        ],
        [
          "age",
          aColumn(
            ages,
            given.map(([, age]) => age),
          ),
        ],
      ]),
      margins,
    }).weights;
  const close = (a: Float64Array, b: Float64Array) => {
    for (const [i, weight] of a.entries()) expect(weight / (b[i] ?? 0)).toBeCloseTo(1, 8);
  };

  test("the unit of the base weights and the order of respondents", () => {
    fc.assert(
      fc.property(people, (given) => {
        close(weigh(given), weigh(given, 12.5));
        close(weigh(given).toReversed(), weigh(given.toReversed()));
      }),
    );
  });
});

describe("diagnostics of weights", () => {
  test("equal weights cost nothing; unequal ones cost 1 + CV²", () => {
    expect(diagnose(Float64Array.of(2, 2, 2, 0))).toMatchObject({
      respondents: 3,
      designEffect: 1,
      effectiveRespondents: 3,
    });
    expect(diagnose(Float64Array.of(1, 3)).designEffect).toBeCloseTo(1.25, 12);
  });

  test("weights above five times the mean are counted with the share they carry", () => {
    const weights = Float64Array.from({ length: 10 }, (_, i) => (i === 0 ? 91 : 1));
    expect(diagnose(weights).extreme).toEqual({ respondents: 1, shareOfTotal: 0.91 });
    expect(() => diagnose(new Float64Array(2))).toThrow(RangeError);
  });
});
