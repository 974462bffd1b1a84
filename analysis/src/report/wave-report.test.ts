import ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Table } from "../disclosure/index.ts";
import { type ExampleWave, exampleWave } from "./example-wave.ts";
import { makeWaveReport, type WorkbookContent, writeWorkbook } from "./index.ts";

const respondents = { "13": 120, "19": 60, "21": 7, "27": 30, "29": 45 };

async function parts(wave: ExampleWave): Promise<{ names: string[]; xml: Map<string, string> }> {
  const { workbook } = await makeWaveReport(exampleWave(wave));
  const files = Object.entries(unzipSync(workbook));
  return {
    names: files.map(([name]) => name),
    xml: new Map(files.map(([name, bytes]) => [name, strFromU8(bytes)])),
  };
}

const sheetsOf = ({ xml }: { xml: Map<string, string> }) =>
  [...xml].filter(([name]) => name.startsWith("xl/worksheets/sheet")).map(([, text]) => text);

async function opened(workbook: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(workbook).buffer);
  return book;
}

/** The rows of a sheet as texts and numbers, empty cells left out. */
function rowsOf(book: ExcelJS.Workbook, name: string): unknown[][] {
  const rows: unknown[][] = [];
  book.getWorksheet(name)?.eachRow((row) => {
    const values = Array.isArray(row.values) ? row.values : [];
    rows.push(values.filter((value, i) => value != null && values.indexOf(value) === i));
  });
  return rows;
}

test("a wave becomes a summary, a sheet per domain of life, method and provenance", async () => {
  const report = await makeWaveReport(exampleWave({ respondents, weighted: true }));
  expect(report.respondents).toBe(262);
  const book = await opened(report.workbook);
  expect(book.worksheets.map(({ name }) => name)).toEqual([
    "Summary",
    "Employment",
    "Lithuanian language",
    "Belonging",
    "Indicators",
    "Method",
    "Provenance",
  ]);
  expect(rowsOf(book, "Summary").flat()).toContain("Has a written contract, %");
});

test("every sheet is A4 landscape without gridlines, with a footer, a print area and text, never a formula", async () => {
  const files = await parts({ respondents });
  for (const sheet of sheetsOf(files)) {
    expect(sheet).toContain('showGridLines="0"');
    expect(sheet).toMatch(/<pageSetup[^>]*paperSize="9"[^>]*orientation="landscape"/);
    expect(sheet).toContain("Page &amp;P of &amp;N");
    expect(sheet).not.toMatch(/<f[ >]/);
  }
  const names = files.xml.get("xl/workbook.xml") ?? "";
  expect(names.match(/_xlnm.Print_Area/g)).toHaveLength(7);
  expect(names).toContain("_xlnm.Print_Titles");
});

test("a domain with fewer than 20 respondents is hidden and explained; a second is hidden beside it", async () => {
  const { workbook } = await makeWaveReport(exampleWave({ respondents, weighted: true }));
  const rows = rowsOf(await opened(workbook), "Lithuanian language");
  const row = (place: string) => rows.find(([name]) => name === `Place ${place} Municipality`)?.slice(1);
  expect(row("21")).toEqual(["··"]);
  expect(row("27")).toEqual(["··"]);
  expect(row("29")).toEqual([expect.any(Number), expect.any(Number), expect.any(Number), 45, "*"]);
  expect(rows.flat()).toContainEqual(expect.stringContaining("hidden to protect people: fewer than 20"));
});

test("no number of respondents below 20 stands anywhere among the estimates", async () => {
  const places = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [String(10 + i), (i * 13) % 61]));
  const { workbook } = await makeWaveReport(exampleWave({ respondents: places }));
  const book = await opened(workbook);
  for (const name of ["Employment", "Lithuanian language", "Belonging"]) {
    const sheet = book.getWorksheet(name);
    const head = [...Array(12).keys()].find((row) => sheet?.getCell(row + 1, 3).value === "Estimate") ?? -1;
    const columns = [...Array(30).keys()].filter(
      (column) => sheet?.getCell(head + 1, column + 1).value === "n",
    );
    expect(columns.length).toBeGreaterThan(0);
    for (const column of columns)
      sheet?.getColumn(column + 1).eachCell(({ value }) => {
        if (typeof value === "number") expect(value).toBeGreaterThanOrEqual(20);
      });
  }
});

test("municipalities stand in the order of the Lithuanian alphabet, whatever their codes", async () => {
  const names = [
    "Širvintų",
    "Zarasų",
    "Šiaulių",
    "Skuodo",
    "Žagarės",
    "Ylakių",
    "Jonavos",
    "Ignalinos",
    "Čekiškės",
    "Druskininkų",
  ];
  const municipalities = names.map((name, i) => ({ code: String(10 + i), label: { lt: name, en: name } }));
  const counts = Object.fromEntries(municipalities.map(({ code }) => [code, 25]));
  const { workbook } = await makeWaveReport(
    exampleWave({ respondents: counts, municipalities, language: "lt" }),
  );
  const listed = rowsOf(await opened(workbook), "Darbas")
    .map(([name]) => name)
    .filter((name) => names.includes(String(name)));
  expect(listed).toEqual([
    "Čekiškės",
    "Druskininkų",
    "Ignalinos",
    "Ylakių",
    "Jonavos",
    "Skuodo",
    "Šiaulių",
    "Širvintų",
    "Zarasų",
    "Žagarės",
  ]);
});

test("respondents who named no municipality have a line of their own", async () => {
  const { workbook } = await makeWaveReport(
    exampleWave({ respondents: { "13": 60, "19": 40, "": 22 }, municipalities: placesOf("13", "19") }),
  );
  const rows = rowsOf(await opened(workbook), "Belonging");
  expect(rows.findLast(([name]) => name === "Municipality not stated")?.slice(1)).toContain(22);
});

const placesOf = (...codes: string[]) =>
  codes.map((code) => ({ code, label: { lt: `Vieta ${code}`, en: `Place ${code}` } }));

describe("a wave with fewer than 20 responses", () => {
  test.each([
    ["en", "Fewer than 20 usable responses have arrived"],
    ["lt", "gauta mažiau nei 20 tinkamų atsakymų"],
  ] as const)(
    "becomes a workbook that says so (%s), and shows no number of people",
    async (language, sentence) => {
      const { workbook } = await makeWaveReport(exampleWave({ respondents: { "13": 17 }, language }));
      const book = await opened(workbook);
      expect(book.worksheets).toHaveLength(2);
      expect(rowsOf(book, book.worksheets[0]?.name ?? "").flat()).toContainEqual(
        expect.stringContaining(sentence),
      );
      expect(book.worksheets.flatMap(({ name }) => rowsOf(book, name).flat())).not.toContain("17");
    },
  );

  test("is no error when nobody has answered at all", async () => {
    expect(
      (await makeWaveReport(exampleWave({ respondents: {}, municipalities: placesOf("13"), weighted: true })))
        .respondents,
    ).toBe(0);
  });
});

test("without margins every sheet with numbers says that they are not weighted", async () => {
  const files = await parts({ respondents });
  const strings = files.xml.get("xl/sharedStrings.xml") ?? "";
  expect(strings.match(/Not weighted: no population margins/g)).toHaveLength(1);
  const place = [...strings.matchAll(/<si>.*?<\/si>/gs)].findIndex(([text]) =>
    text.includes("Not weighted:"),
  );
  expect(sheetsOf(files).filter((sheet) => sheet.includes(`t="s"><v>${place}</v>`))).toHaveLength(7);
});

test("invented answers are called so on every sheet and at the head of every printed page", async () => {
  for (const sheet of sheetsOf(await parts({ respondents, synthetic: true, language: "lt" })))
    expect(sheet).toMatch(/<oddHeader>[^<]*Sintetiniai duomenys – demonstracija/);
  for (const sheet of sheetsOf(await parts({ respondents }))) expect(sheet).not.toContain("oddHeader");
});

test("the steps are announced in their order", async () => {
  const steps: string[] = [];
  await makeWaveReport({
    ...exampleWave({ respondents, weighted: true }),
    onProgress: (step) => steps.push(step),
  });
  expect([...new Set(steps)]).toEqual(["reading", "weighting", "estimating", "releasing", "writing"]);
});

test("an indicator the instrument cannot bear out is refused with its place", async () => {
  const input = exampleWave({ respondents });
  const [first] = input.indicators.set.indicators;
  const set = {
    ...input.indicators.set,
    indicators: [{ ...first!, estimand: { type: "mean" as const, variable: "joy" } }],
  };
  await expect(makeWaveReport({ ...input, indicators: { set, digest: "" } })).rejects.toThrow(
    'indicators[0].estimand.variable: The instrument has no variable "joy"',
  );
});

test("a domain of life may be called anything: the sheet's name is what Excel takes", async () => {
  const input = exampleWave({ respondents });
  const label = { en: "Children's [school] / kindergarten: places, and support" };
  const domains = input.indicators.set.domains.map((domain) => ({ ...domain, label }));
  const { workbook } = await makeWaveReport({
    ...input,
    indicators: { set: { ...input.indicators.set, domains }, digest: "" },
  });
  const book = await opened(workbook);
  const names = book.worksheets.map(({ name }) => name).slice(1, 4);
  expect(names[0]).toBe("Children’s  school    kindergar");
  expect(new Set(names).size).toBe(3);
  expect(names.every((name) => name.length <= 31)).toBe(true);
  expect(book.worksheets[1]?.pageSetup.printArea).toMatch(/^\$?A\$?1:/);
});

test("titles of any kind stay text", async () => {
  const input = exampleWave({ respondents });
  const title = '=HYPERLINK("x") & _x0041_ \u0007ž';
  const { workbook } = await makeWaveReport({ ...input, study: { title: { en: title } } });
  const book = await opened(workbook);
  expect(rowsOf(book, "Summary").flat()).toContain('=HYPERLINK("x") & _x0041_ ž');
});

test("a table that was not released does not enter the workbook writer", () => {
  const table: Table = { columns: [], total: [], rows: [] };
  const write = (content: WorkbookContent, results: NonNullable<WorkbookContent["results"]>) =>
    // @ts-expect-error only `release` makes tables that may be written
    writeWorkbook({ ...content, results: { ...results, table } });
  expect(write).toBeTypeOf("function");
});
