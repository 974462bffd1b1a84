import { wordsIn } from "@tiltas/instrument/words";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { barriers } from "../../packages/respondent/trial/barriers.ts";
import { leftBehind } from "../../packages/respondent/trial/person.ts";
import { launchChromium, whyNoBrowser } from "../support/chromium.ts";
import { proceed } from "./answering.ts";
import { everythingKept } from "./everything-kept.ts";
import { type Fieldwork, fieldwork } from "./fieldwork.ts";
import { consent, goOn, isReady, onPage, type People, peopleWith, phone } from "./village-people.ts";

const why = whyNoBrowser();
if (why) console.log(`Skipped answering and keeping: ${why}.`);

const soon = { timeout: 20_000 };
const nothingKept = { databases: [], local: 0, session: 0, cookies: "" };

describe.skipIf(why !== undefined)("answering and keeping, on a server as it is run", () => {
  let server: Fieldwork;
  let browser: Browser;
  let people: People;
  beforeAll(async () => {
    [server, browser] = await Promise.all([fieldwork(), launchChromium()]);
    people = peopleWith(browser);
  });
  afterAll(async () => {
    await browser?.close();
    expect(await server?.stop()).toBe(0);
  });

  const link = (query: string) => `${server.origin}/w/village?${query}`;
  const receiptOf = async (page: Page) => people.secret(await page.getByTestId("receipt-code").textContent());
  const isOffline = (page: Page, offline: boolean) => page.context().setOffline(offline);
  const storedWith = (word = "") => server.rows().filter(({ answers }) => answers.includes(word));
  const count = async () => (await server.staff<{ responses: number }>("waves/village")).responses;

  test("a phone in Ukrainian loses its network in the middle: answered to the end, sent when it is back, nothing left", async () => {
    const page = await people.visit({ ...phone, locale: "uk-UA" });
    await page.goto(link("lang=uk&channel=poster"));
    await consent(page);
    const words = [await people.answer(page)];
    await proceed(page);
    await onPage(page, "coordinator");
    await expect.poll(() => keepsThePage(page)).toBe(true);
    await isOffline(page, true);
    words.push(await people.answer(page));
    await page.locator('.saved[data-state="saved"]').waitFor();
    await page.reload();
    await onPage(page, "coordinator");
    await proceed(page);
    words.push(await people.answer(page));
    await proceed(page);
    await page.locator('[data-screen="sending"] .primary').waitFor();
    const { text } = await everythingKept(page);
    expect(words.filter((word) => text.includes(word))).toEqual([]);
    expect(storedWith(words[0])).toEqual([]);

    await isOffline(page, false);
    await receiptOf(page);
    const [row, ...others] = storedWith(words[0]);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ mode: "web", language: "uk", channel: "poster", findings: "[]" });
    for (const word of words) expect(row?.answers).toContain(word);
    await expect.poll(() => leftBehind(page), soon).toMatchObject(nothingKept);
    expect(await foreignToTheApplication(page)).toEqual([]);
    await page
      .getByRole("button", { name: wordsIn("uk").removeEverything(wordsIn("uk").onThisPhone) })
      .click();
    await page.locator(".what-is-left .secondary").waitFor({ state: "detached" });
    await expect.poll(() => leftBehind(page), soon).toEqual({ ...nothingKept, caches: [] });
    expect(await workers(page)).toBe(0);
    await page.context().close();
  });

  test("answers move to a computer by a code: not copied, opened once, finished there", async () => {
    const page = await people.visit({ ...phone, locale: "lt-LT" });
    await page.goto(link("lang=lt"));
    await consent(page);
    const word = await people.answer(page);
    await proceed(page);
    await onPage(page, "coordinator");
    await page.getByRole("button", { name: wordsIn("lt").moveTitle }).click();
    await page.locator('[data-screen="move"] .primary').click();
    const code = people.secret(await page.getByTestId("resume-code").textContent());
    await expect.poll(() => leftBehind(page), soon).toMatchObject(nothingKept);
    expect(server.onTheMove()).toBe(1);

    const [computer, late] = [await people.visit({ locale: "lt-LT" }), await people.visit(phone)];
    for (const other of [computer, late]) {
      await other.goto(link("lang=lt&resume"));
      await other.locator("#resume-code").fill(code);
      await other.locator(".primary").click();
      if (other === computer) await onPage(computer, "coordinator");
    }
    await expect.poll(() => late.locator("#resume-objection").textContent()).not.toBe("");
    expect(server.onTheMove()).toBe(0);
    await proceed(computer);
    await proceed(computer);
    await receiptOf(computer);
    expect(storedWith(word)).toHaveLength(1);
    await page.reload();
    await page.locator('[data-screen="notice"]').waitFor();
    for (const each of [page, computer, late]) await each.context().close();
  });

  test("Arabic from the link to the receipt and to what it is worth: from right to left, without a barrier", async () => {
    const page = await people.visit({ ...phone, locale: "ar" });
    const found: string[] = [];
    const look = async (name: string) => {
      await page.locator(`[data-screen="${name}"]:visible`).waitFor();
      expect(await page.getAttribute("html", "dir")).toBe("rtl");
      found.push(...(await barriers(page)));
    };
    await page.goto(link("lang=ar"));
    await look("notice");
    await page.locator('[data-screen="notice"] .primary').click();
    await look("consent");
    await page.getByTestId("agree").click();
    const words: string[] = [];
    for (const name of ["place", "coordinator", "work"]) {
      await onPage(page, name);
      words.push(await people.answer(page));
      await look("interview");
      if (name === "work") await isOffline(page, true);
      await proceed(page);
    }
    await page.locator('[data-screen="sending"] .primary').waitFor();
    await look("sending");
    await isOffline(page, false);
    const code = await receiptOf(page);
    await look("receipt");
    expect(storedWith(words[0])).toMatchObject([{ language: "ar", findings: "[]" }]);
    const before = await count();

    await page.goto(`${server.origin}/receipt?lang=ar`);
    await look("look-up");
    await page.locator("#code").fill("ABCD");
    await page.locator('[data-screen="look-up"] .primary').click();
    await page.locator("#objection:visible").waitFor();
    await look("look-up");
    await page.locator("#code").fill(code);
    await page.locator('[data-screen="look-up"] .primary').click();
    await look("receipt-kept");
    await page.locator('[data-screen="receipt-kept"] [data-go="sure"]').click();
    await look("receipt-sure");
    await page.locator('[data-do="withdraw"]:visible').click();
    await look("receipt-gone");
    expect(found).toEqual([]);
    expect(await count()).toBe(before - 1);
    expect(storedWith(words[0])).toEqual([]);

    await page.reload();
    await page.locator("#code").fill(code);
    await page.locator('[data-screen="look-up"] .primary').click();
    await page.locator('[data-screen="receipt-gone"]:visible').waitFor();
    await page.context().close();
  });

  test("an interviewer's tablet holds three interviews without network; back in it they arrive, nobody reads them again, and seven days later they are gone", async () => {
    const page = await people.paired(server, "interviewer");
    const cases = [
      ["J-001", "uk"],
      ["J-002", "lt"],
      ["J-003", "ar"],
    ] as const;
    const order = cases.map(([number, language]) => ({ number, municipality: null, language }));
    await server.staff("waves/village/cases", { device: null, cases: order });
    await page.reload();
    await page.locator('[data-case="J-003"]').waitFor();
    await isReady(page);
    await isOffline(page, true);
    await page.reload();
    await isReady(page);
    const written: string[] = [];
    const readable = async () => {
      const text = (await everythingKept(page)).text + (await page.content());
      return written.filter((word) => text.includes(word));
    };
    for (const [number, language] of cases) {
      await page.locator(`[data-case="${number}"] .secondary`).click();
      await page.locator(`.row-button[lang="${language}"]`).click();
      await consent(page);
      written.push(await people.answer(page));
      await goOn(page);
      await page.locator('[data-screen="hand-over"] .primary').click();
      await onPage(page, "coordinator");
      written.push(await people.answer(page));
      await goOn(page);
      await page.locator('[data-screen="hand-back"] .primary').click();
      await onPage(page, "work");
      written.push(await people.answer(page));
      await goOn(page);
      await page.getByTestId("next-person").click();
      await page.getByTestId("cases").waitFor();
      await expect.poll(() => page.locator(`[data-case="${number}"] .secondary`).count()).toBe(0);
      await expect.poll(() => page.getByTestId("unfinished").count()).toBe(0);
      expect(await readable()).toEqual([]);
    }
    await page.goBack({ timeout: 3000 }).catch(() => undefined);
    expect(await readable()).toEqual([]);
    await page.goto(`${server.origin}/tablet`);
    expect((await everythingKept(page)).rows).toMatchObject({ drafts: 0, outbox: 3, kept: 0 });
    expect(storedWith(written[0])).toEqual([]);

    await isOffline(page, false);
    await expect.poll(() => written.flatMap(storedWith).length, { timeout: 60_000 }).toBe(9);
    const rows = new Map(written.flatMap(storedWith).map((row) => [row.responseId, row]));
    expect(
      [...rows.values()].map(({ mode, language, findings }) => [mode, language, findings]).sort(),
    ).toEqual([
      ["interviewer", "ar", "[]"],
      ["interviewer", "lt", "[]"],
      ["interviewer", "uk", "[]"],
    ]);
    const outcomes = async () =>
      (await server.staff<{ disposition: string }[]>("waves/village/cases")).map((one) => one.disposition);
    await expect.poll(outcomes, { timeout: 30_000 }).toEqual(["complete", "complete", "complete"]);
    const kept = async () => (await everythingKept(page)).rows;
    expect(await kept()).toMatchObject({ drafts: 0, outbox: 0, kept: 3 });
    expect(await readable()).toEqual([]);

    const day = 24 * 3_600_000;
    await page.clock.install({ time: Date.now() + 6 * day });
    await page.reload();
    await page.getByTestId("queue").getByText("Jau gauta: 3").waitFor();
    expect(await kept()).toMatchObject({ kept: 3 });
    await page.clock.fastForward(2 * day);
    await expect.poll(kept, { timeout: 15_000 }).toMatchObject({ outbox: 0, kept: 0 });
    await page.getByText("Jau gauta").waitFor({ state: "detached" });
    await page.context().close();
  });

  test("a kiosk without network, twice in a row: nothing of the first person meets the second, both arrive, and nothing stays", async () => {
    const page = await people.paired(server, "kiosk");
    await page.locator("a.primary").click();
    const written: string[] = [];
    const rows = async () => (await everythingKept(page)).rows;
    const arrived = () => written.flatMap(storedWith);
    for (const [language, sentFrom] of [
      ["uk", link("mode=kiosk")],
      ["lt", `${server.origin}/tablet`],
    ] as const) {
      await isOffline(page, true);
      await page.locator(`a.row-button[lang="${language}"]`).click();
      await consent(page);
      for (const name of ["place", "coordinator", "work"]) {
        await onPage(page, name);
        expect(await page.locator('[data-screen="interview"] input:checked').count()).toBe(0);
        expect(await page.locator('[data-screen="interview"] textarea:visible').inputValue()).toBe("");
        written.push(await people.answer(page));
        await goOn(page);
      }
      await page.getByTestId("next-person").click();
      await page.locator("a.row-button").first().waitFor();
      for (const step of ["here", "back", "forward"] as const) {
        if (step === "back") await page.goBack({ timeout: 3000 }).catch(() => undefined);
        if (step === "forward") await page.goForward({ timeout: 3000 }).catch(() => undefined);
        const text = (await everythingKept(page)).text + (await page.content());
        expect(
          written.filter((word) => text.includes(word)),
          step,
        ).toEqual([]);
        expect(await page.locator('[data-screen="interview"]:visible').count(), step).toBe(0);
      }
      await page.goto(sentFrom);
      await expect.poll(rows).toMatchObject({ drafts: 0, outbox: 1, kept: 0 });
      await isOffline(page, false);
      await expect.poll(rows, { timeout: 45_000 }).toMatchObject({ outbox: 0, kept: 0 });
      expect(arrived()).toHaveLength(written.length);
    }
    expect(new Set(arrived().map(({ mode }) => mode))).toEqual(new Set(["kiosk"]));
    await page.context().close();
  });

  test("P03: of all that was written, shown and sent in these journeys the server's log holds nothing", () => {
    const told = server.output();
    const secrets = [...people.secrets, ...server.secrets];
    expect(secrets.length).toBeGreaterThan(30);
    expect(told.split("\n").filter((line) => line.includes('"route"')).length).toBeGreaterThan(30);
    expect(secrets.filter((word) => told.includes(word))).toEqual([]);
  });
});

/** Whether the page of the wave is kept for the time without network. */
function keepsThePage(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const keys = await (await caches.open("tiltas pages")).keys();
    return keys.some(({ url }) => url.includes("/w/village"));
  });
}

/** What lies in the caches besides the application, its questions and its empty pages. */
function foreignToTheApplication(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = await caches.keys();
    const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    const own = /^\/(respondent\/|w\/village$|tablet$|api\/(waves|instruments)\/)/;
    return kept
      .flat()
      .map(({ url }) => new URL(url).pathname)
      .filter((path) => !own.test(path));
  });
}

function workers(page: Page): Promise<number> {
  return page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
}
