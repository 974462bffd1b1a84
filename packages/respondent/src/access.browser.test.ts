import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium, whyNoBrowser } from "../../../tests/support/chromium.ts";
import { barriers } from "../trial/barriers.ts";
import { agree, focusOf, goThrough, proceed, screenOf } from "../trial/person.ts";
import { phone, startTrial, type Trial } from "../trial/trial.ts";

const why = whyNoBrowser();
if (why) console.log(`Skipped the respondent's page in a browser: ${why}.`);

const patient = { timeout: 400_000 };

const faces: readonly (readonly [string, BrowserContextOptions])[] = [
  ["Lithuanian on a small phone", { ...phone, locale: "lt-LT" }],
  ["Ukrainian in the dark", { ...phone, viewport: { width: 412, height: 915 }, colorScheme: "dark" }],
  ["Russian on a tablet", { viewport: { width: 820, height: 1180 }, locale: "ru-RU", colorScheme: "dark" }],
  [
    "English on a desk, without motion",
    { viewport: { width: 1280, height: 800 }, locale: "en-GB", reducedMotion: "reduce" },
  ],
];

describe.skipIf(why !== undefined)("the respondent's page is open to everybody", () => {
  let trial: Trial;
  beforeAll(async () => {
    trial = await startTrial(launchChromium);
  });
  afterAll(() => trial?.stop());

  /**
   * One face and every third of its pages in everyday runs, all of them with TILTAS_FULL; `reach` judges every kind of
   * item, `small` Arabic, `first` the light page, and the journeys two more faces.
   */
  test.each(process.env.TILTAS_FULL ? faces : faces.slice(2, 3))(
    "%s: no barrier on any screen, nothing refused, nothing asked elsewhere",
    patient,
    async (_, face) => {
      const { page, complaints } = await trial.visit(face);
      await page.goto(trial.link);
      await page.locator("summary").first().click();
      const found = await barriers(page);
      await page.locator('[data-screen="notice"] .primary').click();
      found.push(...(await barriers(page)));
      await page.getByTestId("agree").click();
      await page.locator('[data-screen="interview"]').waitFor();
      let pages = 0;
      await goThrough(page, async () => {
        if (process.env.TILTAS_FULL || pages++ % 3 === 0) found.push(...(await barriers(page)));
      });
      await page.getByTestId("receipt-code").waitFor();
      found.push(...(await barriers(page)));
      expect(found).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );

  test(
    "the keyboard alone leads from the link to the receipt, and always shows where it is",
    patient,
    async () => {
      const { page } = await trial.visit({ viewport: { width: 1280, height: 800 }, locale: "lt-LT" });
      await page.goto(trial.link);
      await page.locator('[data-screen="notice"]').waitFor();
      await tabUntil(page, ({ isPrimary }) => isPrimary);
      await page.keyboard.press("Enter");
      await page.getByTestId("agree").waitFor();
      await tabUntil(page, ({ tag }) => tag === "BUTTON");
      await page.keyboard.press("Enter");
      await page.locator('[data-screen="interview"]').waitFor();
      while ((await screenOf(page)) === "interview") {
        expect((await focusOf(page)).tag, "a new page begins at its heading").toBe("H1");
        const name = await page.getAttribute("main", "data-page");
        await tabUntil(
          page,
          ({ isPrimary }) => isPrimary,
          () => answerByKeyboard(page),
        );
        await page.keyboard.press("Enter");
        await page.waitForFunction(
          (before) =>
            !["loading", before].includes(document.querySelector("main")?.getAttribute("data-page") ?? null),
          name,
        );
      }
      await page.getByTestId("receipt-code").waitFor();
      expect(Object.keys(trial.server.received[0]?.answers ?? {}).length).toBeGreaterThan(20);
    },
  );

  test("what has to be looked at again is said above, leads to its item, and can be mended", async () => {
    const { page } = await trial.visit();
    await agree(page, trial.link);
    while ((await page.locator('input[type="number"]').count()) === 0) await proceed(page);
    await page.locator('input[type="number"]').first().fill("99");
    await page.locator(".bottom-buttons .primary").click();
    const summary = page.getByRole("alert").filter({ has: page.getByRole("link") });
    await expect.poll(() => summary.evaluate((box) => box === document.activeElement)).toBe(true);
    await summary.getByRole("link").click();
    const number = page.locator('input[type="number"]').first();
    expect(await number.evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await number.getAttribute("aria-invalid")).toBe("true");
    expect(await barriers(page)).toEqual([]);
    await number.fill("2");
    await proceed(page);
  });

  test("at 320 pixels, and zoomed to four times, nothing has to be scrolled sideways", patient, async () => {
    for (const height of process.env.TILTAS_FULL ? [256, 640] : [256]) {
      const { page } = await trial.visit({ ...phone, viewport: { width: 320, height }, locale: "lt-LT" });
      await agree(page, trial.link);
      const wide: string[] = [];
      await goThrough(page, async (name) => {
        const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (excess > 0) wide.push(`${name} by ${excess}`);
      });
      expect(wide).toEqual([]);
    }
  });
});

async function tabUntil(
  page: Page,
  isThere: (focus: Awaited<ReturnType<typeof focusOf>>) => boolean,
  onWay: () => Promise<void> = async () => {},
): Promise<void> {
  for (let stops = 0; stops < 80; stops++) {
    await page.keyboard.press("Tab");
    const focus = await focusOf(page);
    expect(focus.isVisible, `${focus.tag} ${focus.type} shows its focus`).toBe(true);
    if (isThere(focus)) return;
    await onWay();
  }
  throw new Error("The keyboard is caught: eighty stops and not there yet.");
}

async function answerByKeyboard(page: Page): Promise<void> {
  const { tag, type } = await focusOf(page);
  if (type === "radio" || type === "checkbox") await page.keyboard.press("Space");
  else if (type === "number") await page.keyboard.type("3");
  else if (tag === "TEXTAREA") await page.keyboard.type("…");
  else if (tag === "SELECT" && (await page.locator("select.list-field:focus").count()) > 0)
    await page.keyboard.press("ArrowDown");
  else if (tag === "INPUT") {
    await page.keyboard.type("kaun");
    await page.keyboard.press("Enter");
  }
}
