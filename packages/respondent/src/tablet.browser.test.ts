import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { launchChromium, whyNoBrowser } from "../../../tests/support/chromium.ts";
import { barriers } from "../trial/barriers.ts";
import { answerPage, proceed, screenOf } from "../trial/person.ts";
import { startTrial, type Trial } from "../trial/trial.ts";

const why = whyNoBrowser();
if (why) console.log(`Skipped the interviewer's tablet in a browser: ${why}.`);

const patient = { timeout: 300_000 };
const tablet = { viewport: { width: 820, height: 1180 }, hasTouch: true, locale: "lt-LT" };
const instrument = join(import.meta.dirname, "../../../instruments/tcn-integration/1.1.0");

describe.skipIf(why !== undefined)("an interviewer's tablet in a village without network", () => {
  let trial: Trial;
  beforeAll(async () => {
    trial = await startTrial(launchChromium, instrument);
  });
  afterAll(() => trial?.stop());
  beforeEach(() => {
    trial.server.received.length = 0;
    trial.server.office.reports.length = 0;
  });

  async function paired(): Promise<{ readonly page: Page; readonly complaints: string[] }> {
    const { page, complaints } = await trial.visit(tablet);
    await page.goto(`${trial.server.address}/tablet`);
    await page.locator("#pairing-code").fill("abcde fghi j-a");
    await page.locator(".primary").click();
    await page.getByTestId("cases").waitFor();
    return { page, complaints };
  }
  async function begin(page: Page, number: string, language: string): Promise<void> {
    await page.locator(`[data-case="${number}"] .secondary`).click();
    await page.locator(`.row-button[lang="${language}"]`).click();
    await page.locator('[data-screen="notice"] .primary').click();
    await page.getByTestId("agree").click();
    await page.locator('[data-screen="consents"] .primary').click();
    await page.locator('[data-screen="interview"]').waitFor();
  }
  /** Nobody owes an answer: everything is left empty on the way. */
  const toPage = async (page: Page, name: string) => {
    while ((await page.getAttribute("main", "data-page")) !== name) await proceed(page);
  };
  const finish = async (page: Page) => {
    while ((await screenOf(page)) === "interview") await proceed(page);
  };

  test(
    "a code with a slip is named; a paired tablet shows its list and is not asked again",
    patient,
    async () => {
      const { page } = await trial.visit(tablet);
      await page.goto(`${trial.server.address}/tablet`);
      await page.locator("#pairing-code").fill("ABCDEFGHIJB");
      await page.locator(".primary").click();
      await expect.poll(() => page.locator("#pairing-objection").textContent()).toMatch(/klaida/);
      expect(await barriers(page)).toEqual([]);
      await page.locator("#pairing-code").fill("ABCDEFGHIJA");
      await page.locator(".primary").click();
      await page.getByTestId("cases").waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.reload();
      await page.getByTestId("cases").waitFor();
      expect(await page.locator(".case").count()).toBe(3);
    },
  );

  test(
    "three interviews a day without network, then everything is sent and the office hears the outcomes",
    patient,
    async () => {
      const { page, complaints } = await paired();
      await page.locator('[data-testid="ready"].is-ready').waitFor();
      await page.context().setOffline(true);
      await page.reload();
      for (const [number, language] of [
        ["J-001", "uk"],
        ["J-002", "lt"],
        ["J-003", "ru"],
      ] as const) {
        await begin(page, number, language);
        await finish(page);
        await page.getByTestId("next-person").click();
        await page.getByTestId("cases").waitFor();
      }
      await expect.poll(() => page.getByTestId("queue").textContent()).toContain("išsiuntimo: 3");
      expect(trial.server.received).toEqual([]);
      await page.context().setOffline(false);
      await expect.poll(() => trial.server.received.length, { timeout: 30_000 }).toBe(3);
      expect(trial.server.received.map(({ mode, language }) => [mode, language]).sort()).toEqual([
        ["interviewer", "lt"],
        ["interviewer", "ru"],
        ["interviewer", "uk"],
      ]);
      await expect
        .poll(() => trial.server.office.cases.map(({ disposition }) => disposition), { timeout: 30_000 })
        .toEqual(["complete", "complete", "complete"]);
      expect(complaints.filter((line) => !/ERR_INTERNET_DISCONNECTED|Failed to fetch/.test(line))).toEqual(
        [],
      );
    },
  );

  test(
    "what a person answers alone is on no screen before the tablet is handed over, nor after it is back",
    patient,
    async () => {
      const { page } = await paired();
      await page.getByRole("button", { name: "Interviu be įrašo" }).click();
      await page.locator('.row-button[lang="lt"]').click();
      await page.locator('[data-screen="notice"] .primary').click();
      await page.getByTestId("agree").click();
      await page.locator('[data-screen="consents"] .primary').click();
      await page.locator('[data-screen="interview"]').waitFor();
      await toPage(page, "coordinator");
      await answerPage(page);
      await page.locator(".bottom-buttons .primary").click();
      await page.locator('[data-screen="hand-over"]').waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.locator(".primary").click();
      await page.locator('[data-page="coordinator_contact"]').waitFor();
      expect(await page.locator(".sd-html").count()).toBe(0);
      expect(await page.locator(".bottom-buttons .secondary").count()).toBe(0);
      await answerPage(page);
      await page.locator(".bottom-buttons .primary").click();
      await page.locator('[data-screen="hand-back"]').waitFor();
      await page.locator(".primary").click();
      await page.locator('[data-page="services"]').waitFor();
      await page.locator(".bottom-buttons .secondary").click();
      await page.locator('[data-page="coordinator"]').waitFor();
      await page.goBack();
      expect(await page.getAttribute("main", "data-page")).not.toBe("coordinator_contact");
      await page.locator(".exit").click();
      await page.getByTestId("unfinished").getByRole("button").click();
      await page.locator('[data-screen="interview"]').waitFor();
      expect(await page.getAttribute("main", "data-page")).not.toBe("coordinator_contact");
    },
  );

  test(
    "an outcome without an interview is noted, and a tablet that was let go of says so and loses nothing",
    patient,
    async () => {
      const { page } = await paired();
      await page.locator('[data-case="J-002"] select').selectOption("refusal");
      await expect
        .poll(() => trial.server.office.reports.at(-1)?.dispositions.map(({ disposition }) => disposition))
        .toContain("refusal");
      trial.server.office.isRevoked = true;
      await page.reload();
      await page.locator(".strip .link-button").waitFor();
      expect(await page.locator(".case").count()).toBe(3);
      trial.server.office.isRevoked = false;
    },
  );

  test("on the telephone what people answer alone is left out, and the page says so", patient, async () => {
    const { page } = await paired();
    await page.getByRole("button", { name: "Interviu be įrašo" }).click();
    await page.locator("#way-telephone").check();
    await page.locator('.row-button[lang="lt"]').click();
    await page.locator('[data-screen="notice"] .primary').click();
    await page.getByTestId("agree").click();
    await page.locator('[data-screen="consents"] .primary').click();
    await page.locator('[data-screen="interview"]').waitFor();
    await toPage(page, "coordinator");
    await answerPage(page);
    await page.locator(".bottom-buttons .primary").click();
    await page.locator('[data-page="services"]').waitFor();
    expect(await page.locator(".strip").textContent()).toContain("telefonu neužduodami");
  });
});
