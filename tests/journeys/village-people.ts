import { randomUUID } from "node:crypto";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { Fieldwork } from "./fieldwork.ts";

export const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
export const tablet = { viewport: { width: 820, height: 1180 }, hasTouch: true, locale: "lt-LT" };

/** People and devices of the village; what they write and are told is remembered as something that no log may hold. */
export interface People {
  readonly secrets: readonly string[];
  /** Another device. */
  visit(options: BrowserContextOptions): Promise<Page>;
  /** Chooses the first option of the page and writes a word of its own below it. @returns the word */
  answer(page: Page): Promise<string>;
  /** The code that a page shows or the office made, remembered as a secret. */
  secret(code: string | null): string;
  /** A tablet with a code that the office made, ready to leave it. */
  paired(server: Fieldwork, purpose: "interviewer" | "kiosk"): Promise<Page>;
}

export function peopleWith(browser: Browser): People {
  const secrets: string[] = [];
  const people: People = {
    secrets,
    async visit(options) {
      const page = await (await browser.newContext({ ...options, reducedMotion: "reduce" })).newPage();
      page.setDefaultTimeout(30_000);
      return page;
    },
    async answer(page) {
      const word = randomUUID();
      secrets.push(word);
      const words = page.locator('[data-screen="interview"] textarea:visible');
      await page.locator('[data-screen="interview"] input[type="radio"]').first().check();
      await words.fill(word);
      await words.blur();
      return word;
    },
    secret(code) {
      if (!code) throw new Error("No code is shown.");
      secrets.push(code, code.replaceAll(/[\s-]/g, ""));
      return code;
    },
    async paired(server, purpose) {
      const order = { label: "Jonava 1", purpose, wave: "village", municipality: null };
      const { code } = await server.staff<{ code: string }>("devices", order);
      const page = await people.visit(tablet);
      const answered = page.waitForResponse((response) => response.url().endsWith("/api/devices"));
      await page.goto(`${server.origin}/tablet`);
      await page.locator("#pairing-code").fill(people.secret(code));
      await page.locator(".primary").click();
      people.secret((await (await answered).json()).token);
      await isReady(page);
      return page;
    },
  };
  return people;
}

/** Waits until the tablet says that it is ready without network. */
export async function isReady(page: Page): Promise<void> {
  await page.locator('[data-testid="ready"].is-ready').waitFor();
}

export async function onPage(page: Page, name: string): Promise<void> {
  await page.locator(`[data-screen="interview"][data-page="${name}"]`).waitFor();
}

/** Reads the notice and agrees. */
export async function consent(page: Page): Promise<void> {
  await page.locator('[data-screen="notice"] .primary').click();
  await page.getByTestId("agree").click();
  await onPage(page, "place");
}

export async function goOn(page: Page): Promise<void> {
  await page.locator('[data-screen="interview"] .bottom-bar .primary').click();
}
