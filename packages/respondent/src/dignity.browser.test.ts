import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { launchChromium, whyNoBrowser } from "../../../tests/support/chromium.ts";
import { barriers } from "../trial/barriers.ts";
import { leftBehind, proceed, screenOf } from "../trial/person.ts";
import { phone, startTrial, type Trial } from "../trial/trial.ts";

const why = whyNoBrowser();
if (why) console.log(`Skipped dignity in a browser: ${why}.`);

const patient = { timeout: 300_000 };
const soon = { timeout: 20_000 };
const instrument = join(import.meta.dirname, "../../../instruments/tcn-integration/1.1.0");
const nothing = { databases: [], local: 0, session: 0, caches: [], cookies: "" };

describe.skipIf(why !== undefined)("nobody is asked in vain, watched, or left with traces", () => {
  let trial: Trial;
  beforeAll(async () => {
    trial = await startTrial(launchChromium, instrument);
  });
  afterAll(() => trial?.stop());
  beforeEach(() => {
    trial.server.received.length = 0;
  });

  async function begin(page: Page, query: string): Promise<void> {
    await page.goto(`${trial.link}${query}`);
    await page.locator('[data-screen="notice"] .primary').click();
    await page.getByTestId("agree").click();
    await page.locator('[data-screen="consents"] .primary').click();
    await page.locator("main[data-page]").waitFor();
    await page
      .locator('input[name="dsg_citizenship"], [data-name="dsg_citizenship"] input')
      .first()
      .waitFor();
  }
  /** Chooses by code, on the light page and in the application alike. */
  async function choose(page: Page, words: string): Promise<void> {
    await page.getByRole("radio", { name: words, exact: true }).check();
  }
  async function toTheEnd(page: Page): Promise<void> {
    await page.locator(".bottom-bar .primary").click();
    await page.locator('[data-screen="interview"]:not([data-page="start"])').waitFor();
    while ((await screenOf(page)) === "interview") await proceed(page);
  }

  test(
    "who is under 18 is told kindly that the questions are for others; nothing is sent, and nothing stays",
    patient,
    async () => {
      const { page, complaints } = await trial.visit(phone);
      await begin(page, "?lang=uk");
      await choose(page, "Менш ніж 18");
      await page.locator(".bottom-bar .primary").click();
      await page.locator('[data-page="not_eligible"]').waitFor();
      expect(await page.locator(".strip").textContent()).toContain("не надсилатимуться");
      expect(await page.locator(".bottom-buttons .primary").textContent()).toBe("Завершити");
      expect(await barriers(page)).toEqual([]);
      await page.locator(".bottom-buttons .primary").click();
      await page.locator('[data-screen="for-others"]').waitFor();
      expect(await page.getByTestId("help").count()).toBe(1);
      expect(await barriers(page)).toEqual([]);
      await page.locator(".what-is-left .secondary").click();
      await page.getByText("Видалено").waitFor();
      await expect.poll(() => leftBehind(page), soon).toEqual(nothing);
      expect(trial.server.received).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );

  test(
    "Exit clears the screen within a second, takes the page's place in the history, and keeps the draft sealed",
    patient,
    async () => {
      const { page } = await trial.visit(phone);
      await page.goto("about:blank");
      await begin(page, "?lang=lt");
      await page.locator(".bottom-bar .primary").click();
      await page.locator('[data-screen="interview"]:not([data-page="start"])').waitFor();
      const cleared = page.waitForFunction(
        () => document.body === null || document.body.childElementCount === 0,
      );
      await page.locator(".exit").click();
      await cleared;
      await page.waitForURL("about:blank");
      await page.goBack();
      expect(page.url()).toBe("about:blank");
      await page.goto(`${trial.link}?lang=lt`);
      await page.locator('[data-screen="interview"]').waitFor();
    },
  );

  test(
    "the browser's way back goes one page back in the interview, and never out of it by accident",
    patient,
    async () => {
      const { page } = await trial.visit(phone);
      await begin(page, "?lang=lt");
      await page.locator(".bottom-bar .primary").click();
      await page.locator('[data-page="place"]').waitFor();
      await proceed(page);
      await page.locator('[data-page="stay"]').waitFor();
      await page.goBack();
      await page.locator('[data-page="place"]').waitFor();
      await page.goBack();
      await page.locator('[data-page="start"]').waitFor();
      await page.goBack();
      expect(await page.getAttribute("main", "data-page")).toBe("start");
    },
  );

  test(
    "on a device that is not one's own nothing is written any more, and Exit destroys what was answered",
    patient,
    async () => {
      const { page } = await trial.visit(phone);
      await begin(page, "?lang=lt");
      await page.locator(".bottom-bar .primary").click();
      await page.locator('[data-page="place"]').waitFor();
      await page.getByRole("button", { name: "Tai ne mano įrenginys" }).click();
      await expect.poll(() => page.locator(".saved").textContent()).toContain("nieko nesaugome");
      await expect.poll(async () => (await leftBehind(page)).databases, soon).toEqual([]);
      await proceed(page);
      expect((await leftBehind(page)).databases).toEqual([]);
      await page.locator(".exit").click();
      await page.waitForURL("about:blank");
      await page.goto(`${trial.link}?lang=lt`);
      await page.locator('[data-screen="notice"]').waitFor();
    },
  );

  test(
    "answers move to another device by a code: gone here, opened there, once; the server sees neither code nor answers",
    patient,
    async () => {
      const { page } = await trial.visit(phone);
      await begin(page, "?lang=lt");
      await choose(page, "Ukrainos");
      await page.locator(".bottom-bar .primary").click();
      await page.locator('[data-page="place"]').waitFor();
      await page.getByRole("button", { name: "Tęsti kitame įrenginyje" }).click();
      expect(trial.server.office.drafts.size).toBe(0);
      await page.locator('[data-screen="move"] .primary').click();
      const code = (await page.getByTestId("resume-code").textContent()) ?? "";
      expect(code).toMatch(/^[A-Z2-7]{4}(-[A-Z2-7]{4}){3}$/);
      expect(await barriers(page)).toEqual([]);
      await expect.poll(async () => (await leftBehind(page)).databases, soon).toEqual([]);
      const [sealed = ""] = trial.server.office.drafts.values();
      expect(sealed).not.toContain("ukr");

      const other = await trial.visit({ viewport: { width: 1280, height: 800 }, locale: "lt-LT" });
      await other.page.goto(`${trial.link}?resume`);
      await other.page.locator("#resume-code").fill("AAAA");
      await other.page.locator(".primary").click();
      await expect.poll(() => other.page.locator("#resume-objection").textContent()).toMatch(/16/);
      expect(await barriers(other.page)).toEqual([]);
      await other.page.locator("#resume-code").fill(code.toLowerCase().replaceAll("-", " "));
      await other.page.locator(".primary").click();
      await other.page.locator('[data-page="place"]').waitFor();
      while ((await screenOf(other.page)) === "interview") await proceed(other.page);
      await other.page.getByTestId("receipt-code").waitFor();
      expect(trial.server.received[0]?.answers.dsg_citizenship).toBe("ukr");
      const late = await trial.visit(phone);
      await late.page.goto(`${trial.link}?lang=lt&resume`);
      await late.page.locator("#resume-code").fill(code);
      await late.page.locator(".primary").click();
      await expect
        .poll(() => late.page.locator("#resume-objection").textContent())
        .toContain("nieko nelaikome");
    },
  );

  test(
    "a kiosk with a network: after the receipt the next person begins with the languages, and nothing is left",
    patient,
    async () => {
      const { page } = await trial.visit({ viewport: { width: 820, height: 1180 }, locale: "en-GB" });
      await page.goto(`${trial.link}?mode=kiosk`);
      await page.locator('a.row-button[lang="uk"]').click();
      await page.locator('[data-screen="notice"] .primary').click();
      await page.getByTestId("agree").click();
      await page.locator('[data-screen="consents"] .primary').click();
      await choose(page, "України");
      await toTheEnd(page);
      await page.getByTestId("receipt-code").waitFor();
      await page.getByTestId("next-person").click();
      await page.locator(".languages a").first().waitFor();
      const nothingOfAnybody = { databases: [], local: 0, session: 0, cookies: "" };
      await expect.poll(() => leftBehind(page), soon).toMatchObject(nothingOfAnybody);
      await page.goBack();
      expect(await page.getByTestId("receipt-code").count()).toBe(0);
      const [{ mode, answers } = {}] = trial.server.received;
      expect([mode, answers?.dsg_citizenship]).toEqual(["kiosk", "ukr"]);
    },
  );

  test(
    "a kiosk that nobody touches asks for two minutes whether somebody is there, then destroys what was begun",
    patient,
    async () => {
      const { page } = await trial.visit({ viewport: { width: 820, height: 1180 }, locale: "lt-LT" });
      await page.clock.install();
      await page.goto(`${trial.link}?mode=kiosk&lang=lt`);
      await page.locator('[data-screen="notice"] .primary').click();
      await page.getByTestId("agree").click();
      await page.locator('[data-screen="consents"] .primary').click();
      await choose(page, "Ukrainos");
      await page.locator(".bottom-bar .primary").click();
      await page.locator('[data-page="place"]').waitFor();
      await page.clock.fastForward("02:50");
      expect(await page.getByTestId("idle").isVisible()).toBe(false);
      await page.clock.fastForward("00:15");
      await page.getByTestId("idle").waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.getByRole("button", { name: "Aš dar čia" }).click();
      expect(await page.getByTestId("idle").isVisible()).toBe(false);
      expect(await page.getAttribute("main", "data-page")).toBe("place");
      await page.clock.fastForward("05:05");
      await page.locator(".languages a").first().waitFor();
      await expect.poll(async () => (await leftBehind(page)).databases, soon).toEqual([]);
      expect(trial.server.received).toEqual([]);
    },
  );
});
