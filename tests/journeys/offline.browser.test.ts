import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { launchChromium, whyNoBrowser } from "../support/chromium.ts";
import { edition, type Redeploying, redeploying } from "./redeploying.ts";

const why = whyNoBrowser();
if (why) console.log(`Skipped the application without network: ${why}.`);

const [first, second] = [edition(1), edition(2)];

describe.skipIf(why !== undefined)(
  "without network, and over a change of versions, an interview goes on",
  () => {
    let browser: Browser;
    let server: Redeploying;
    beforeAll(async () => {
      browser = await launchChromium();
      server = await redeploying();
    });
    beforeEach(async () => {
      await server.stop();
      await server.start("first");
      await server.publish(first);
    });
    afterAll(async () => {
      await browser?.close();
      await server?.remove();
    });
    const link = (wave: string) => `${server.origin}/w/${wave}?lang=en`;
    const phone = () => browser.newContext({ viewport: { width: 360, height: 740 }, locale: "en-GB" });
    const onPage = (page: Page, name: string) =>
      page.locator(`[data-screen="interview"][data-page="${name}"]`);

    async function begin(context: BrowserContext, wave: string): Promise<Page> {
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      await page.goto(link(wave));
      await page.locator('[data-screen="notice"] .primary').click();
      await page.getByTestId("agree").click();
      await onPage(page, "one").waitFor();
      await page.getByRole("radio", { name: "yes" }).first().check();
      await page.locator(".bottom-buttons .primary:visible").click();
      await onPage(page, "two").waitFor();
      await expect.poll(() => kept(page, wave), { timeout: 15_000 }).toBe(true);
      return page;
    }
    /** Whether the page of the wave is kept for the time without network. */
    const kept = (page: Page, wave: string) =>
      page.evaluate(async (name) => {
        const keys = await (await caches.open("tiltas pages")).keys();
        return keys.some(({ url }) => url.includes(`/w/${name}`));
      }, wave);
    /** What browsers keep by themselves of files they have loaded: gone any day, and never to be relied upon. */
    async function clearBrowserCache(page: Page): Promise<void> {
      const session = await page.context().newCDPSession(page);
      await session.send("Network.clearBrowserCache");
      await session.detach();
    }
    async function finish(page: Page): Promise<void> {
      for (const answer of await page.getByRole("radio", { name: "yes" }).all()) await answer.check();
      await page.locator(".bottom-buttons .primary:visible").click();
    }

    test("the second visit needs no network, and what is finished then is delivered later", async () => {
      const context = await phone();
      const page = await begin(context, "autumn");
      const before = (await server.stored()).size;
      await server.stop();
      await page.close();
      const again = await context.newPage();
      await again.goto(link("autumn"));
      await onPage(again, "two").waitFor();
      await finish(again);
      await again.locator('[data-screen="sending"]').waitFor();
      await server.start("first");
      await again.locator('[data-screen="sending"] .primary').click();
      await again.getByTestId("receipt-code").waitFor();
      expect((await server.stored()).size).toBe(before + 1);
      await context.close();
    });

    test("R27: a new version of the application disturbs no open interview, in neither tab, with and without network", async () => {
      const context = await phone();
      const inAutumn = await begin(context, "autumn");
      await inAutumn.evaluate(() => Object.assign(globalThis, { stillTheSame: true }));
      await server.stop();
      await server.start("second");
      const inSpring = await begin(context, "spring");
      expect(await inSpring.content()).toMatch(/assets\/index-s/);
      expect(await inAutumn.evaluate(() => Reflect.get(globalThis, "stillTheSame"))).toBe(true);
      await server.stop();
      for (const page of [inAutumn, inSpring]) {
        await page.reload();
        await onPage(page, "two").waitFor();
      }
      await server.start("second");
      const before = (await server.stored()).size;
      for (const page of [inAutumn, inSpring]) {
        await finish(page);
        await page.getByTestId("receipt-code").waitFor();
      }
      expect((await server.stored()).size).toBe(before + 2);
      await context.close();
    });

    test.each([
      [
        "goes on as if nothing had happened, where the new version keeps the files of the one before",
        "updated",
      ],
      ["keeps what was answered and goes on at the next try, where it does not", "second"],
    ] as const)("R27: a page that was open when the server was updated %s", async (_, update) => {
      const context = await phone();
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      await page.goto(link("autumn"));
      await server.stop();
      await server.start(update);
      await page.locator('[data-screen="notice"] .primary').click();
      await page.getByTestId("agree").click();
      await page.getByRole("radio", { name: "yes" }).first().check();
      await page.locator(".bottom-buttons .primary:visible").click();
      const notLoaded = page.locator('#first [data-page="unreachable"]');
      await notLoaded.or(onPage(page, "two")).waitFor();
      expect(await notLoaded.isVisible()).toBe(update === "second");
      if (update === "second") {
        await notLoaded.locator(".primary").click();
        await onPage(page, "one").waitFor();
        await expect(page.getByRole("radio", { name: "yes" }).first().isChecked()).resolves.toBe(true);
        await page.locator(".bottom-buttons .primary:visible").click();
        await onPage(page, "two").waitFor();
      }
      await finish(page);
      await page.getByTestId("receipt-code").waitFor();
      await context.close();
    });

    test("control of R27: without the files of the old version an open interview could not be gone on with", async () => {
      const context = await phone();
      const page = await begin(context, "autumn");
      await server.stop();
      await clearBrowserCache(page);
      await page.evaluate(() => caches.delete("tiltas files"));
      await page.reload().catch(() => undefined);
      await page.waitForTimeout(1000);
      expect(await onPage(page, "two").isVisible()).toBe(false);
      await server.start("second");
      await context.close();
    });

    test("R28: an interview begun on edition 1 is finished and stored on edition 1 after edition 2 was published", async () => {
      const context = await phone();
      const open = await begin(context, "autumn");
      const waiting = await begin(await phone(), "autumn");
      await server.stop();
      await finish(waiting);
      await waiting.locator('[data-screen="sending"] .primary').waitFor();
      await server.start("second");
      const before = await server.stored();
      await server.publish(second);
      await waiting.locator('[data-screen="sending"] .primary').click();
      await waiting.getByTestId("receipt-code").waitFor();
      await open.reload();
      await onPage(open, "two").waitFor();
      await open.getByText("Second question of edition 1").waitFor();
      expect(await open.getByText("Third question").count()).toBe(0);
      await finish(open);
      await open.getByTestId("receipt-code").waitFor();
      const later = [...(await server.stored())].filter(([id]) => !before.has(id));
      const onTheFirst = { instrument: first.digest, findings: "[]" };
      expect(later.map(([, response]) => response)).toEqual([onTheFirst, onTheFirst]);
      const anew = await begin(await phone(), "autumn");
      await anew.getByText("Third question").waitFor();
      await context.close();
    });

    test("control of R28: a wave that forgets its earlier edition objects to what was begun on it, and keeps it", async () => {
      const context = await phone();
      const page = await begin(context, "autumn");
      const before = await server.stored();
      await server.publish(second, false);
      await server.stop();
      await server.start("first");
      await finish(page);
      await page.getByTestId("receipt-code").waitFor();
      const [late] = [...(await server.stored())].filter(([id]) => !before.has(id));
      expect(late?.[1]).toMatchObject({ instrument: first.digest });
      expect(late?.[1].findings).toContain("version-not-of-wave");
      await context.close();
    });
  },
);
