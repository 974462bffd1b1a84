import { Readable } from "node:stream";
import ExcelJS from "exceljs";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { agree, answerEverything, chooseFirst, proceed, watch } from "./answering.ts";
import { onDemonstration } from "./demonstration.ts";
import { computeFigures, releasedWorkbook, responseCount, signIn } from "./staff.ts";

onDemonstration("an answer given on a phone reaches the ministry's workbook", (demonstration) => {
  const phone = { viewport: { width: 360, height: 740 }, locale: "uk-UA", timezoneId: "Europe/Vilnius" };

  test("answered in Ukrainian, counted on the wave page, inside the workbook, and gone from the phone", async () => {
    const { origin } = demonstration;
    const staff = await demonstration.newPage({ locale: "en-GB" });
    await signIn(staff, origin, demonstration.signInOf("analyst"));
    const before = await responseCount(staff, origin, "demo");

    const page = await demonstration.newPage(phone);
    const seen = watch(page, origin);
    await page.goto(`${origin}/w/demo?lang=uk&channel=journey`);
    expect(await page.locator("html").getAttribute("lang")).toBe("uk");
    await agree(page);
    const pages = await answerEverything(page);
    expect(pages.length).toBeGreaterThan(15);
    const code = page.getByTestId("receipt-code");
    await code.waitFor();
    expect((await code.textContent())?.replace(/\s/g, "-")).toMatch(/^[A-Z2-7]{4}(-[A-Z2-7]{4}){3}$/);

    expect(await whatIsLeft(page)).toMatchObject({ databases: [], local: 0, session: 0 });
    await page.locator(".what-is-left .secondary").click();
    await page.locator(".what-is-left .secondary").waitFor({ state: "detached" });
    expect(await whatIsLeft(page)).toEqual({ databases: [], local: 0, session: 0, caches: [] });
    expect(seen).toEqual({ foreignRequests: [], complaints: [] });

    expect(await responseCount(staff, origin, "demo")).toBe(before + 1);
    const figures = await computeFigures(staff.request, origin, "demo");
    expect(figures.respondents).toBe(before + 1);

    const book = new ExcelJS.Workbook();
    await book.xlsx.read(Readable.from([await releasedWorkbook(staff.request, origin, figures.id, "lt")]));
    const counts = countsIn(book);
    expect(counts.length).toBeGreaterThan(100);
    expect(counts.filter((count) => count < 20)).toEqual([]);
  }, 600_000);

  test("nothing on a phone screen is wider than the phone", async () => {
    const { origin } = demonstration;
    const page = await demonstration.newPage(phone);
    await page.goto(`${origin}/w/demo?lang=uk`);
    const tooWide = (await overflow(page)) > 0 ? ["notice"] : [];
    await agree(page);
    const main = page.locator('[data-screen="interview"]');
    for (let screens = 0; screens < 100 && (await main.isVisible()); screens++) {
      const name = await main.getAttribute("data-page");
      if ((await overflow(page)) > 0) tooWide.push(name ?? "");
      await chooseFirst(page);
      await proceed(page);
    }
    await page.getByTestId("receipt-code").waitFor();
    if ((await overflow(page)) > 0) tooWide.push("receipt");
    expect(tooWide).toEqual([]);
  });
});

/** Everything a page can leave on a device. */
function whatIsLeft(page: Page) {
  return page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    local: localStorage.length,
    session: sessionStorage.length,
    caches: await caches.keys(),
  }));
}

/** By how many pixels the page is wider than its window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Every number below a heading "n" on any sheet. */
function countsIn(book: ExcelJS.Workbook): number[] {
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
