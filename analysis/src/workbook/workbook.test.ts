import ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { outOfOrder } from "../charts/element-order.ts";
import { exampleManifest, exampleRelease, isShown, type ReleaseFile, readingOf } from "../release/index.ts";
import { writeReleaseWorkbook } from "./index.ts";

const release = exampleRelease();
const spring = exampleRelease("ministry", "spring");

const write = (language: "lt" | "en", over: Partial<ReleaseFile> = {}) =>
  writeReleaseWorkbook({
    release: { ...release, ...over },
    previousReleases: [spring],
    manifest: exampleManifest(),
    language,
  });

const partsOf = (workbook: Uint8Array): Map<string, string> =>
  new Map(Object.entries(unzipSync(workbook)).map(([name, bytes]) => [name, strFromU8(bytes)]));

async function opened(workbook: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(workbook).buffer);
  return book;
}

/** Rows of a sheet from a table's head on, by the words of the head. */
function rowsUnder(book: ExcelJS.Workbook, name: string, first: string): Record<string, unknown>[] {
  const sheet = book.getWorksheet(name);
  const rows: Record<string, unknown>[] = [];
  let head: string[] | undefined;
  sheet?.eachRow((row) => {
    const values = (Array.isArray(row.values) ? row.values.slice(1) : []).map((value) => value ?? "");
    if (head) rows.push(Object.fromEntries(head.map((word, i) => [word, values[i] ?? ""])));
    else if (values[0] === first) head = values.map(String);
  });
  return rows;
}

const bytes: Record<"lt" | "en", Uint8Array> = { lt: new Uint8Array(), en: new Uint8Array() };
let book: ExcelJS.Workbook;
let parts: Map<string, string>;

beforeAll(async () => {
  bytes.lt = await write("lt");
  bytes.en = await write("en");
  book = await opened(bytes.en);
  parts = partsOf(bytes.en);
});

test("a release becomes a cover, a way in, a summary, a sheet per domain of life and place, and what lies behind", () => {
  expect(book.worksheets.map(({ name }) => name)).toEqual([
    "Cover",
    "How to read",
    "Contents",
    "Summary",
    "All indicators",
    "Municipal services",
    "Municipal services, charts",
    "Health",
    "Health, charts",
    "Integration index",
    "Integration index, charts",
    "Belonging and plans",
    "Belonging and plans, charts",
    "Arrival and reception",
    "Arrival and reception, charts",
    "Groups, charts",
    "Municipalities, charts",
    "Trends",
    "Trends, charts",
    "Comparisons",
    "Cannot be told apart",
    "Capital area",
    "South",
    "Coast",
    "Vilnius City",
    "Vilnius District",
    "Alytus City",
    "Klaipėda City",
    "Applicants for asylum",
    "Data",
    "Other sources say",
    "Weights",
    "Other weights",
    "Response quality",
    "Method",
    "Codebook",
    "Questions and answers",
    "Legend",
    "Provenance",
    "Chart data",
  ]);
});

describe("every figure of the workbook is the release’s", () => {
  test("on the sheet of all data, each once, and no other", () => {
    const rows = rowsUnder(book, "Data", "Id");
    const reading = readingOf(release);
    const told = release.measures.flatMap(({ indicator, part }, m) =>
      release.crossings.flatMap(({ crossing, domains }) =>
        domains.flatMap((domain) => {
          const cell = reading.cell(m, crossing, domain);
          if (!cell || cell.state === "not-shown-here" || cell.state === "left-out") return [];
          const shown = isShown(cell) ? cell : null;
          return [
            [
              indicator,
              part !== null,
              domain.join(" × "),
              shown?.value ?? "",
              shown?.low ?? "",
              shown?.high ?? "",
              shown?.respondents ?? "",
            ],
          ];
        }),
      ),
    );
    expect(
      rows.map((row) => [row.Id, row.Part !== "", row.Code, row.Estimate, row.from, row.to, row.n]),
    ).toEqual(told);
  });

  test("on the sheets of domains, place by place", () => {
    const reading = readingOf(release);
    const rows = rowsUnder(book, "Belonging and plans", "Cut");
    for (const { code, label } of reading.codes("municipality-group")) {
      const row = rows.find((one) => one["Place or group of people"] === label.en);
      const cell = reading.cell(reading.ownMeasure("bel.04"), ["municipality-group"], [code]);
      expect(isShown(cell) && [cell.value, cell.low, cell.high, cell.respondents]).toEqual([
        row?.["bel.04 estimate"],
        row?.["bel.04 from"],
        row?.["bel.04 to"],
        row?.["bel.04 n"],
      ]);
    }
  });

  test("behind the charts: their copies are what the cells hold, and intervals are distances", () => {
    const sheet = book.getWorksheet("Chart data");
    let checked = 0;
    for (const [name, xml] of parts)
      if (name.startsWith("xl/charts/chart"))
        for (const [, column = "", from = "", cache = ""] of xml.matchAll(
          /<c:f>'Chart data'!\$([A-Z]+)\$(\d+)[^<]*<\/c:f><c:numCache>(.*?)<\/c:numCache>/g,
        ))
          for (const [, idx, value] of cache.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)<\/c:v>/g)) {
            expect(sheet?.getCell(`${column}${Number(from) + Number(idx)}`).value).toBe(Number(value));
            checked++;
          }
    expect(checked).toBeGreaterThan(200);
  });
});

test("why a cell holds no figure is said by its mark, and nothing of the figure is left anywhere", () => {
  const secret = 0.123457;
  const crossings = release.crossings.map((crossing) => ({
    ...crossing,
    cells: crossing.cells.map((row) =>
      row.map((cell) => (cell.state === "protected" ? { ...cell, value: secret, respondents: 7 } : cell)),
    ),
  }));
  return write("en", { crossings }).then((workbook) => {
    for (const [, xml] of partsOf(workbook)) expect(xml).not.toContain(String(secret));
    expect(workbook).toEqual(bytes.en);
    const rows = rowsUnder(book, "Health", "Cut");
    // A row without any figure is named under the table.
    expect(rows.map((row) => row["Place or group of people"])).not.toContain("Other countries");
    expect(textsOf(book.getWorksheet("Health")!)).toContain(
      "No figure can be shown of citizenship: Other countries.",
    );
  });
});

test.each([
  ["protected", "··", "hidden to protect people"],
  ["too-few", "·", "too few to be precise"],
] as const)("a figure that is %s has the mark %s and its reason beside it", async (state, mark, reason) => {
  const crossings = release.crossings.map((one) =>
    one.crossing.length === 0 ? { ...one, cells: one.cells.map(() => [{ state }]) } : one,
  );
  const rows = rowsUnder(await opened(await write("en", { crossings })), "All indicators", "Domain of life");
  expect(rows[0]).toMatchObject({ Estimate: mark, n: "", Note: reason });
});

test("the method says which crossings are never shown, and why", () => {
  expect(textsOf(book.getWorksheet("Method")!)).toContain(
    "Never crossed: Municipality × Citizenship. Too few people: cells could be traced to one person.",
  );
});

test("a municipality without enough answers has no sheet: the contents lead to its group", () => {
  const rows = rowsUnder(book, "Contents", "Municipality");
  expect(rows.find((row) => row.Municipality === "Neringa")?.Where).toBe("through its group, Coast");
  const xml = parts.get("xl/worksheets/sheet3.xml") ?? "";
  expect(xml).toContain('location="\'Coast\'!A1" display="Neringa"');
});

test("people outside the population have a sheet that says so, beside the country and without change", () => {
  const sheet = book.getWorksheet("Applicants for asylum");
  const texts: string[] = [];
  sheet?.eachRow((row) => row.eachCell((cell) => texts.push(cell.text)));
  expect(texts.join()).toMatch(/not part of the population.*not weighted/);
  expect(texts).toContain("61");
  expect(texts.filter((text) => /change|wave before/i.test(text))).toEqual([]);
});

test("links and tables lead to sheets that exist, and no part of the workbook leads out of it (I14)", () => {
  const names = new Set(book.worksheets.map(({ name }) => name));
  for (const [name, xml] of parts) {
    if (name.endsWith(".rels")) expect(xml).not.toContain("TargetMode");
    for (const [, target = ""] of xml.matchAll(/location="'([^']*)'!A1"/g)) expect(names).toContain(target);
    expect(xml).not.toMatch(/<f[ >]|ddeLink|externalReference/);
  }
  expect([...parts.keys()].filter((name) => name.includes("externalLinks"))).toEqual([]);
});

test("every part keeps the order of the schemas", () => {
  const known =
    /^(xl\/(workbook|styles|sharedStrings|worksheets|tables|drawings|charts)|\[Content_Types\]|.*\.rels$)/;
  const others = [...parts.keys()].filter((name) => !known.test(name));
  expect(others.toSorted(), "parts that we do not write: fixed texts of exceljs").toEqual([
    "docProps/app.xml",
    "docProps/core.xml",
    "xl/theme/theme1.xml",
  ]);
  for (const [name, xml] of parts) if (known.test(name)) expect([name, outOfOrder(xml)]).toEqual([name, []]);
});

test("every chart has words for those who cannot see it, and whiskers", () => {
  const drawings = [...parts].filter(([name]) => /drawings\/drawing\d+\.xml$/.test(name));
  const frames = drawings.flatMap(([, xml]) => [...xml.matchAll(/<xdr:cNvPr [^>]*>/g)].map(([tag]) => tag));
  const charts = [...parts].filter(([name]) => /charts\/chart\d+\.xml$/.test(name));
  expect(frames.length).toBe(charts.length);
  expect(frames.every((tag) => /descr="[^"]{20,}"/.test(tag))).toBe(true);
  expect(charts.every(([, xml]) => xml.includes("<c:errBars>"))).toBe(true);
});

test("a sentence over a trend says what the test says, and no more", () => {
  const titles = [...parts].flatMap(([name, xml]) =>
    name.startsWith("xl/charts/") ? [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, title]) => title) : [],
  );
  expect(titles).toContain("Know that there is a coordinator: better than in Spring 2026");
  expect(titles).toContain("Did not get medical care they needed: cannot be told apart from Spring 2026");
});

test("tables have names, distinct heads, and no merged cells in their rows", () => {
  const tables = [...parts].filter(([name]) => name.startsWith("xl/tables/"));
  expect(tables.length).toBeGreaterThan(20);
  const names = tables.map(([, xml]) => / displayName="([^"]*)"/.exec(xml)?.[1]);
  expect(new Set(names).size).toBe(names.length);
  for (const { name, model } of book.worksheets) {
    const merged = (model as unknown as { merges: string[] }).merges ?? [];
    const heads = rowsWithFigures(book, name);
    for (const range of merged) {
      const row = Number(/\d+/.exec(range)?.[0]);
      expect([name, range, heads.has(row)]).toEqual([name, range, false]);
    }
  }
});

/** Rows of a sheet that hold a number. */
function rowsWithFigures(from: ExcelJS.Workbook, name: string): Set<number> {
  const rows = new Set<number>();
  from.getWorksheet(name)?.eachRow((row, number) => {
    row.eachCell(({ value }) => {
      if (typeof value === "number") rows.add(number);
    });
  });
  return rows;
}

test("every sheet is A4 landscape without gridlines, with a print area, and says on each page that data are invented", () => {
  for (const [name, xml] of parts)
    if (name.startsWith("xl/worksheets/sheet")) {
      expect(xml).toContain('showGridLines="0"');
      expect(xml).toMatch(/<pageSetup[^>]*paperSize="9"[^>]*orientation="landscape"/);
      expect(xml).toMatch(/<oddHeader>[^<]*Synthetic data – demonstration/);
      expect(xml).toContain("Page &amp;P of &amp;N");
    }
  const names = parts.get("xl/workbook.xml") ?? "";
  expect(names.match(/_xlnm.Print_Area/g)).toHaveLength(book.worksheets.length);
  expect(names).not.toContain('state="hidden"');
});

test("a sample that nobody drew has ranges, no tests, and says on every sheet whom it did not reach", async () => {
  const unreached = { lt: "Nepasiekti kiti.", en: "It did not reach the others." };
  const interval = { lt: "Ribos pagal modelį", en: "Range under the model" };
  const other = await opened(
    await write("en", {
      wave: { ...release.wave, sample: "open" },
      sampling: { ...release.sampling, probability: false, interval, unreached },
      comparisons: release.comparisons.map((one) => ({ ...one, adjustedP: null, verdict: "tests-off" })),
    }),
  );
  for (const sheet of other.worksheets.filter(({ name }) => name !== "Chart data"))
    expect([
      sheet.name,
      textsOf(sheet).some((text) => /^This sample was not drawn at random.*reach the others/.test(text)),
    ]).toEqual([sheet.name, true]);
  const rows = rowsUnder(other, "Comparisons", "Comparison").filter(({ Comparison }) => Comparison !== "");
  const verdicts = rows.flatMap((row) => (row.Indicator === row.Comparison ? [] : [row.Verdict]));
  expect(new Set(verdicts)).toEqual(new Set(["not tested"]));
  expect(textsOf(other.getWorksheet("Summary")!).join()).toContain("from, to: Range under the model");
});

const textsOf = (sheet: ExcelJS.Worksheet): string[] => {
  const texts: string[] = [];
  sheet.eachRow((row) => {
    row.eachCell(({ value }) => {
      if (typeof value === "string") texts.push(value);
    });
  });
  return texts;
};

test("a difference that is written as zero has no sign, and a small p value is not said to be zero", async () => {
  const reading = readingOf(release);
  const shares = release.comparisons.filter(
    ({ measure }) => reading.indicator(release.measures[measure]?.indicator ?? "")?.unit === "percent",
  );
  const comparisons = shares.map((one) => ({ ...one, difference: -0.0004, adjustedP: 0 }));
  const other = await opened(await write("en", { comparisons }));
  const sheet = other.getWorksheet("Comparisons");
  const formats = new Set<string>();
  sheet?.eachRow((row) => {
    if (row.getCell(4).value === -0.04) formats.add(row.getCell(4).numFmt).add(row.getCell(7).numFmt);
  });
  expect([...formats]).toEqual(['0.0" pp";0.0" pp"', '[<0.0005]"<0.001";0.000']);
});

test("the first wave of a study has no sheets about change", async () => {
  const first = await opened(
    await writeReleaseWorkbook({ release: spring, manifest: exampleManifest("spring"), language: "en" }),
  );
  const names = first.worksheets.map(({ name }) => name);
  expect(names).not.toContain("Trends");
  expect(names).not.toContain("Comparisons");
  expect(textsOf(first.getWorksheet("Summary")!)).not.toContain("Change");
});

test("labels of any kind stay text, and sheets have names that Excel takes (I13)", async () => {
  const label = { en: "=HYPERLINK(\"x\") & _x0041_ [a]/b: 'c' $& $1" };
  const indicators = release.indicators.map((one) => ({ ...one, label, domainLabel: label }));
  const other = await opened(await write("en", { indicators }));
  for (const sheet of ["All indicators", "Data"])
    expect(textsOf(other.getWorksheet(sheet)!).some((text) => text.startsWith(label.en))).toBe(true);
  expect(other.worksheets.every(({ name }) => name.length <= 31 && !/[*?:\\/[\]']/.test(name))).toBe(true);
});

test("the same release gives the same bytes in every time zone", async () => {
  const zone = process.env.TZ;
  try {
    for (const other of ["Pacific/Kiritimati", "America/Los_Angeles"]) {
      process.env.TZ = other;
      expect(await write("lt")).toEqual(bytes.lt);
    }
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});
