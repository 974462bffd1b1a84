import { Readable } from "node:stream";
import ExcelJS from "exceljs";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { printedPages, whyNoLibreOffice } from "../support/libreoffice.ts";
import { onDemonstration } from "./demonstration.ts";
import { computeReport, signIn } from "./staff.ts";

const whyNoPages = whyNoLibreOffice();
if (whyNoPages) console.log(`Skipped: ${whyNoPages}.`);

onDemonstration("the workbook of the demonstration", (demonstration) => {
  let staff: Page;

  beforeAll(async () => {
    staff = await demonstration.newPage({ locale: "lt-LT" });
    await signIn(staff, demonstration.origin, demonstration.signInOf("analyst"));
  });

  test.each(["lt", "en"] as const)("no cell rests on fewer than 20 respondents (%s)", async (language) => {
    const { workbook } = await computeReport(staff.request, demonstration.origin, "demo", language);
    const counts = await countsIn(workbook);
    expect(counts.length).toBeGreaterThan(100);
    expect(counts.filter((count) => count < 20)).toEqual([]);
  });

  test.skipIf(whyNoPages !== undefined)(
    "opens in LibreOffice, and every page says that the data are synthetic",
    async () => {
      const { workbook } = await computeReport(staff.request, demonstration.origin, "demo", "lt");
      const pages = printedPages(workbook);
      expect(pages.length).toBeGreaterThan(8);
      expect(pages.filter((page) => !/sintetini/i.test(page))).toEqual([]);
      expect(pages.join()).not.toMatch(/#(REF|NAME|VALUE|DIV)/);
    },
  );
});

/** Every number below a heading "n" on any sheet. */
async function countsIn(workbook: Uint8Array): Promise<number[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.read(Readable.from([workbook]));
  return book.worksheets.flatMap((sheet) => {
    const columns = new Set<number>();
    const counts: number[] = [];
    sheet.eachRow((row) =>
      row.eachCell((cell, column) => {
        if (/^n$/i.test(String(cell.value))) columns.add(column);
        else if (columns.has(column) && typeof cell.value === "number") counts.push(cell.value);
      }),
    );
    return counts;
  });
}
