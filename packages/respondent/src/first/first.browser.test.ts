import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium, whyNoBrowser } from "../../../../tests/support/chromium.ts";
import { barriers } from "../../trial/barriers.ts";
import { leftBehind, proceed } from "../../trial/person.ts";
import { phone, smallInstrument, startTrial, type Trial } from "../../trial/trial.ts";

const why = whyNoBrowser();
if (why) console.log(`Skipped the light page in a browser: ${why}.`);

const patient = { timeout: 200_000 };
const flagship = join(import.meta.dirname, "../../../../instruments/tcn-integration/1.1.0");

/** To the first page of questions, with the first of the separate consents given. */
async function toFirstPage(page: Page): Promise<void> {
  await page.locator('[data-screen="notice"] .primary').click();
  await page.getByTestId("agree").click();
  await page.locator("label.choice").first().click();
  await page.locator(".primary").click();
  await page.locator('[data-screen="interview"]').waitFor();
}

const isSaved = (page: Page) => page.locator('#first .saved[data-state="saved"]').waitFor();

describe.skipIf(why !== undefined)("the light page is enough to begin", () => {
  let trial: Trial;
  beforeAll(async () => {
    trial = await startTrial(launchChromium, flagship);
  });
  afterAll(() => trial?.stop());

  const faces = ["lt", "uk", "ar"].flatMap((language) =>
    (["light", "dark"] as const).map((scheme) => [language, scheme] as const),
  );
  test.each(
    process.env.TILTAS_FULL ? faces : [faces[0], faces[3], faces[4]].flatMap((face) => (face ? [face] : [])),
  )(
    "%s, %s: no barrier on any of its screens, and nothing that the policy refuses",
    patient,
    async (language, colorScheme) => {
      const { page, complaints } = await trial.visit({ ...phone, colorScheme });
      const found: string[] = [];
      const look = async () => void found.push(...(await barriers(page)));
      await page.goto(`${trial.link}?lang=${language}&code`);
      await page.locator("summary").first().click();
      await look();
      await page.locator(".primary").click();
      await look();
      await page.locator("[data-go=consent]").click();
      await look();
      await page.getByTestId("decline").click();
      await look();
      await page.locator(".bottom-bar button").click();
      await page.getByTestId("agree").click();
      await look();
      await page.locator(".primary").click();
      await page.locator("label.choice").first().click();
      await look();
      expect([found, complaints]).toEqual([[], []]);
    },
  );

  test(
    "without a network after loading, answers are taken and kept; with it again, nothing is lost",
    patient,
    async () => {
      const { page } = await trial.visit();
      await page.goto(`${trial.link}?lang=en`);
      await page.context().setOffline(true);
      await toFirstPage(page);
      await page.getByRole("radio", { name: "Ukraine" }).check();
      await isSaved(page);
      await page.locator(".bottom-buttons .primary").click();
      await page.locator('[data-page="unreachable"]').waitFor();
      const said = page.locator('[data-page="unreachable"] .content');
      expect(await said.textContent()).toContain("Your answers are safe on this phone");
      expect(await said.textContent()).not.toContain("on this device");
      await page.context().setOffline(false);
      await page.locator(".primary").click();
      await page.locator("#first").waitFor({ state: "detached" });
      await page.locator(".bottom-buttons .secondary").click();
      await expect.poll(() => page.getByRole("radio", { name: "Ukraine" }).isChecked()).toBe(true);
    },
  );

  test(
    "the focus comes to the heading of every screen, also when the application takes over",
    patient,
    async () => {
      const { page } = await trial.visit();
      await page.goto(`${trial.link}?lang=en`);
      await toFirstPage(page);
      const focus = () => page.evaluate(() => document.activeElement?.tagName);
      expect(await focus()).toBe("H1");
      await proceed(page);
      await expect.poll(focus).toBe("H1");
      expect(await page.locator("main").count()).toBe(1);
    },
  );

  test("a personal code leaves the address at once; one with a slip is asked for again", async () => {
    const { page } = await trial.visit();
    await page.goto(`${trial.link}?lang=en#code=abcde-fghij-k`);
    expect(new URL(page.url()).hash).toBe("");
    await page.goto(`${trial.link}?lang=en&code`);
    await page.locator(".primary").click();
    await page.locator("#code").fill("ABCDEFGHIJ2");
    await page.locator(".primary").click();
    await page.locator("[data-mistyped]").waitFor();
    expect(await page.locator("#code").evaluate((field) => field === document.activeElement)).toBe(true);
  });

  test("without scripts everything can be read, a language chosen, and the page says what it needs", async () => {
    const { page } = await trial.visit({ ...phone, javaScriptEnabled: false, locale: "sw" });
    await page.goto(`${trial.link}?channel=letter`);
    await page.getByRole("link", { name: "Українська" }).click();
    expect(new URL(page.url()).search).toContain("channel=letter");
    expect(await page.locator("noscript").textContent()).toContain("сценарії");
    await page.locator("summary").first().click();
    expect(await page.locator("details[open] p").first().isVisible()).toBe(true);
    expect(await page.locator("button:visible, select:visible").count()).toBe(0);
  });

  test("only a program meets the field that is beside the page, and gives itself away", async () => {
    const { page } = await trial.visit();
    await page.goto(`${trial.link}?lang=en`);
    await toFirstPage(page);
    expect(await page.getByRole("textbox").count()).toBe(0);
    for (let stops = 0; stops < 40; stops++) {
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).not.toBe("website");
    }
  });

  test("somebody whose device this is not leaves nothing on it", patient, async () => {
    const { page } = await trial.visit();
    await page.goto(`${trial.link}?lang=en`);
    await toFirstPage(page);
    await page.getByRole("radio", { name: "Ukraine" }).check();
    await isSaved(page);
    await page.locator("[data-do=not-mine]").click();
    await page.locator('.saved[data-state="borrowed"]').waitFor();
    const left = async () => (await leftBehind(page)).databases;
    await expect.poll(left, { timeout: 15_000 }).toEqual([]);
    await page.route("**/*", (route) => route.abort());
    await page.locator(".bottom-buttons .primary").click();
    const said = page.locator('[data-page="unreachable"] .content');
    await said.waitFor();
    expect(await said.textContent()).toContain("Nothing is kept here");
    expect(await said.textContent()).not.toContain("safe");
  });
});

describe.skipIf(why !== undefined)("words that want to become a program", () => {
  const folder = mkdtempSync(join(tmpdir(), "tiltas-hostile-"));
  let trial: Trial;
  beforeAll(async () => {
    cpSync(smallInstrument, folder, { recursive: true });
    for (const file of ["questionnaire.json", "notice/1.json", "manifest.json"]) {
      const path = join(folder, file);
      writeFileSync(path, JSON.stringify(poisoned(JSON.parse(readFileSync(path, "utf8")))));
    }
    trial = await startTrial(launchChromium, folder);
  });
  afterAll(async () => {
    await trial?.stop();
    rmSync(folder, { recursive: true });
  });

  test(
    "titles, labels, notice and notes with hostile words do nothing on the light page",
    patient,
    async () => {
      const { page, complaints } = await trial.visit();
      await page.addInitScript(() => Object.assign(window, { executed: 0 }));
      await page.goto(`${trial.link}?lang=en&mode=interviewer`);
      for (const summary of await page.locator("summary").all()) await summary.click();
      await toFirstPage(page);
      expect(await page.locator("main").textContent()).toContain("onerror");
      await page.waitForTimeout(300);
      expect(await page.evaluate(() => Reflect.get(window, "executed"))).toBe(0);
      expect(complaints).toEqual([]);
    },
  );
});

const payload = `"><img src=x onerror="executed++"><svg onload=executed++></svg><a href="javascript:executed++">x</a></template></script><script>executed++</script>`;

/** Every text that people read, with a payload behind it. */
function poisoned(value: unknown, key = ""): unknown {
  if (typeof value === "string") return ["lt", "en", "ar", "default"].includes(key) ? value + payload : value;
  if (Array.isArray(value)) return value.map((one) => poisoned(one));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, poisoned(one, name)]));
}
