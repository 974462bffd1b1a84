import { rmSync } from "node:fs";
import type { Page } from "playwright-core";
import type { Plugin } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium, whyNoBrowser } from "../../../tests/support/chromium.ts";
import { hostileInstrument } from "../trial/hostile/instrument.ts";
import { payloads } from "../trial/hostile/payloads.ts";
import { screenOf } from "../trial/person.ts";
import { smallInstrument, startTrial, type Trial } from "../trial/trial.ts";

const why = whyNoBrowser();
if (why) console.log(`Skipped hostile words in a browser: ${why}.`);

const patient = { timeout: 200_000 };

/** The policy of the pages stops most of it; here it is switched off, so that what is left is the drawing of words. */
const defenceless = { viewport: { width: 820, height: 1180 }, locale: "en-GB", bypassCSP: true };

describe.skipIf(why !== undefined)("words of an instrument or of an answer never become a program", () => {
  const folder = hostileInstrument(smallInstrument);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  describe("as the application draws them", () => {
    let trial: Trial;
    beforeAll(async () => {
      trial = await startTrial(launchChromium, folder);
    });
    afterAll(() => trial?.stop());

    test(
      "nothing runs, nothing is fetched, nothing waits: from the notice to the receipt",
      patient,
      async () => {
        expect(payloads.length).toBeGreaterThanOrEqual(300);
        const { page, happened } = await watched(trial);
        const found: string[] = [];
        await meetEveryScreen(page, trial.link, async () => void found.push(...(await armed(page))));
        expect(found).toEqual([]);
        expect(happened).toEqual([]);
      },
    );
  });

  describe("as SurveyJS draws them by itself", () => {
    let trial: Trial;
    beforeAll(async () => {
      trial = await startTrial(launchChromium, folder, [withoutOurNotes]);
    });
    afterAll(() => trial?.stop());

    test("they run", patient, async () => {
      const { page, happened } = await watched(trial);
      await toFirstPageOfTheApplication(page, trial.link);
      await expect.poll(() => happened.length).toBeGreaterThan(10);
      expect((await armed(page)).length).toBeGreaterThan(30);
    });
  });
});

/** The protection taken away: the same application, with SurveyJS's own drawing of words between the questions. */
const withoutOurNotes: Plugin = {
  name: "without-our-notes",
  enforce: "pre",
  transform: (code, id) =>
    id.endsWith("questions/index.ts") ? code.replace('register("html", Note);', "void Note;") : undefined,
};

/** A page on which everything that a payload could do is heard. */
async function watched(trial: Trial): Promise<{ readonly page: Page; readonly happened: string[] }> {
  const { page, complaints: happened } = await trial.visit(defenceless);
  page.setDefaultTimeout(100_000);
  page.on("dialog", (dialog) => {
    happened.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.addInitScript(() => {
    Object.assign(globalThis, { trap: () => console.error("a trap has sprung") });
  });
  return { page, happened };
}

async function toFirstPageOfTheApplication(page: Page, link: string): Promise<void> {
  await meetTheLightPage(page, link, async () => {});
  await page.locator('[data-page="page0"]').waitFor();
}

async function meetTheLightPage(page: Page, link: string, onScreen: () => Promise<void>): Promise<void> {
  await page.goto(`${link}?lang=en`);
  for (const screen of ["notice", "consent", "consents", "interview"]) {
    await page.locator(`[data-screen="${screen}"]`).waitFor();
    await onScreen();
    const onward = screen === "consent" ? '[data-testid="agree"]' : ".primary";
    await page.locator(`[data-screen="${screen}"] ${onward}`).click();
  }
}

async function meetEveryScreen(page: Page, link: string, onScreen: () => Promise<void>): Promise<void> {
  await meetTheLightPage(page, link, onScreen);
  await page.locator('[data-page="page0"]').waitFor();
  while ((await screenOf(page)) === "interview") {
    const before = await page.getAttribute("main", "data-page");
    await page.locator(".bottom-buttons .primary").click();
    await page.locator(".error-summary").waitFor();
    await onScreen();
    await page.locator(".error-summary .link-button").click();
    await page.waitForFunction(
      (name) =>
        ![name, "loading"].includes(document.querySelector("main")?.getAttribute("data-page") ?? null),
      before,
    );
  }
  await page.getByTestId("receipt-code").waitFor();
  await onScreen();
}

/** What of a payload has become more than words on the page as it stands: elements, handlers, addresses. */
function armed(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { getAttributeNames, getAttribute } = Element.prototype;
    const words = ["title", "placeholder", "value", "aria-label", "lang"];
    const programs =
      "script style template iframe frame object embed base meta link svg math form img video audio marquee noscript xmp";
    const ours = 'template[data-section], form[autocomplete="off"], script[type="application/json"]';
    const isProgram = (element: Element) =>
      programs.split(" ").includes(element.localName) &&
      !element.matches(ours) &&
      !(element.localName === "script" && element.innerHTML.length > 4000) &&
      /trap|evil/.test(element.outerHTML);
    const leadsElsewhere = /^(?:https|mailto|tel):/i;
    const told = (element: Element) => element.outerHTML.slice(0, 120);
    const found: string[] = [];
    const look = (root: ParentNode) => {
      for (const element of root.querySelectorAll("*")) {
        if (isProgram(element)) found.push(`element ${told(element)}`);
        for (const name of getAttributeNames.call(element)) {
          const value = getAttribute.call(element, name) ?? "";
          const isWords = words.includes(name) || (name === "href" && leadsElsewhere.test(value));
          if (name.startsWith("on") || (/trap|evil/.test(value) && !isWords))
            found.push(`attribute ${name} of ${told(element)}`);
        }
        if (element instanceof HTMLTemplateElement) look(element.content);
      }
    };
    look(document.body);
    return found;
  });
}
