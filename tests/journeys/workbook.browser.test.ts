import { Readable } from "node:stream";
import ExcelJS from "exceljs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium, whyNoBrowser } from "../support/chromium.ts";
import { printedPages, whyNoLibreOffice } from "../support/libreoffice.ts";
import { type RunningServer, startServer } from "../support/running-server.ts";
import { signInOf } from "../support/sign-ins.ts";
import { computeReport, signIn } from "./staff.ts";

const why = whyNoBrowser();
const whyNoPages = whyNoLibreOffice();
for (const reason of [why, whyNoPages]) if (reason) console.log(`Skipped: ${reason}.`);

describe.skipIf(why !== undefined)("the workbook of the demonstration", () => {
  let server: RunningServer;
  let browser: Browser;
  let staff: Page;
  let origin: string;

  beforeAll(async () => {
    server = await startServer(["--demo"]);
    origin = `http://localhost:${server.port}`;
    browser = await launchChromium();
    staff = await (await browser.newContext({ locale: "lt-LT" })).newPage();
    await signIn(staff, origin, signInOf("analyst", server.output()));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test.each(["lt", "en"] as const)("no cell rests on fewer than 20 respondents (%s)", async (language) => {
    const { workbook } = await computeReport(staff.request, origin, "demo", language);
    const counts = await countsIn(workbook);
    expect(counts.length).toBeGreaterThan(100);
    expect(counts.filter((count) => count < 20)).toEqual([]);
  });

  test.skipIf(whyNoPages !== undefined)(
    "opens in LibreOffice, and every page says that the data are synthetic",
    async () => {
      const { workbook } = await computeReport(staff.request, origin, "demo", "lt");
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
