import { describe, expect, test } from "vitest";
import { makeDesign } from "../../design/index.ts";
import { estimateMeanByDomain } from "../means/mean.ts";
import { codedMeasurement, listwise, type Measurement } from "../measurement.ts";
import { arrange } from "./arrangement.ts";

const rows = 5000;
const every = (make: (row: number) => number) => Float64Array.from({ length: rows }, (_, row) => make(row));
const design = makeDesign({
  weights: every((row) => (row % 23 === 0 ? 0 : 0.5 + (row % 7) / 3)),
  strata: every((row) => row % 10),
  clusters: every((row) => row % 200),
});
const domains = { of: Int32Array.from({ length: rows }, (_, row) => (row % 12) - 1), count: 11 };
const arrangement = arrange(design, domains);

const complete = Array.from({ length: 5 }, (_, v) => ({ values: every((row) => (row * (v + 7)) % 101) }));
const withGaps = Array.from({ length: 5 }, (_, v) => ({
  values: every((row) => (row % 37 === v ? Number.NaN : (row * (v + 3)) % 89)),
}));
/** Its only gap lies far from the first row. */
const lateGap = { values: every((row) => (row === 4321 ? Number.NaN : row % 13)) };

describe("several variables in one read of the rows", () => {
  test("a variable has the same estimates alone and beside any others", () => {
    const alone = (one: Measurement) => estimateMeanByDomain(arrangement, [one])[0];
    for (const together of [
      [...complete, ...withGaps, lateGap],
      [lateGap, ...withGaps, ...complete],
      [...withGaps.slice(0, 2), ...complete, lateGap],
    ])
      expect(estimateMeanByDomain(arrangement, together)).toEqual(together.map(alone));
  });

  test("an answer missing late in the file is missing, nothing more", () => {
    const [found] = estimateMeanByDomain(arrange(design), [lateGap]);
    const answered = design.weights.reduce((count, weight) => count + (weight > 0 ? 1 : 0), 0) - 1;
    expect(found![0]!.respondents).toBe(answered);
    expect(found![0]!.itemNonresponse).toBeCloseTo(1 / (answered + 1), 12);
  });

  test("a missing answer of a row without weight counts nowhere", () => {
    const onlyThere = { values: every((row) => (row === 46 ? Number.NaN : row % 13)) };
    const [found] = estimateMeanByDomain(arrange(design), [onlyThere]);
    expect(found![0]!.itemNonresponse).toBe(0);
  });
});

describe("answers held as bytes", () => {
  const codes = Uint8Array.from({ length: rows }, (_, row) => (row % 41 === 0 ? 255 : row % 4));
  const coded = codedMeasurement(codes, [10, 20, 30]);
  const plain = {
    values: every((row) => (row % 41 === 0 || row % 4 === 3 ? Number.NaN : 10 + 10 * (row % 4))),
  };

  test("give the numbers of the values they stand for; codes without a number are missing", () => {
    expect(coded.values).toEqual(plain.values);
    expect(estimateMeanByDomain(arrangement, [coded])).toEqual(estimateMeanByDomain(arrangement, [plain]));
  });

  test("lose their bytes where answers are taken out of them", () => {
    expect(listwise([coded, withGaps[0]!])).toEqual(listwise([plain, withGaps[0]!]));
  });

  test("of another length than the design are refused", () => {
    expect(() => estimateMeanByDomain(arrangement, [codedMeasurement(new Uint8Array(3), [1])])).toThrow(
      "The design has 5000 rows but a measurement has 3 values.",
    );
  });
});
