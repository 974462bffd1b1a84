import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type MadeCell, madeMeasure, madeTables } from "./example-tables.ts";
import { type Policy, readPolicies, releaseTables, shownShare, wouldExposeChanges } from "./index.ts";

const policies = readPolicies(
  JSON.parse(readFileSync(new URL("../../../analysis/plan/policies.json", import.meta.url), "utf8")),
);
const policyOf = (id: Policy["id"]) => {
  const policy = policies.get(id);
  if (!policy) throw new RangeError(id);
  return policy;
};
const ministry = policyOf("ministry");
const forAll = policyOf("public");

/** The country alone, one measure. */
async function inCountry(cell: MadeCell | number | null, more = {}, policy: Policy = ministry) {
  const working = madeTables(
    [madeMeasure("tst.01", more)],
    [{ crossing: [], domains: [[]], cells: [[cell]] }],
  );
  const { crossings } = await releaseTables(working, policy);
  return crossings[0]?.cells[0]?.[0];
}
const state = async (...given: Parameters<typeof inCountry>) => (await inCountry(...given))?.state;

describe("two reasons, two marks", () => {
  test("fewer than 20 respondents are too few to be precise, and nothing is protected by that", async () => {
    expect(await state(19)).toBe("too-few");
    expect(await state(20)).toBe("few-observations");
    expect(await state(49)).toBe("few-observations");
    expect(await state(50)).toBe("published");
  });

  test("20 respondents whose weights differ so much that they count as fewer than 12 are too few", async () => {
    expect(await state({ respondents: 30, effectiveRespondents: 11.9 })).toBe("too-few");
  });

  test("fewer than 5 are hidden to protect them; in public, and of sensitive traits, fewer than 10", async () => {
    expect([await state(4), await state(5)]).toEqual(["protected", "too-few"]);
    expect([await state(9, {}, forAll), await state(10, {}, forAll)]).toEqual(["protected", "too-few"]);
    expect([await state(9, { sensitive: true }), await state(10, { sensitive: true })]).toEqual([
      "protected",
      "too-few",
    ]);
  });

  test("an empty cell speaks of nobody", async () => {
    expect(await state(0)).toBe("too-few");
    expect(await state({ respondents: 0, leftOut: true })).toBe("left-out");
  });

  test("children count by their households", async () => {
    expect(await state({ respondents: 40, households: 19 })).toBe("too-few");
    expect(await state({ respondents: 6, households: 2 })).toBe("protected");
  });

  test("a sensitive trait that nobody or everybody of fewer than 50 has is hidden", async () => {
    const sensitive = { sensitive: true };
    expect(await state({ respondents: 49, numerator: 0 }, sensitive)).toBe("protected");
    expect(await state({ respondents: 49, numerator: 49 }, sensitive)).toBe("protected");
    expect(await state({ respondents: 50, numerator: 0 }, sensitive)).toBe("published");
    expect(await state({ respondents: 49, numerator: 0 })).toBe("few-observations");
  });

  test("a figure that could not be estimated, or that too many did not answer, says so", async () => {
    expect(await inCountry({ respondents: 90, value: null })).toEqual({
      state: "not-estimable",
      reason: "no-estimate",
    });
    expect(await inCountry({ respondents: 90, itemNonresponse: 0.31 })).toEqual({
      state: "not-estimable",
      reason: "nonresponse",
    });
  });

  test("below the lowest rung nothing is shown, and nothing of it is kept", async () => {
    expect(await inCountry(null)).toEqual({ state: "not-shown-here" });
    expect(await inCountry(4)).toEqual({ state: "protected" });
  });
});

describe("how exactly", () => {
  test("the ministry reads figures with six decimals, and is told which are imprecise", async () => {
    expect(await inCountry({ respondents: 30, numerator: 10 })).toMatchObject({
      value: 0.333333,
      respondents: 30,
      effectiveRespondents: 24,
      lowPrecision: true,
    });
    expect(await inCountry({ respondents: 900, numerator: 10 })).not.toHaveProperty("lowPrecision");
  });

  test("everybody reads counts in fives and whole per cent, tenths from 100 respondents on", async () => {
    expect(await inCountry({ respondents: 52, numerator: 17 }, {}, forAll)).toMatchObject({
      value: 0.33,
      respondents: 50,
      effectiveRespondents: 40,
      degreesOfFreedom: 1000,
      itemNonresponse: 0.04,
    });
    expect(await inCountry({ respondents: 104, numerator: 34 }, {}, forAll)).toMatchObject({
      value: 0.327,
      respondents: 105,
    });
  });

  test("a mean has three digits in public", async () => {
    const cell = await inCountry({ respondents: 104, numerator: null, value: 6.12345 }, {}, forAll);
    expect(cell).toMatchObject({ value: 6.12 });
  });
});

test("a share of respondents does not tell everybody how many there are", () => {
  expect([shownShare(3 / 23, ministry), shownShare(3 / 23, forAll)]).toEqual([3 / 23, 0.13]);
});

test("measures over the same people hide the same cells, others do not mind", async () => {
  const working = madeTables(
    [madeMeasure("tst.01"), madeMeasure("tst.02"), madeMeasure("tst.03", { universe: "working" })],
    [
      { crossing: [], domains: [[]], cells: [[60], [60], [60]] },
      {
        crossing: ["sex"],
        domains: [["women"], ["men"]],
        cells: [
          [5, 55],
          [4, 56],
          [25, 35],
        ],
      },
    ],
  );
  const { crossings } = await releaseTables(working, ministry);
  const women = crossings[1]?.cells.map(([cell]) => cell?.state);
  expect(women?.slice(0, 2)).toEqual(["protected", "protected"]);
  expect(women?.[2]).toBe("few-observations");
});

test("everything about people outside the population counts as sensitive", async () => {
  const apart = async (cell: MadeCell | number) => {
    const outside = {
      crossing: ["outside-population"],
      domains: [["asylum"]],
      cells: [[cell]],
    } as const;
    const country = { crossing: [], domains: [[]], cells: [[{ respondents: 400 }]] };
    const { crossings } = await releaseTables(
      madeTables([madeMeasure("tst.01")], [country, outside]),
      ministry,
    );
    return crossings.map(({ cells }) => cells[0]?.[0]?.state);
  };
  expect(await apart(9)).toEqual(["published", "protected"]);
  expect(await apart({ respondents: 40, numerator: 40 })).toEqual(["published", "protected"]);
  expect(await apart(40)).toEqual(["published", "few-observations"]);
});

test("a municipality that speaks through its group shows nothing of itself", async () => {
  const working = madeTables(
    [madeMeasure("tst.01")],
    [{ crossing: ["municipality"], domains: [["1"], ["2"]], cells: [[60, 70]] }],
    { ladder: [{ municipality: "2", group: "east", stands: "group", respondents: 70 }] },
  );
  const { crossings } = await releaseTables(working, ministry);
  expect(crossings[0]?.cells[0]?.map(({ state }) => state)).toEqual(["published", "not-shown-here"]);
});

test("what a policy refuses to cross is not in the release", async () => {
  const working = madeTables(
    [madeMeasure("tst.01")],
    [
      { crossing: ["municipality", "ground"], domains: [["1", "work"]], cells: [[90]] },
      { crossing: ["municipality", "sex"], domains: [["1", "men"]], cells: [[90]] },
    ],
  );
  const { crossings } = await releaseTables(working, ministry);
  expect(crossings.map(({ crossing }) => crossing)).toEqual([["municipality", "sex"]]);
});

test("a wave is released again only if ten records changed, or none", () => {
  expect([0, 1, 9, 10].map((changed) => wouldExposeChanges(changed, forAll))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
