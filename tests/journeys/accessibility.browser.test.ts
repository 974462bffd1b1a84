import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { chooseFirst, giveConsents, proceed } from "./answering.ts";
import { onDemonstration } from "./demonstration.ts";
import { signIn } from "./staff.ts";

const phone = { width: 360, height: 740 };
const desktop = { width: 1280, height: 800 };
/** A sample in everyday runs; every language with TILTAS_FULL, in turns as on a phone and as on a screen at night. */
const everyday = [
  ["uk", "light", phone],
  ["lt", "dark", desktop],
] as const;
const full = [
  ...everyday,
  ["ar", "dark", phone],
  ["en", "light", desktop],
  ["ru", "dark", phone],
  ["be", "light", phone],
  ["uz", "dark", desktop],
  ["tg", "light", phone],
] as const;

onDemonstration("WCAG 2.2 A and AA, as far as a program can judge", (demonstration) => {
  test.each(process.env.TILTAS_FULL ? full : everyday)(
    "the respondent's pages in %s, %s, %o",
    async (language, colorScheme, viewport) => {
      const { origin } = demonstration;
      const page = await demonstration.newPage({ viewport, colorScheme, reducedMotion: "reduce" });
      await page.goto(`${origin}/w/demo?lang=${language}`);
      await page.locator('[data-screen="notice"]').waitFor();
      const found = await violations(page, "notice");
      await page.locator('[data-screen="notice"] .primary').click();
      found.push(...(await violations(page, "consent")));
      await page.getByTestId("agree").click();
      await page.locator('[data-screen="consents"]').waitFor();
      found.push(...(await violations(page, "consents")));
      await giveConsents(page);
      const main = page.locator('[data-screen="interview"]');
      while (await main.isVisible()) {
        await chooseFirst(page);
        found.push(...(await violations(page, (await main.getAttribute("data-page")) ?? "")));
        await proceed(page);
      }
      await page.getByTestId("receipt-code").waitFor();
      found.push(...(await violations(page, "receipt")));
      expect(found).toEqual([]);
    },
    600_000,
  );

  test.each(["light", "dark"] as const)("the console, %s", async (colorScheme) => {
    const { origin } = demonstration;
    const page = await demonstration.newPage({ viewport: desktop, colorScheme, reducedMotion: "reduce" });
    await page.goto(`${origin}/console/`);
    await page.locator('[data-page="sign-in"]').waitFor();
    const found = await violations(page, "sign-in");
    await signIn(page, origin, demonstration.signInOf("administrator"));
    for (const place of ["waves/demo", "people"]) found.push(...(await violationsAt(page, origin, place)));
    expect(found).toEqual([]);
  });

  test("the pages of a coordinator, and a tablet paired and revoked by keyboard alone", async () => {
    const { origin } = demonstration;
    const page = await demonstration.newPage({ viewport: desktop, reducedMotion: "reduce" });
    await signIn(page, origin, demonstration.signInOf("coordinator"));
    const found: string[] = [];
    for (const place of ["waves/demo/links", "waves/demo/cases", "rescue", "tablets"])
      found.push(...(await violationsAt(page, origin, place)));
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await page.getByTestId("pair").focus();
    await press("Enter");
    await page.locator('input[name="label"]').waitFor();
    await page.keyboard.type("Vilnius 1");
    await press("Tab", "Space", "Tab", "Enter");
    await page.getByRole("listbox").waitFor();
    await press("Enter");
    found.push(...(await violations(page, "pairing")));
    await press("Tab", "Tab", "Enter");
    const code = page.getByTestId("pairing-code");
    await code.waitFor();
    expect(await code.textContent()).toMatch(/^[A-Z2-7]{5}-[A-Z2-7]{5}-[A-Z2-7]$/);
    found.push(...(await violations(page, "pairing code")));
    await press("Enter");
    const row = page.getByTestId("tablet-row");
    await row.getByRole("button").focus();
    await press("Enter");
    await page.locator('[data-testid="tablet-row"][data-state="revoked"]').waitFor();
    found.push(...(await violations(page, "a revoked tablet")));
    expect(found).toEqual([]);
  });
});

/** The same, on a page of the console once everything on it has arrived; and whether it fits a phone. */
async function violationsAt(page: Page, origin: string, place: string): Promise<string[]> {
  await page.goto(`${origin}/console/${place}`);
  await page.locator("[data-page] h1").waitFor();
  await page.waitForLoadState("networkidle");
  const found = await violations(page, place);
  await page.setViewportSize({ width: 320, height: 640 });
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await page.setViewportSize(desktop);
  return excess > 0 ? [...found, `${place}: ${excess} pixels wider than a phone`] : found;
}

/** What axe objects to on the page as it stands, in one line each. */
async function violations(page: Page, place: string): Promise<string[]> {
  const result = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  return result.violations.map(({ id, nodes }) => `${place}: ${id} at ${nodes[0]?.target.join(" ")}`);
}
