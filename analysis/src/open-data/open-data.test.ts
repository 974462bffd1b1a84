import { expect, test } from "vitest";
import { exampleManifest, exampleRelease } from "../release/index.ts";
import { csvText, lithuanianCsv, plainCsv } from "./csv.ts";
import { OpenDataError, openData } from "./index.ts";

const release = exampleRelease("public");
const files = openData(release, exampleManifest());
const text = (path: string): string => new TextDecoder("utf-8", { ignoreBOM: true }).decode(files.get(path));
const lines = (path: string): string[] => text(path).trimEnd().split("\r\n");

test("the package holds the figures twice, for programs and for Lithuanian Excel, and says what they are", () => {
  expect([...files.keys()]).toEqual([
    "data.csv",
    "data-lt.csv",
    "comparisons.csv",
    "indicators.csv",
    "domains.csv",
    "datapackage.json",
    "README.md",
  ]);
  expect(lines("data.csv").length).toBe(lines("data-lt.csv").length);
  expect(text("data-lt.csv").startsWith("\ufeff")).toBe(true);
  expect(lines("data-lt.csv")[1]).toMatch(/;"published";0,46;/);
  expect(lines("data.csv")[1]).toMatch(/,"published",0\.46,/);
});

test("every figure of the release stands in it once, and nothing of a hidden one", () => {
  const shown = release.crossings.flatMap(({ cells }) =>
    cells.flat().filter(({ state }) => state === "published" || state === "few-observations"),
  );
  const rows = lines("data.csv").slice(1);
  expect(rows.filter((row) => /"(published|few-observations)"/.test(row))).toHaveLength(shown.length);
  const hidden = rows.filter((row) => /"(too-few|protected|not-estimable)"/.test(row));
  expect(hidden.length).toBeGreaterThan(0);
  expect(hidden.every((row) => row.endsWith(",,,,,,,,,"))).toBe(true);
});

test("the package says what its intervals mean, whom the sample did not reach, and from where on figures are shown", () => {
  const { interval, unreached } = release.sampling;
  for (const language of ["lt", "en"]) {
    expect(text("README.md")).toContain(interval[language]);
    expect(text("README.md")).toContain(unreached[language]);
  }
  expect(text("README.md")).toContain("told in steps of 5");
  expect(JSON.parse(text("datapackage.json"))).toMatchObject({
    sampling: { probability: true, interval },
    thresholds: { showFrom: 20, countsIn: 5 },
  });
});

test("what the ministry alone may see is refused", () => {
  expect(() => openData(exampleRelease("ministry"), exampleManifest())).toThrow(OpenDataError);
});

test("the description names every column of every table with its type", () => {
  const { resources } = JSON.parse(text("datapackage.json"));
  for (const { path, schema, dialect } of resources) {
    const head = lines(path)[0]?.replace("\ufeff", "").split(dialect.delimiter);
    expect(schema.fields.map(({ name }: { name: string }) => `"${name}"`)).toEqual(head);
  }
});

test.each(["=1+1", "+370", "-x", "@sum", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x"])(
  "the text %j stays text in any spreadsheet (I13)",
  (value) => {
    for (const form of [plainCsv, lithuanianCsv])
      expect(csvText([[value]], form).replace("\ufeff", "")).toBe(`"'${value}"\r\n`);
  },
);

test("a negative number stays a number", () => {
  expect(csvText([[-1.5, null, 'a "b"']], lithuanianCsv)).toBe('\ufeff-1,5;;"a ""b"""\r\n');
});
