import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { whyNoBrowser } from "../support/chromium.ts";
import { type OwnBrowser, ownBrowser } from "../support/own-browser.ts";
import { filesHolding } from "./profile-search.ts";
import { edition, type Redeploying, redeploying } from "./redeploying.ts";

const why = whyNoBrowser();
if (why) console.log(`Skipped the search of a browser's whole profile: ${why}.`);

/** Words that nobody else writes, one for the light page and one for the application. */
const canaries = [crypto.randomUUID(), crypto.randomUUID()] as const;

describe.skipIf(why !== undefined)(
  "P04: whoever finds the phone finds no answer in the browser's whole profile",
  () => {
    let server: Redeploying;
    let phone: OwnBrowser;
    beforeAll(async () => {
      server = await redeploying();
    });
    afterAll(() => server?.remove());
    beforeEach(async () => {
      await server.stop();
      await server.start("first");
      await server.publish(edition(1));
      phone = ownBrowser();
    });
    afterEach(() => phone.remove());
    const found = () => filesHolding(phone.profile, canaries);

    /** Writes the canaries on the first page and on the second, and waits until they are called saved. */
    async function answer(): Promise<Page> {
      const page = await phone.start();
      page.setDefaultTimeout(15_000);
      await page.goto(`${server.origin}/w/autumn?lang=en`);
      await page.locator('[data-screen="notice"] .primary').click();
      await page.getByTestId("agree").click();
      await page.locator('[data-screen="interview"] textarea:visible').fill(canaries[0]);
      await page.locator(".bottom-buttons .primary:visible").click();
      await page.locator('[data-page="two"] textarea').fill(canaries[1]);
      await page.locator('[data-page="two"] textarea').blur();
      await page.locator(".saved").getByText(/saved/i).first().waitFor();
      return page;
    }

    test("in the middle of an interview, when the browser is closed and its session kept", async () => {
      await answer();
      await phone.leave();
      expect(found()).toEqual([]);
    });

    test("in the middle of an interview, when the battery dies", async () => {
      await answer();
      await new Promise((resolve) => setTimeout(resolve, 3000));
      await phone.kill();
      expect(found()).toEqual([]);
    });

    test("after the interview, when it waits for a network, and when it has arrived", async () => {
      const page = await answer();
      await server.stop();
      await page.locator(".bottom-buttons .primary:visible").click();
      await page.locator('[data-screen="sending"] .primary').waitFor();
      await phone.leave();
      expect(found()).toEqual([]);
      await server.start("first");
      const again = await phone.start();
      await again.goto(`${server.origin}/w/autumn?lang=en`);
      await again.getByTestId("receipt-code").waitFor();
      await phone.leave();
      expect(found()).toEqual([]);
    });

    test("control of P04: an answer kept in plain text, or in a form that browsers restore, is found", async () => {
      const page = await phone.start();
      await page.goto(`${server.origin}/w/autumn?lang=en`);
      await page.evaluate((canary) => {
        localStorage.setItem("draft", canary);
        document.body.innerHTML = "<textarea></textarea>";
      }, canaries[0]);
      await page.locator("textarea").fill(canaries[1]);
      await page.goto(`${server.origin}/w/spring?lang=en`);
      await phone.leave();
      const files = found();
      expect(files.some((name) => name.includes("Local Storage"))).toBe(true);
      expect(files.some((name) => name.includes("Session"))).toBe(true);
    });
  },
);
