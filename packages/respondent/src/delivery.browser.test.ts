import { wordsIn } from "@tiltas/instrument/words";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { launchChromium, whyNoBrowser } from "../../../tests/support/chromium.ts";
import { type Manner, receiptCode } from "../trial/collector.ts";
import { agree, answerPage, hurryThrough, leftBehind, proceed } from "../trial/person.ts";
import { startTrial, type Trial } from "../trial/trial.ts";

const why = whyNoBrowser();
if (why) console.log(`Skipped keeping and delivering in a browser: ${why}.`);

const patient = { timeout: 400_000 };
/** Databases go behind the page that says so: what a slow machine has not removed yet is waited for, not excused. */
const soon = { timeout: 20_000 };

describe.skipIf(why !== undefined)("answers are kept until they have arrived, and nothing afterwards", () => {
  let trial: Trial;
  beforeAll(async () => {
    trial = await startTrial(launchChromium);
  });
  afterAll(() => trial?.stop());
  beforeEach(() => {
    trial.server.manner = "stored";
    trial.server.received.length = 0;
  });
  test("before consent, and after declining, there is nothing on the device", async () => {
    const { page } = await trial.visit();
    await page.goto(trial.link);
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
    expect(trial.server.received).toEqual([]);
  });

  test("a reload goes on at the same page, in the language chosen last, with the answers given", async () => {
    const { page } = await trial.visit();
    await agree(page, `${trial.link}?lang=en&channel=office-qr`);
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
    await hurryThrough(page);
    await page.getByTestId("receipt-code").waitFor();
    expect(trial.server.received[0]).toMatchObject({ language: "ru", channel: "office-qr", mode: "web" });
    expect(trial.server.received[0]?.consent.language).toBe("en");
  });

  test.each(["captive-portal", "cut-off", "someone-else's-receipt", "wave-closed"] satisfies Manner[])(
    "%s: the answers stay, also over a reload, until the receipt for exactly them is there",
    patient,
    async (manner) => {
      const { page } = await trial.visit();
      await agree(page, trial.link);
      trial.server.manner = manner;
      await hurryThrough(page);
      const again = page.locator('[data-screen="sending"] .primary');
      await again.waitFor();
      expect((await leftBehind(page)).databases).toEqual(["tiltas"]);
      await page.reload();
      await again.waitFor();
      trial.server.manner = "stored";
      // It may have tried by itself and arrived meanwhile.
      const arrived = page.getByTestId("receipt-code").waitFor();
      await Promise.race([again.click().catch(() => undefined), arrived]);
      await arrived;
      expect(await page.getByTestId("receipt-code").textContent()).toBe(receiptCode);
      expect(new Set(trial.server.received.map(({ responseId, hash }) => responseId + hash)).size).toBe(1);
      const answers = { databases: [], local: 0, session: 0, cookies: "" };
      await expect.poll(() => leftBehind(page), soon).toMatchObject(answers);
      await page.locator(".what-is-left .secondary").click();
      await page.locator(".what-is-left .secondary").waitFor({ state: "detached" });
      await expect.poll(() => leftBehind(page), soon).toEqual({ ...answers, caches: [] });
      const workers = await page.evaluate(
        async () => (await navigator.serviceWorker.getRegistrations()).length,
      );
      expect(workers).toBe(0);
    },
  );

  test("a response in quarantine is with the office; the device lets go of it and says so", async () => {
    const { page } = await trial.visit();
    await agree(page, trial.link);
    trial.server.manner = "quarantined";
    await hurryThrough(page);
    await page.locator('[data-screen="office"]').waitFor();
    expect(await page.locator(".response-number").textContent()).toBe(trial.server.received[0]?.responseId);
    await expect.poll(async () => (await leftBehind(page)).databases, soon).toEqual([]);
  });

  test("after “Remove everything” a worker that the browser starts again keeps nothing again", async () => {
    const { page } = await trial.visit();
    await agree(page, trial.link);
    trial.server.manner = "quarantined";
    await hurryThrough(page);
    await page.locator(".what-is-left .secondary").click();
    await page.locator(".what-is-left .secondary").waitFor({ state: "detached" });
    const session = await page.context().newCDPSession(page);
    await session.send("ServiceWorker.enable");
    await session.send("ServiceWorker.stopAllWorkers");
    const status = await page.evaluate(async () => (await fetch("/api/waves/trial")).status);
    expect(status).toBe(200);
    expect((await leftBehind(page)).caches).toEqual([]);
  });

  test("where the browser keeps nothing the page says so, and still delivers", async () => {
    const { page } = await trial.visit();
    await page.addInitScript(() => Object.defineProperty(window, "indexedDB", { get: () => undefined }));
    await agree(page, trial.link);
    await answerPage(page);
    await page.locator(".saved[role=alert]").waitFor();
    await hurryThrough(page);
    await page.getByTestId("receipt-code").waitFor();
  });

  test("R24: storage that the browser clears in the middle is said within seconds, and the answers are there again", async () => {
    const { page } = await trial.visit();
    await agree(page, trial.link);
    await answerPage(page);
    await proceed(page);
    await page.locator('.saved[data-state="saved"]').waitFor();
    const session = await page.context().newCDPSession(page);
    await session.send("Storage.clearDataForOrigin", {
      origin: trial.server.address,
      storageTypes: "indexeddb",
    });
    await page.locator(".storage-strip").waitFor();
    const name = await page.getAttribute("main", "data-page");
    await page.reload();
    await page.locator(`[data-screen="interview"][data-page="${name}"]`).waitFor();
  });

  /** Other work of the same site takes all the room that the browser gives it. */
  async function fillUp(page: Page): Promise<void> {
    await page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open("something else");
        opening.onupgradeneeded = () => opening.result.createObjectStore("rows", { autoIncrement: true });
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const fits = (bytes: number) =>
        new Promise<boolean>((resolve) => {
          const writing = database.transaction("rows", "readwrite");
          writing.oncomplete = () => resolve(true);
          writing.onabort = () => resolve(false);
          writing.objectStore("rows").add(crypto.getRandomValues(new Uint8Array(bytes)));
        });
      for (let bytes = 65_536; bytes > 64; ) if (!(await fits(bytes))) bytes /= 2;
      database.close();
    });
  }

  test("R26: on a full phone the page says so beside the question, and the answers still arrive", async () => {
    const { page } = await trial.visit();
    const session = await page.context().newCDPSession(page);
    const origin = trial.server.address;
    await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 8 * 2 ** 20 });
    await agree(page, trial.link);
    await answerPage(page);
    await proceed(page);
    await page.locator('.saved[data-state="saved"]').waitFor();
    await fillUp(page);
    await answerPage(page);
    const sentence = wordsIn("uk").storageFull(wordsIn("uk").onThisPhone);
    await page.locator(".storage-strip", { hasText: sentence }).waitFor();
    await page.locator(".saved[role=alert]").waitFor();
    await hurryThrough(page);
    await page.getByTestId("receipt-code").waitFor();
  });

  /** From the notice to the first question, while the device is still being asked what it holds. */
  async function readsQuickly(page: Page, link: string): Promise<void> {
    await page.addInitScript(() => {
      const look = indexedDB.databases.bind(indexedDB);
      indexedDB.databases = async () => {
        await new Promise((resolve) => setTimeout(resolve, 1000));
        return look().finally(() => Object.assign(globalThis, { hasLooked: true }));
      };
    });
    await page.goto(link);
    await page.locator('[data-screen="notice"] .primary').click();
    await page.getByTestId("agree").waitFor();
    await page.waitForFunction(() => Reflect.get(globalThis, "hasLooked"));
    await page.waitForLoadState("networkidle");
    await page.getByTestId("agree").click();
    await page.locator('[data-screen="interview"]').waitFor();
  }
  const shared = { viewport: { width: 820, height: 1180 }, locale: "en-GB" };

  test(
    "what waits on a kiosk leaves while its languages are shown, and takes the page from nobody who reads",
    patient,
    async () => {
      const { page } = await trial.visit(shared);
      trial.server.manner = "captive-portal";
      await agree(page, `${trial.link}?mode=kiosk&lang=uk`);
      await hurryThrough(page);
      await page.getByTestId("next-person").click();
      await page.locator(".languages a").first().waitFor();
      await readsQuickly(page, `${trial.link}?mode=kiosk&lang=lt`);
      expect((await leftBehind(page)).databases).toEqual(["tiltas"]);
      trial.server.manner = "stored";
      await page.goto(`${trial.link}?mode=kiosk`);
      await expect.poll(async () => (await leftBehind(page)).databases, soon).toEqual([]);
      expect(await page.locator(".languages a").first().isVisible()).toBe(true);
    },
  );

  test(
    "what somebody else left on a borrowed computer takes the page from nobody who reads",
    patient,
    async () => {
      const { page } = await trial.visit(shared);
      trial.server.manner = "captive-portal";
      await agree(page, `${trial.link}?lang=en`);
      await page.getByRole("button", { name: wordsIn("en").notMine }).click();
      await hurryThrough(page);
      await page.locator('[data-screen="sending"] .primary').waitFor();
      await readsQuickly(page, `${trial.link}?lang=lt`);
    },
  );

  test("a second tab does not write over the first", async () => {
    const { page } = await trial.visit();
    await agree(page, trial.link);
    const second = await page.context().newPage();
    await second.goto(trial.link);
    await second.locator('[data-screen="elsewhere"] .primary').click();
    await second.locator('[data-screen="interview"]').waitFor();
    await page.locator('[data-screen="elsewhere"]').waitFor();
  });

  test("Exit leaves for an empty page, and the answers given are there on return", async () => {
    const { page } = await trial.visit();
    await agree(page, trial.link);
    await answerPage(page);
    await page.locator(".exit").click();
    await page.waitForURL("about:blank");
    await page.goto(trial.link);
    await page.locator('[data-screen="interview"]').waitFor();
    await expect.poll(() => page.locator('input[role="combobox"]').inputValue()).not.toBe("");
  });
});
