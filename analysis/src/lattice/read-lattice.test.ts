import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { LatticeError, readLattice } from "./index.ts";

const file = (name: string) => JSON.parse(readFileSync(new URL(`../../../${name}`, import.meta.url), "utf8"));
const standard = readLattice(file("analysis/plan/lattice.json"));
const codesOf = (id: string) => standard.dimensions.find((dimension) => dimension.id === id)?.codes ?? [];

describe("the standard lattice", () => {
  test("every municipality of the country belongs to one of eight groups", () => {
    const codes = file("instruments/municipalities.json").map(({ code }: { code: string }) => code);
    expect(codesOf("municipality").map(({ code }) => code)).toEqual(codes);
    const groups = new Set(codesOf("municipality").map(({ group }) => group));
    expect(groups.size).toBe(8);
    expect([...groups].sort()).toEqual(
      codesOf("municipality-group")
        .map(({ code }) => code)
        .sort(),
    );
  });

  test("with 2,400 respondents drawn as planned every group expects at least 250", () => {
    const planned = readFileSync(
      new URL("../../../instruments/demonstration-sample.csv", import.meta.url),
      "utf8",
    );
    const groupOf = new Map(codesOf("municipality").map(({ code, group }) => [code, group]));
    const expected = new Map<string | undefined, number>();
    for (const line of planned.trim().split("\n").slice(1)) {
      const [code = "", respondents] = line.split(",");
      const group = groupOf.get(code);
      expected.set(group, (expected.get(group) ?? 0) + Number(respondents));
    }
    expect(Math.min(...expected.values())).toBeGreaterThanOrEqual(250);
  });

  test("crossings that would tell of single people are refused", () => {
    const refused = standard.refused.map(({ dimensions }) => dimensions.join(" × "));
    expect(refused).toEqual([
      "municipality × citizenship-group",
      "municipality × ground",
      "municipality × cohort",
    ]);
  });
});

describe("a lattice that cannot be used is refused with what to change", () => {
  const wrong = (change: object) => () => readLattice({ ...file("analysis/plan/lattice.json"), ...change });

  test.each([
    [{ pairs: [["municipality", "ground"]] }, /"municipality × ground" is among the refused/],
    [{ pairs: [["sex", "sex"]] }, /crosses a dimension with itself/],
    [{ dimensions: standard.dimensions.slice(1), pairs: [] }, /group "siauliai-region", which the lattice/],
    [
      { dimensions: standard.dimensions.filter(({ id }) => id !== "sex") },
      /names "sex", which is no dimension/,
    ],
    [
      {
        pairs: [
          ["sex", "age"],
          ["age", "sex"],
        ],
      },
      /lists the pair "age × sex" twice/,
    ],
    [{ ladder: { single: 0, pooled: 1, group: 1 } }, /cannot be read at "ladder.single"/],
  ])("%j", (change, sentence) => {
    expect(wrong(change)).toThrow(LatticeError);
    expect(wrong(change)).toThrow(sentence);
  });
});
