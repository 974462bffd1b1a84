import { exampleManifest, exampleRelease } from "@tiltas/analysis/release";
import { writeReleaseWorkbook } from "@tiltas/analysis/workbook";
import { expect, test } from "vitest";
import { printedPages, whyNoLibreOffice } from "../support/libreoffice.ts";

const whyNoPages = whyNoLibreOffice();
if (whyNoPages) console.log(`Skipped: ${whyNoPages}.`);

test.skipIf(whyNoPages !== undefined).each([
  ["lt", /sintetini/i],
  ["en", /synthetic/i],
] as const)(
  "the workbook opens in LibreOffice, and every printed page says that the data are synthetic (%s)",
  async (language, synthetic) => {
    const workbook = await writeReleaseWorkbook({
      release: exampleRelease(),
      previousReleases: [exampleRelease("ministry", "spring")],
      manifest: exampleManifest(),
      language,
    });
    const pages = printedPages(workbook);
    expect(pages.length).toBeGreaterThan(30);
    expect(pages.filter((page) => !synthetic.test(page))).toEqual([]);
    expect(pages.join()).not.toMatch(/#(REF|NAME|VALUE|DIV)/);
  },
);
