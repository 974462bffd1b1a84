import { describe, expect, test } from "vitest";
import { MarginsError } from "./margins-problem.ts";
import { readMargins } from "./read-margins.ts";

type Row = Record<string, string>;

const aRow = (cell: string, count: number | string, more: Row = {}): Row => ({
  margin: cell
    .split(/[=;]/)
    .filter((_, i) => i % 2 === 0)
    .join("-by-"),
  cell,
  count: String(count),
  reference_date: "2026-01-01",
  ages: "18+",
  eu_citizens: "out",
  residence: "permit",
  definition: "permits",
  source: "register",
  confidence: "official",
  ...more,
});
const total = (count: number) => aRow("", count, { margin: "total" });

const population = { minimumAge: 18, euCitizens: "out", residence: "permit" } as const;
const codes = { sex: ["female", "male"], citizenship: ["blr", "ukr"] };
const read = (rows: Row[], allowDemonstration = false) =>
  readMargins(rows, { population, allowDemonstration, codes });

const sexes = [aRow("sex=female", 60), aRow("sex=male", 40)];

describe("a margins file", () => {
  test("is scaled to the declared total and says what was scaled away", () => {
    const margins = read([total(110), ...sexes]);
    expect(margins.total).toBe(110);
    expect(margins.margins[0]?.cells.map(({ codes: code, count }) => [code.join(), count])).toEqual([
      ["female", expect.closeTo(66, 9)],
      ["male", expect.closeTo(44, 9)],
    ]);
    expect(margins.margins[0]?.gap).toBeCloseTo(-1 / 11, 12);
    expect(margins.notes.map(({ en }) => en)).toEqual([
      'The margin "sex" counts 100 people, −9.1 % from the total of 110; it was scaled to the total.',
    ]);
  });

  test("weighs no organisations, for margins count people", () => {
    const options = { population: { unit: "organisation" }, allowDemonstration: false } as const;
    expect(() => readMargins([total(60)], options)).toThrow(
      "The instrument asks organisations, and margins count people. Give the wave no margins; every organisation then counts once.",
    );
  });

  test("more than 10 % from the total is scaled only after somebody confirmed it in the file", () => {
    expect(() => read([total(200), ...sexes])).toThrow(
      'Line 3 of the margins: The margin "sex" counts 100 people, −50.0 % from the total of 200. Margins may differ by at most 10 %: correct it, or write yes in a column gap_confirmed if it is to be scaled all the same.',
    );
    const confirmed = sexes.map((row) => ({ ...row, gap_confirmed: "yes" }));
    expect(read([total(200), ...confirmed]).margins[0]?.gap).toBeCloseTo(-0.5, 12);
  });

  test("without a declared total the first margin stands for it, and that is said", () => {
    expect(read(sexes)).toMatchObject({
      total: 100,
      demonstration: false,
      notes: [{ en: expect.stringMatching(/No total is declared/) }],
    });
  });

  test("may cross dimensions, in any order of writing", () => {
    const margin = "citizenship-by-sex";
    const margins = read([
      aRow("citizenship=ukr;sex=female", 5, { margin }),
      aRow("sex=male;citizenship=ukr", 4, { margin }),
    ]);
    expect(margins.margins[0]).toMatchObject({
      dimensions: ["citizenship", "sex"],
      cells: [{ codes: ["ukr", "female"] }, { codes: ["ukr", "male"] }],
    });
  });

  test("converts another universe by a stated factor, and prints it", () => {
    const converted = sexes.map((row) => ({ ...row, ages: "all", universe_factor: "0.8" }));
    expect(read(converted)).toMatchObject({
      total: 80,
      margins: [{ factors: [0.8] }],
      notes: expect.arrayContaining([
        expect.objectContaining({ en: "Counts of another universe were multiplied by 0.8 (lines 2, 3)." }),
      ]),
    });
  });

  test("margins of different days are noted", () => {
    const older = [aRow("citizenship=ukr", 100, { reference_date: "2025-07-01" })];
    expect(read([...sexes, ...older]).notes.map(({ en }) => en)).toContain(
      "The margins are of different days: 2025-07-01, 2026-01-01.",
    );
  });

  test("counts from memory or invented serve demonstrations only", () => {
    const invented = sexes.map((row) => ({ ...row, confidence: "invented" }));
    expect(read(invented, true).demonstration).toBe(true);
    expect(() => read(invented)).toThrow(/Line 2 .* serves demonstrations only\. Replace the count/);
  });

  test("a refusal names the line in the file where the reader of the file knows it", () => {
    const rows = [...sexes, aRow("citizenship=ukr", 0)];
    expect(() =>
      readMargins(rows, { population, allowDemonstration: false, codes, lines: [2, 5, 9] }),
    ).toThrow(/^Line 9 /);
  });
});

describe("a margins file that cannot be used is refused by line, with the remedy", () => {
  const refusals: [string, Row[], RegExp][] = [
    ["count of zero", [aRow("sex=female", 0)], /Line 2 .* whole numbers above zero.*merge/],
    ["negative count", [...sexes, aRow("citizenship=ukr", -3)], /Line 4 .* "-3"/],
    ["part of a person", [aRow("sex=female", "1.5")], /Line 2/],
    ["a category nobody can have", [aRow("sex=none", 5)], /Line 2 .*sex=none.*no such code/],
    ["a dimension that is no role", [aRow("height=tall", 5)], /Line 2 .*"height".*Use one of municipality/],
    [
      "other ages",
      [aRow("sex=female", 5, { ages: "15+" })],
      /Line 2 .*ages "15\+" instead of "18\+".*universe_factor/,
    ],
    [
      "EU citizens counted in",
      [aRow("sex=female", 5, { eu_citizens: "in" })],
      /eu_citizens "in" instead of "out"/,
    ],
    [
      "another residence rule",
      [aRow("sex=female", 5, { residence: "declared" })],
      /residence "declared" instead of "permit"/,
    ],
    [
      "a factor that is no number",
      [aRow("sex=female", 5, { universe_factor: "half" })],
      /Line 2 .*universe factor "half"/,
    ],
    [
      "an unknown confidence",
      [aRow("sex=female", 5, { confidence: "sure" })],
      /Line 2 .*"sure".*Use one of official/,
    ],
    ["the same category twice", [...sexes, aRow("sex=male", 1)], /Line 4 .*sex=male again; line 3/],
    [
      "two days in one margin",
      [aRow("sex=female", 5), aRow("sex=male", 5, { reference_date: "2025-01-01" })],
      /Line 3 .*is of 2025-01-01, but line 2/,
    ],
    [
      "a day that does not exist",
      [aRow("sex=female", 5, { reference_date: "2026-02-30" })],
      /Line 2 .*"2026-02-30".*YYYY-MM-DD/,
    ],
    [
      "other dimensions in one margin",
      [aRow("sex=female", 5), aRow("citizenship=ukr", 5, { margin: "sex" })],
      /Line 3 .*crosses citizenship/,
    ],
    [
      "two margins of the same categories",
      [...sexes, aRow("sex=male", 5, { margin: "again" })],
      /"sex" \(line 2\) and "again" \(line 4\)/,
    ],
    ["two totals", [total(5), total(6), ...sexes], /Line 3 .*second total; line 2/],
    [
      "a total with a cell",
      [aRow("sex=female", 5, { margin: "total" })],
      /Line 2 .*declares the total but names the cell/,
    ],
    ["a cell without a code", [aRow("sex", 5)], /Line 2 .*dimension=code/],
    ["one dimension twice in a cell", [aRow("sex=female;sex=male", 5)], /Line 2 .*names sex twice/],
    ["no margin at all", [total(5)], /counts nobody/],
    ["a row without a margin", [aRow("sex=female", 5, { margin: "" })], /Line 2 .*names no margin/],
  ];
  test.each(refusals)("%s", (_name, rows, expected) => {
    expect(() => read(rows)).toThrow(MarginsError);
    expect(() => read(rows)).toThrow(expected);
  });

  test("everything at once, in both languages of staff and in the order of the file", () => {
    const rows = [
      aRow("sex=female", "28 793 (?)", { confidence: "sure" }),
      aRow("citizenship=atl", 5, { reference_date: "2026-02-30" }),
      aRow("sex=male", 40),
      aRow("sex=male", 41),
      total(5),
      total(6),
    ];
    let refused: unknown;
    try {
      read(rows);
    } catch (error) {
      refused = error;
    }
    const { problems, message } = refused as MarginsError;
    expect(problems.map(({ line }) => line)).toEqual([2, 2, 3, 3, 5, 7]);
    expect(message.split("\n")).toHaveLength(6);
    for (const { sentence } of problems) {
      expect(sentence.lt).not.toBe(sentence.en);
      expect(sentence.lt).toMatch(/[ąčęėįšųūž]/i);
    }
  });

  test("a column that is not there", () => {
    const { residence: _, ...short } = aRow("sex=female", 5);
    expect(() => read([short])).toThrow(/no column "residence"/);
  });
});
