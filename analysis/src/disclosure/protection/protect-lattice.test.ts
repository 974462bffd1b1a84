import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type MadeCell, type MadeTable, madeMeasure, madeTables } from "../example-tables.ts";
import { type MaskCache, readPolicies, releaseEach, releaseTables, SumsError } from "../index.ts";

const policies = readPolicies(
  JSON.parse(readFileSync(new URL("../../../../analysis/plan/policies.json", import.meta.url), "utf8")),
);
const ministry = [...policies.values()].find(({ id }) => id === "ministry");
if (!ministry) throw new RangeError("ministry");

const places = ["1", "2", "3", "4", "5", "6"].map((code) => [code]);
/** Country, groups and municipalities; `more` cells a measure. */
function placesOf(counts: readonly (number | MadeCell)[]): MadeTable[] {
  const size = (cell: number | MadeCell | undefined) =>
    typeof cell === "number" ? cell : (cell?.respondents ?? 0);
  const east = counts.slice(0, 3).reduce<number>((sum, cell) => sum + size(cell), 0);
  const west = counts.slice(3).reduce<number>((sum, cell) => sum + size(cell), 0);
  return [
    { crossing: [], domains: [[]], cells: [[east + west]] },
    { crossing: ["municipality-group"], domains: [["east"], ["west"]], cells: [[east, west]] },
    { crossing: ["municipality"], domains: places, cells: [counts] },
  ];
}

const statesOf = async (
  counts: readonly number[],
  ladder: { municipality: string; respondents: number }[] = [],
) => {
  const working = madeTables([madeMeasure("tst.01")], placesOf(counts), {
    ladder: ladder.map((rung) => ({ ...rung, group: "west", stands: "group" })),
  });
  const { crossings, tally } = await releaseTables(working, ministry);
  return { states: crossings[2]?.cells[0]?.map(({ state }) => state), crossings, tally };
};

describe("municipalities of a group", () => {
  test("one of four people takes another with it, so that the group may stay", async () => {
    const { states, crossings, tally } = await statesOf([4, 100, 97, 50, 60, 90]);
    expect(states?.slice(0, 3).filter((state) => state === "protected")).toHaveLength(2);
    expect(states?.slice(3)).toEqual(["published", "published", "published"]);
    expect(crossings[1]?.cells[0]?.map(({ state }) => state)).toEqual(["published", "published"]);
    expect(tally).toMatchObject({ primary: 1, complementary: 1, implied: 0 });
  });

  test("one too imprecise to be shown is hidden with it before one that would be shown", async () => {
    const { states, tally } = await statesOf([4, 100, 15, 50, 60, 90]);
    expect(states?.slice(0, 3)).toEqual(["protected", "published", "protected"]);
    expect(tally).toMatchObject({ complementary: 0, complementaryUnshown: 1 });
  });

  test("too few to be precise, but enough to be safe, need nobody beside them", async () => {
    const { states } = await statesOf([12, 100, 97, 50, 60, 90]);
    expect(states?.slice(0, 3)).toEqual(["too-few", "published", "published"]);
  });

  test("those that do not stand alone shelter it, and it them, without a figure lost", async () => {
    const { states, tally } = await statesOf(
      [90, 100, 97, 4, 60, 30],
      [{ municipality: "6", respondents: 30 }],
    );
    expect(states?.slice(3)).toEqual(["protected", "published", "not-shown-here"]);
    expect(tally).toMatchObject({ complementary: 0, complementaryUnshown: 0 });
  });

  test("the only one that does not stand alone would follow from its group, so another joins it", async () => {
    const { states } = await statesOf([90, 100, 97, 70, 60, 7], [{ municipality: "6", respondents: 7 }]);
    expect(states?.slice(3).filter((state) => state === "protected")).toHaveLength(1);
  });
});

test("a group without figures of its own is not found by taking the others from the country", async () => {
  const tables: MadeTable[] = [
    { crossing: [], domains: [[]], cells: [[400]] },
    { crossing: ["municipality-group"], domains: [["east"], ["west"]], cells: [[320, null]] },
    { crossing: ["sex"], domains: [["women"], ["men"]], cells: [[200, 200]] },
    {
      crossing: ["municipality-group", "sex"],
      domains: [
        ["east", "women"],
        ["east", "men"],
        ["west", "women"],
        ["west", "men"],
      ],
      cells: [[123, 197, null, null]],
    },
  ];
  const { crossings } = await releaseTables(madeTables([madeMeasure("tst.01")], tables), ministry);
  const states = crossings.map(({ cells }) => cells[0]?.map(({ state }) => state));
  expect(states[1]).toEqual(["published", "not-shown-here"]);
  expect(states[3]?.slice(0, 2)).toEqual(["protected", "protected"]);
});

test("three men of a municipality that two waves speak for are not found by taking its women from it", async () => {
  const tables: MadeTable[] = [
    { crossing: [], domains: [[]], cells: [[400]] },
    { crossing: ["municipality"], domains: [["6"]], cells: [[60]] },
    {
      crossing: ["municipality", "sex"],
      domains: [
        ["6", "women"],
        ["6", "men"],
      ],
      cells: [[57, 3]],
    },
  ];
  const ladder = [{ municipality: "6", group: "west", stands: "pooled" as const, respondents: 30 }];
  const working = madeTables([madeMeasure("tst.01")], tables, { ladder });
  const { crossings } = await releaseTables(working, ministry);
  const [place, bySex] = crossings.slice(1).map(({ cells }) => cells[0]?.map(({ state }) => state));
  expect(bySex?.[1]).toBe("protected");
  expect([...(place ?? []), bySex?.[0]].filter((state) => state === "published")).toHaveLength(1);
});

describe("a sensitive trait that nobody in a municipality has", () => {
  const trait = { sensitive: true };
  const cellsWith = (numerators: readonly number[]) =>
    placesOf(numerators.map((numerator) => ({ respondents: 30, numerator }))).map((table) => ({
      ...table,
      cells: [
        table.cells[0]!.map((cell) =>
          typeof cell === "number"
            ? {
                respondents: cell,
                numerator: Math.round((cell / 180) * numerators.reduce((a, b) => a + b, 0)),
              }
            : cell,
        ),
        table.cells[0]!.map((cell) => (typeof cell === "number" ? cell : (cell?.respondents ?? 0))),
      ],
    }));
  const measures = [madeMeasure("tst.01", trait), madeMeasure("tst.02")];

  test("is hidden with another, in its own measure alone", async () => {
    const { crossings } = await releaseTables(madeTables(measures, cellsWith([0, 9, 3, 3, 3, 6])), ministry);
    const [own, other] = crossings[2]!.cells.map((row) => row.map(({ state }) => state));
    expect(own?.[0]).toBe("protected");
    expect(own?.filter((state) => state === "protected")).toHaveLength(2);
    expect(other).not.toContain("protected");
  });
});

test("a wider circle is shown nothing that a narrower one may not see", async () => {
  const working = madeTables([madeMeasure("tst.01")], placesOf([4, 40, 41, 8, 60, 90]));
  const [narrow, wide] = await releaseEach(working, policies.values());
  const hidden = (release: typeof narrow) =>
    release?.crossings[2]?.cells[0]?.flatMap(({ state }, place) => (state === "protected" ? [place] : [])) ??
    [];
  expect(hidden(wide)).toEqual(expect.arrayContaining(hidden(narrow)));
  expect(hidden(wide).length).toBeGreaterThan(hidden(narrow).length);
});

test("masks that are kept are found again by what they follow from, without a programme solved", async () => {
  const kept = new Map<string, string>();
  const cache: MaskCache = {
    get: (digest) => kept.get(digest),
    set: (digest, masks) => kept.set(digest, masks),
  };
  const working = madeTables([madeMeasure("tst.01")], placesOf([4, 100, 97, 50, 60, 90]));
  const first = await releaseTables(working, ministry, { cache });
  const again = await releaseTables(working, ministry, { cache });
  expect(again.crossings).toEqual(first.crossings);
  expect([first.tally.programmes > 0, again.tally.programmes]).toEqual([true, 0]);
  expect(JSON.stringify([...kept.values()])).not.toMatch(/\d\.\d/);
  await releaseTables(madeTables([madeMeasure("tst.01")], placesOf([3, 100, 97, 50, 60, 90])), ministry, {
    cache,
  });
  expect(kept.size).toBe(2);
});

test("cells that count more people than the cell above them are refused", async () => {
  const [, groups, municipalities] = placesOf([40, 100, 97, 50, 60, 90]);
  const country = { crossing: [], domains: [[]], cells: [[300]] };
  await expect(
    releaseTables(madeTables([madeMeasure("tst.01")], [country, groups!, municipalities!]), ministry),
  ).rejects.toThrow(SumsError);
});
