import { appendFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium, whyNoBrowser } from "../../../tests/support/chromium.ts";
import { ownBrowser } from "../../../tests/support/own-browser.ts";
import { serveProbe } from "../trial/probe/serve.ts";

const why = whyNoBrowser();
if (why) console.log(`Skipped the storage of devices: ${why}.`);

/** Head of a record of a LevelDB log: checksum, length 21,409, "whole"; what it announces never came. */
const brokenOffRecord = Buffer.from([1, 2, 3, 4, 0xa1, 0x53, 1]);

const kills = process.env.TILTAS_FULL ? 200 : 12;

describe.skipIf(why !== undefined)("what a browser does to its storage is noticed, and said", () => {
  let browser: Browser;
  let probe: Awaited<ReturnType<typeof serveProbe>>;
  beforeAll(async () => {
    [browser, probe] = await Promise.all([launchChromium(), serveProbe()]);
  });
  afterAll(async () => {
    await browser?.close();
    await probe?.stop();
  });

  async function visit(): Promise<{ page: Page; session: CDPSession }> {
    const page = await (await browser.newContext()).newPage();
    await page.goto(probe.address);
    return { page, session: await page.context().newCDPSession(page) };
  }
  const states = (page: Page) => page.evaluate(() => globalThis.probe.states);

  test("R24: a cleared storage is noticed within seconds; the open interview is written again, what is lost is counted", async () => {
    const { page, session } = await visit();
    await page.evaluate(() => globalThis.probe.queue(2));
    await page.reload();
    expect(await page.evaluate(() => globalThis.probe.waiting())).toBe(2);
    expect(await page.evaluate(() => globalThis.probe.save(7, 100))).toBe("saved");
    const origin = new URL(probe.address).origin;
    await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
    await expect
      .poll(() => states(page), { timeout: 30_000 })
      .toEqual([{ kind: "lost", drafts: 0, waiting: 2, restored: 1 }]);
    await page.reload();
    expect(await page.evaluate(() => globalThis.probe.newest())).toBe(7);
  });

  test("control of R24: where nobody looks, a cleared storage is met when it is too late", async () => {
    const { page, session } = await visit();
    await page.addInitScript(() => Object.assign(globalThis, { setInterval: () => 0 }));
    await page.reload();
    expect(await page.evaluate(() => globalThis.probe.save(7, 100))).toBe("saved");
    const origin = new URL(probe.address).origin;
    await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
    await page.waitForTimeout(3000);
    expect(await states(page)).toEqual([]);
    await page.reload();
    expect(await page.evaluate(() => globalThis.probe.newest())).toBeUndefined();
  });

  test("R24: a connection that the browser closes is opened again, and the next answer is kept", async () => {
    const { page } = await visit();
    await page.evaluate(() => globalThis.probe.save(1, 100));
    await page.evaluate(() => globalThis.probe.closeUnderneath());
    expect(await page.evaluate(() => globalThis.probe.save(2, 100))).toBe("saved");
    expect(await page.evaluate(() => globalThis.probe.newest())).toBe(2);
    const control = await page.evaluate(() => globalThis.probe.writeOnClosed());
    expect(control, "without opening it again").toBe("InvalidStateError");
  });

  test("R26: on a full device the answer that does not fit is not called saved, and nothing before it is harmed", async () => {
    const { page, session } = await visit();
    const quotaSize = 2 * 2 ** 20;
    await session.send("Storage.overrideQuotaForOrigin", {
      origin: new URL(probe.address).origin,
      quotaSize,
    });
    expect(await page.evaluate(() => globalThis.probe.queue(3))).toBe(3);
    expect(await page.evaluate(() => globalThis.probe.save(1, 1000))).toBe("saved");
    expect(await page.evaluate(() => globalThis.probe.save(2, 8_000_000))).toBe("QuotaExceededError");
    expect(await states(page)).toEqual([{ kind: "full" }]);
    expect(await page.evaluate(() => globalThis.probe.newest())).toBe(1);
    expect(await page.evaluate(() => globalThis.probe.waiting())).toBe(3);
    const control = await page.evaluate(() => globalThis.probe.saveHastily(9, 8_000_000));
    expect(control, "said before the transaction is complete").toEqual({ said: "saved", isTrue: false });
    expect(await page.evaluate(() => globalThis.probe.newest())).toBe(1);
    await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(probe.address).origin });
    expect(await page.evaluate(() => globalThis.probe.save(3, 1000))).toBe("saved");
    expect((await states(page)).at(-1)).toEqual({ kind: "ok" });
  });

  /** Kills the browser in the middle of saving. @returns how often an answer that was called saved is not there */
  async function lostByKills(count: number, isHasty: boolean): Promise<number> {
    const phone = ownBrowser();
    let lost = 0;
    try {
      let called = 0;
      for (let number = 0; number <= count; number++) {
        const page = await phone.start();
        await page.exposeFunction("heard", (saved: number) => {
          called = Math.max(called, saved);
        });
        await page.goto(probe.address);
        const newest = (await page.evaluate(() => globalThis.probe.newest())) ?? 0;
        if (newest < called) lost += 1;
        called = newest;
        if (number === count) break;
        await page.evaluate((hasty) => globalThis.probe.saveOn(hasty), isHasty);
        await expect.poll(() => called, { timeout: 20_000 }).toBeGreaterThan(newest);
        await new Promise((resolve) => setTimeout(resolve, (number * 37) % 150));
        await phone.kill();
      }
    } finally {
      await phone.remove();
    }
    return lost;
  }

  /**
   * A crash breaks off the record that Chromium is writing; the next visit writes behind it; the one after that reads
   * damage and begins with nothing.
   * @returns the number of the newest answer on the device, before and after the damage
   */
  async function newestAfterBrokenRecord(hasBuckets: boolean): Promise<readonly (number | undefined)[]> {
    const phone = ownBrowser();
    const visit = async () => {
      const page = await phone.start();
      if (!hasBuckets)
        await page.addInitScript(() =>
          Object.defineProperty(Navigator.prototype, "storageBuckets", { value: undefined }),
        );
      await page.goto(probe.address);
      return page;
    };
    try {
      await (await visit()).evaluate(() => globalThis.probe.save(1, 20_000));
      await phone.kill();
      const folder = join(phone.profile, "Default", "IndexedDB");
      const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
      const log = names.find((name) => name.endsWith(".log")) ?? "";
      appendFileSync(join(folder, log), brokenOffRecord);
      const second = await visit();
      const before = await second.evaluate(() => globalThis.probe.newest());
      await second.evaluate(() => globalThis.probe.save(2, 20_000));
      await phone.kill();
      const after = await (await visit()).evaluate(() => globalThis.probe.newest().catch(() => undefined));
      return [before, after];
    } finally {
      await phone.remove();
    }
  }

  test("R25: a record that a crash broke off costs nothing, although the browser later throws its database away", async () => {
    expect(await newestAfterBrokenRecord(true)).toEqual([1, 2]);
  });

  test("control of R25: without the copy in a storage of its own, everything is gone two visits later", async () => {
    expect(await newestAfterBrokenRecord(false)).toEqual([1, undefined]);
  });

  test(`R25: ${kills} times killed while saving, every answer that was called saved is there`, async () => {
    expect(await lostByKills(kills, false)).toBe(0);
  }, 1_800_000);

  test("control of R25: “saved” said before the transaction is complete is a promise that kills break", async () => {
    expect(await lostByKills(3, true)).toBeGreaterThan(0);
  }, 300_000);
});
