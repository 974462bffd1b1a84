import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prepareApplications } from "../../server/src/pages/prepare.ts";
import { launchChromium, whyNoBrowser } from "../support/chromium.ts";
import { furnish, officeOrigin } from "./release-office.ts";
import type { Scene } from "./release-papers.ts";

const why = whyNoBrowser();
if (why) console.log(`Skipped "pages of figures": ${why}.`);

const cut = "wave=autumn&measure=hou.01";
const places: readonly (readonly [string, Scene])[] = [
  [`explore?${cut}&by=municipality&picture=map`, "full"],
  [`explore?${cut}&by=municipality-group,sex&picture=intervals`, "full"],
  [`explore?${cut}&by=municipality-group&picture=trend`, "full"],
  [`explore?${cut}&by=municipality&picture=compare&one=13&other=21`, "full"],
  ["release?wave=autumn", "ready"],
  ["release?wave=autumn", "second"],
  ["release?wave=autumn", "running"],
  ["weigh?wave=autumn", "full"],
  ["weigh/plan?wave=autumn", "full"],
  ["quality?wave=autumn", "full"],
  ["microdata?wave=autumn", "full"],
  ["explore?wave=autumn", "empty"],
  ["release?wave=autumn", "empty"],
  ["weigh?wave=autumn", "empty"],
  ["weigh/plan?wave=autumn", "empty"],
  ["quality?wave=autumn", "empty"],
  ["microdata?wave=autumn", "empty"],
];
const looks = [
  ["lt-LT", "light", { width: 360, height: 740 }],
  ["en-GB", "dark", { width: 1280, height: 800 }],
] as const;
/** A sample in everyday runs: each place in one look, in turns. */
const cases = places.flatMap(([place, scene], i) =>
  looks
    .filter((_, look) => process.env.TILTAS_FULL || look === i % looks.length)
    .map((look) => [place, scene, ...look] as const),
);

describe.skipIf(why !== undefined)("pages of figures", () => {
  let browser: Browser;
  beforeAll(async () => {
    await prepareApplications();
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test("what tests look at is what people are served: built for production", () => {
    const assets = fileURLToPath(new URL("../../packages/console/dist/assets", import.meta.url));
    const page = readFileSync(join(assets, "../index.html"), "utf8");
    const scripts = readdirSync(assets).filter((name) => name.endsWith(".js") && page.includes(name));
    expect(scripts).not.toEqual([]);
    for (const name of scripts)
      expect(readFileSync(join(assets, name), "utf8")).not.toContain("React DevTools");
  });

  test.each(cases)(
    "%s (%s) in %s, %s: axe has nothing to object to, and nothing is too wide",
    async (place, scene, locale, colorScheme, viewport) => {
      const context = await browser.newContext({ locale, colorScheme, viewport, reducedMotion: "reduce" });
      const page = await context.newPage();
      const blocked: string[] = [];
      page.on("console", (message) => message.type() === "error" && blocked.push(message.text()));
      page.on("pageerror", (error) => blocked.push(error.message));
      await furnish(page, scene);
      await page.goto(`${officeOrigin}/console/${place}`);
      await page.locator("[data-page] h1").waitFor();
      await page.waitForLoadState("networkidle");
      if (place.startsWith("weigh/plan")) await openEverything(page);
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target.join(" ")}`)).toEqual([]);
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(excess).toBeLessThanOrEqual(0);
      expect(blocked).toEqual([]);
      await context.close();
    },
  );

  test("a margins file with errors is answered line by line, and cannot be used", async () => {
    const context = await browser.newContext({ locale: "lt-LT", reducedMotion: "reduce" });
    const page = await context.newPage();
    await furnish(page, "full");
    await page.goto(`${officeOrigin}/console/weigh?wave=autumn`);
    const file = { name: "visuma.csv", mimeType: "text/csv", buffer: Buffer.from("margin,cell,count\n") };
    await page.getByTestId("margins-file").locator('input[type="file"]').setInputFiles(file);
    const check = page.getByTestId("margins-check");
    await check.waitFor();
    expect(await check.locator("tbody th").allTextContents()).toEqual([
      "Visa rinkmena",
      "17 eilutė",
      "44 eilutė",
    ]);
    expect(await check.locator("tbody td").nth(1).textContent()).toContain("netinka");
    expect(await page.getByTestId("keep-margins").count()).toBe(0);
    await context.close();
  });

  test("the map is walked by arrow keys; a municipality without a figure speaks through its group", async () => {
    const context = await browser.newContext({ locale: "en-GB", reducedMotion: "reduce" });
    const page = await context.newPage();
    await furnish(page, "full");
    await page.goto(`${officeOrigin}/console/explore?${cut}&by=municipality&picture=map`);
    await page.locator('[data-tile="13"]').focus();
    const readout = page.getByTestId("map-readout");
    expect(await readout.textContent()).toMatch(
      /^Vilnius City Municipality: [\d.]+% \([\d.]+–[\d.]+%\), n \d+/,
    );
    await page.keyboard.press("ArrowLeft");
    expect(await readout.textContent()).toMatch(
      /^Elektrėnai Municipality: Too few answers of its own\. Its group/,
    );
    expect(await page.locator('[role="option"][tabindex="0"]').count(), "one stop for the Tab key").toBe(1);
    await context.close();
  });

  test("somebody's own boundaries are drawn instead of tiles, and sent nowhere", async () => {
    const context = await browser.newContext({ locale: "en-GB", reducedMotion: "reduce" });
    const page = await context.newPage();
    await furnish(page, "full");
    await page.goto(`${officeOrigin}/console/explore?${cut}&by=municipality&picture=map`);
    await page.getByRole("button", { name: /own boundaries/ }).click();
    const sent: string[] = [];
    page.on("request", (request) => sent.push(request.url()));
    const file = page.getByTestId("boundaries-file").locator('input[type="file"]');
    const asFile = (features: object[]) => ({
      name: "ribos.geojson",
      mimeType: "application/geo+json",
      buffer: Buffer.from(JSON.stringify({ type: "FeatureCollection", features })),
    });
    await file.setInputFiles(asFile([]));
    await page.getByRole("alert").waitFor();
    await file.setInputFiles(asFile([area("21", 21), area("27", 24)]));
    await page.locator("path.tile-ground").nth(1).waitFor();
    expect(await page.locator('[role="option"]').count()).toBe(2);
    expect(await page.locator('[role="option"][tabindex="0"]').count(), "one stop, without the capital").toBe(
      1,
    );
    await page.locator('[data-tile="21"]').hover();
    expect(await page.getByTestId("map-readout").textContent()).toMatch(
      /^Klaipėda City Municipality: [\d.]+%/,
    );
    expect(sent).toEqual([]);
    await page.getByRole("button", { name: "Back to tiles" }).click();
    expect(await page.locator('[role="option"]').count()).toBe(60);
    await context.close();
  });
});

/** Fields of the plan are closed until somebody changes them; inside are further questions. */
async function openEverything(page: Page): Promise<void> {
  const closed = page.locator('.disclosure-question[aria-expanded="false"]:visible');
  while ((await closed.count()) > 0) await closed.first().click();
}

/** A square degree that belongs to a municipality. */
function area(code: string, longitude: number) {
  const [west, east, south, north] = [longitude, longitude + 1, 54, 55];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: "Feature", properties: { code }, geometry: { type: "Polygon", coordinates: [ring] } };
}
