import { written } from "@tiltas/instrument/words";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium, whyNoBrowser } from "../../../tests/support/chromium.ts";
import { barriers } from "../trial/barriers.ts";
import { answerPage, goThrough, proceed, screenOf } from "../trial/person.ts";
import { phone, smallInstrument, startTrial, type Trial } from "../trial/trial.ts";

const why = whyNoBrowser();
if (why) console.log(`Skipped the small questionnaire in a browser: ${why}.`);

const patient = { timeout: 200_000 };

describe.skipIf(why !== undefined)("what the application fills, draws, limits and lets grow", () => {
  let trial: Trial;
  beforeAll(async () => {
    trial = await startTrial(launchChromium, smallInstrument);
  });
  afterAll(() => trial?.stop());

  async function toConsents(page: Page, query: string): Promise<void> {
    await page.goto(`${trial.link}${query}`);
    await page.locator('[data-screen="notice"] .primary').click();
    await page.getByTestId("agree").click();
    await page.locator('[data-screen="consents"]').waitFor();
  }
  async function toInterview(page: Page, query: string): Promise<void> {
    await toConsents(page, query);
    await page.locator(".primary").click();
    await page.locator('[data-screen="interview"]').waitFor();
  }

  test("separate consents stand unticked, can be left, and are kept as given", patient, async () => {
    const { page } = await trial.visit();
    await toConsents(page, "?lang=en");
    expect(await page.locator("input:checked").count()).toBe(0);
    await page.getByRole("checkbox").first().check();
    await page.locator(".primary").click();
    await page.locator('[data-screen="interview"]').waitFor();
    await page.locator("select.list-field").selectOption('"19"');
    await proceed(page);
    await goThrough(page);
    await page.getByTestId("receipt-code").waitFor();
    const response = trial.server.received.at(-1);
    expect(response?.consent.given).toEqual(["sensitive"]);
    expect(response?.answers.int_consents).toEqual(["sensitive"]);
    expect(response?.answers.health).toBeDefined();
    expect(await page.getByTestId("help").textContent()).toContain("Example centre");
  });

  test("the notice is read with the particulars of the study", async () => {
    const { page } = await trial.visit();
    await page.goto(`${trial.link}?lang=en`);
    await page.locator("summary").first().click();
    await expect.poll(() => page.locator("details[open] p").textContent()).toContain("[controller] asks.");
  });

  test("the way out is never cut, in any language, on the narrowest phone", patient, async () => {
    const { languages } = trial.server;
    trial.server.languages = written;
    for (const language of written) {
      const { page } = await trial.visit({ ...phone, viewport: { width: 320, height: 640 } });
      await page.goto(`${trial.link}?lang=${language}`);
      await page.locator('[data-screen="notice"]').waitFor();
      const { x = -1, width = 0 } = (await page.locator(".exit").boundingBox()) ?? {};
      expect([x >= 0, x + width <= 320], language).toEqual([true, true]);
    }
    trial.server.languages = languages;
  });

  test("Arabic runs from right to left, without a barrier and without a stray word", patient, async () => {
    const { page, complaints } = await trial.visit();
    await toInterview(page, "?lang=ar");
    expect(await page.getAttribute("html", "dir")).toBe("rtl");
    const found: string[] = [];
    const latin: string[] = [];
    await goThrough(page, async () => {
      found.push(...(await barriers(page)));
      latin.push(...(await strayLatin(page)));
    });
    await page.getByTestId("receipt-code").waitFor();
    found.push(...(await barriers(page)));
    expect([found, latin, complaints]).toEqual([[], [], []]);
  });

  test(
    "a search that finds nothing is no barrier, and the ends of a scale are heard with it",
    patient,
    async () => {
      const { page } = await trial.visit();
      await toInterview(page, "?lang=lt");
      await proceed(page);
      await page.locator(".bottom-buttons .secondary").click();
      await page.locator('input[role="combobox"]').fill("zzzz");
      await page.locator(".nothing-found").waitFor();
      expect(await barriers(page)).toEqual([]);
      const heard: string[] = [];
      await goThrough(page, async () => {
        heard.push(...(await endsHeard(page)));
      });
      expect(heard).toEqual(["Visiškai nepasitikiu Visiškai pasitikiu"]);
    },
  );

  test("a list of children grows, stays within three, and lets go of one", patient, async () => {
    const { page } = await trial.visit();
    await toInterview(page, "?lang=lt");
    await answerPage(page);
    await proceed(page);
    const entries = page.locator(".sd-paneldynamic .sd-panel");
    const add = page.getByRole("button", { name: "Pridėti vaiką" });
    await add.click();
    await add.click();
    await expect.poll(() => entries.count()).toBe(3);
    expect(await add.count()).toBe(0);
    await page.getByRole("button", { name: "Pašalinti" }).first().click();
    await expect.poll(() => entries.count()).toBe(2);
    expect(await barriers(page)).toEqual([]);
  });

  test("at the limit of choices the others rest, and the reasons can still be given", patient, async () => {
    const { page } = await trial.visit();
    await toInterview(page, "?lang=lt");
    while ((await page.getAttribute("main", "data-page")) !== "needs") await proceed(page);
    const choice = (name: string) => page.getByRole("checkbox", { name });
    await choice("Darbas").check();
    await choice("Būstas").check();
    await expect.poll(() => choice("Sveikata").isDisabled()).toBe(true);
    expect(await choice("Nė vienas").isDisabled()).toBe(false);
    await choice("Nė vienas").check();
    expect(await page.locator("input:checked").count()).toBe(1);
    expect(await choice("Sveikata").isDisabled()).toBe(false);
  });

  test("an interviewer reads notes that nobody else meets", async () => {
    const { page } = await trial.visit();
    await toInterview(page, "?lang=lt&mode=interviewer");
    expect(await page.locator(".sd-html").textContent()).toContain("Klausėjui");
    const other = await trial.visit();
    await toInterview(other.page, "?lang=lt");
    expect(await other.page.locator(".sd-html").count()).toBe(0);
    expect(await screenOf(other.page)).toBe("interview");
  });
});

/** Latin words on the screen outside brackets, numbers and codes aside: nothing of another language stays behind. */
function strayLatin(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    // biome-ignore lint/performance/useDomNodeTextContent: hidden words are none that anybody meets
    const text = document.querySelector("main")?.innerText ?? "";
    return text.replace(/\([^)]*\)/g, "").match(/[A-Za-z]{2,}/g) ?? [];
  });
}

/** The ends of the scales on the page, as the descriptions of their groups of choices say them. */
function endsHeard(page: Page): Promise<string[]> {
  return page.locator('[role="radiogroup"]:has(.rungs)').evaluateAll((groups) =>
    groups.map((group) => {
      const ids = (group.getAttribute("aria-describedby") ?? "").split(" ");
      const ends = ids.map((id) => document.getElementById(id)).find((part) => part?.matches(".scale-ends"));
      return ends?.textContent ?? "";
    }),
  );
}
