import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { launchChromium, whyNoBrowser } from "../../../tests/support/chromium.ts";
import { type Manner, receiptCode, startTrialServer, type TrialServer } from "../trial/collector.ts";
import { agree, answerPage, focusOf, goThrough, leftBehind, proceed, screenOf } from "../trial/person.ts";

const why = whyNoBrowser();
if (why) console.log(`Skipped the respondent's page in a browser: ${why}.`);

const patient = { timeout: 400_000 };
const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, locale: "uk-UA" };

describe.skipIf(why !== undefined)("the respondent's page", () => {
  const application = mkdtempSync(join(tmpdir(), "tiltas-respondent-"));
  let browser: Browser;
  let server: TrialServer;
  let link: string;

  beforeAll(async () => {
    const root = join(import.meta.dirname, "..");
    const written = { outDir: application, emptyOutDir: true, reportCompressedSize: false };
    await build({ configFile: join(root, "vite.config.ts"), logLevel: "error", build: written });
    server = await startTrialServer(application, join(root, "../../instruments/tcn-integration/0.1.0"));
    link = `${server.address}/w/trial`;
    browser = await launchChromium();
  });
  beforeEach(() => {
    server.manner = "stored";
    server.isOpen = true;
    server.received.length = 0;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(application, { recursive: true, force: true });
  });

  async function visit(
    options: BrowserContextOptions = phone,
  ): Promise<{ page: Page; complaints: string[] }> {
    const page = await (await browser.newContext(options)).newPage();
    page.setDefaultTimeout(15_000);
    const complaints: string[] = [];
    page.on("pageerror", ({ message }) => complaints.push(message));
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("request", (request) => {
      if (!request.url().startsWith(server.address)) complaints.push(`asks ${request.url()}`);
    });
    return { page, complaints };
  }

  describe("is open to everybody", () => {
    const faces: readonly (readonly [string, BrowserContextOptions])[] = [
      ["Lithuanian on a small phone", { ...phone, locale: "lt-LT" }],
      ["Ukrainian in the dark", { ...phone, viewport: { width: 412, height: 915 }, colorScheme: "dark" }],
      [
        "Russian on a tablet",
        { viewport: { width: 820, height: 1180 }, locale: "ru-RU", colorScheme: "dark" },
      ],
      [
        "English on a desk, without motion",
        { viewport: { width: 1280, height: 800 }, locale: "en-GB", reducedMotion: "reduce" },
      ],
    ];
    /** Two in everyday runs, all of them with TILTAS_FULL; the journeys judge two more. */
    test.each(process.env.TILTAS_FULL ? faces : faces.slice(1, 3))(
      "%s: no barrier on any screen, nothing refused, nothing asked elsewhere",
      patient,
      async (_, face) => {
        const { page, complaints } = await visit(face);
        await page.goto(link);
        await page.locator("summary").first().click();
        const found = await barriers(page);
        await page.locator('[data-screen="notice"] .primary').click();
        found.push(...(await barriers(page)));
        await page.getByTestId("agree").click();
        await page.locator('[data-screen="interview"]').waitFor();
        await goThrough(page, async () => void found.push(...(await barriers(page))));
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
        const { page } = await visit({ viewport: { width: 1280, height: 800 }, locale: "lt-LT" });
        await page.goto(link);
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
            (before) => document.querySelector("main")?.getAttribute("data-page") !== before,
            name,
          );
        }
        await page.getByTestId("receipt-code").waitFor();
        expect(Object.keys(server.received[0]?.answers ?? {}).length).toBeGreaterThan(20);
      },
    );

    test("what has to be looked at again is said above, leads to its item, and can be mended", async () => {
      const { page } = await visit();
      await agree(page, link);
      while ((await page.locator('input[type="number"]').count()) === 0) {
        await answerPage(page);
        await proceed(page);
      }
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

    test(
      "at 320 pixels, and zoomed to four times, nothing has to be scrolled sideways",
      patient,
      async () => {
        for (const height of [640, 256]) {
          const { page } = await visit({ ...phone, viewport: { width: 320, height }, locale: "lt-LT" });
          await agree(page, link);
          const wide: string[] = [];
          await goThrough(page, async (name) => {
            const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
            if (excess > 0) wide.push(`${name} by ${excess}`);
          });
          expect(wide).toEqual([]);
        }
      },
    );
  });

  describe("keeps answers until they have arrived, and nothing afterwards", () => {
    test("before consent, and after declining, there is nothing on the device", async () => {
      const { page } = await visit();
      await page.goto(link);
      await page.locator('[data-screen="notice"] .primary').click();
      await page.getByTestId("decline").click();
      await page.locator('[data-screen="declined"]').waitFor();
      expect(await leftBehind(page)).toEqual({
        databases: [],
        local: 0,
        session: 0,
        caches: [],
        cookies: "",
      });
      expect(server.received).toEqual([]);
    });

    test("a reload goes on at the same page, in the language chosen last, with the answers given", async () => {
      const { page } = await visit();
      await agree(page, `${link}?lang=en&channel=office-qr`);
      await answerPage(page);
      await proceed(page);
      await answerPage(page);
      await page.locator(".language-switch").selectOption("ru");
      await page.locator('.saved[data-state="saved"]').waitFor();
      const name = await page.getAttribute("main", "data-page");
      await page.reload();
      await page.locator('[data-screen="interview"]').waitFor();
      expect(await page.getAttribute("main", "data-page")).toBe(name);
      expect(await page.getAttribute("html", "lang")).toBe("ru");
      expect(await page.locator("input:checked").count()).toBe(1);
      await goThrough(page);
      await page.getByTestId("receipt-code").waitFor();
      expect(server.received[0]).toMatchObject({ language: "ru", channel: "office-qr", mode: "web" });
      expect(server.received[0]?.consent.language).toBe("en");
    });

    test.each(["captive-portal", "cut-off", "someone-else's-receipt", "wave-closed"] satisfies Manner[])(
      "%s: the answers stay, also over a reload, until the receipt for exactly them is there",
      patient,
      async (manner) => {
        const { page } = await visit();
        await agree(page, link);
        server.manner = manner;
        await goThrough(page);
        const again = page.locator('[data-screen="sending"] .primary');
        await again.waitFor();
        expect((await leftBehind(page)).databases).toEqual(["tiltas"]);
        await page.reload();
        await again.waitFor();
        server.manner = "stored";
        await again.click();
        expect(await page.getByTestId("receipt-code").textContent()).toBe(receiptCode);
        expect(new Set(server.received.map(({ responseId, hash }) => responseId + hash)).size).toBe(1);
        expect(await leftBehind(page)).toEqual({
          databases: [],
          local: 0,
          session: 0,
          caches: [],
          cookies: "",
        });
      },
    );

    test("a response in quarantine is with the office; the device lets go of it and says so", async () => {
      const { page } = await visit();
      await agree(page, link);
      server.manner = "quarantined";
      await goThrough(page);
      await page.locator('[data-screen="office"]').waitFor();
      expect(await page.locator(".response-number").textContent()).toBe(server.received[0]?.responseId);
      expect((await leftBehind(page)).databases).toEqual([]);
    });

    test("where the browser keeps nothing the page says so, and still delivers", async () => {
      const { page } = await visit();
      await page.addInitScript(() => Object.defineProperty(window, "indexedDB", { get: () => undefined }));
      await agree(page, link);
      await answerPage(page);
      await page.locator(".saved[role=alert]").waitFor();
      await goThrough(page);
      await page.getByTestId("receipt-code").waitFor();
    });

    test("a second tab does not write over the first", async () => {
      const { page } = await visit();
      await agree(page, link);
      const second = await page.context().newPage();
      await second.goto(link);
      await second.locator('[data-screen="elsewhere"] .primary').click();
      await second.locator('[data-screen="interview"]').waitFor();
      await page.locator('[data-screen="elsewhere"]').waitFor();
    });

    test("Exit leaves for an empty page, and the answers given are there on return", async () => {
      const { page } = await visit();
      await agree(page, link);
      await answerPage(page);
      await page.locator(".exit").click();
      await page.waitForURL("about:blank");
      await page.goto(link);
      await page.locator('[data-screen="interview"]').waitFor();
      await expect.poll(() => page.locator('input[role="combobox"]').inputValue()).not.toBe("");
    });
  });
});

/** WCAG 2.2 A and AA findings of axe on what is on the screen, as short lines. */
async function barriers(page: Page): Promise<string[]> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const place = `${await screenOf(page)} ${await page.getAttribute("main", "data-page")}`;
  return violations.map(({ id, nodes }) => `${place}: ${id} at ${nodes[0]?.html}`);
}

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
  else if (tag === "INPUT") {
    await page.keyboard.type("kaun");
    await page.keyboard.press("Enter");
  }
}
