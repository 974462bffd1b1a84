import type { Page } from "playwright-core";

/** What a browser must never do on our pages, collected while a journey runs. */
export interface Watch {
  /** Requests to any origin but the server's own. */
  readonly foreignRequests: string[];
  /** Content-security-policy refusals and uncaught errors, as the console words them. */
  readonly complaints: string[];
}

export function watch(page: Page, origin: string): Watch {
  const foreignRequests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(data|blob|about):/.test(url)) foreignRequests.push(url);
  });
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return { foreignRequests, complaints };
}

/** From the opened link to the first question: reads the notice, agrees, and gives every separate consent. */
export async function agree(page: Page): Promise<void> {
  await page.locator('[data-screen="notice"] .primary').click();
  await page.getByTestId("agree").click();
  await giveConsents(page);
}

/** Ticks every separate consent, where the notice asks for some, and goes on to the first question. */
export async function giveConsents(page: Page): Promise<void> {
  const consents = page.locator('[data-screen="consents"]');
  const interview = page.locator('[data-screen="interview"]');
  await consents.or(interview).waitFor();
  if (await interview.isVisible()) return;
  for (const box of await consents.locator('input[type="checkbox"]').all())
    await box.evaluate((input) => input.closest("label")?.click());
  await consents.locator(".primary").click();
  await interview.waitFor();
}

/**
 * Answers every page that the routing shows: the first option of every choice, the first column of every matrix row.
 * @returns the names of the pages met, in order
 */
export async function answerEverything(page: Page): Promise<string[]> {
  const met: string[] = [];
  for (let pages = 0; pages < 100; pages++) {
    const main = page.locator('[data-screen="interview"]');
    if (!(await main.isVisible())) return met;
    met.push((await main.getAttribute("data-page")) ?? "");
    await chooseFirst(page);
    await proceed(page);
  }
  throw new Error(`The interview did not end; pages met: ${met.join(", ")}`);
}

/** Continues, and waits until another page or screen is there. */
export async function proceed(page: Page): Promise<void> {
  const name = await page.locator('[data-screen="interview"]').getAttribute("data-page");
  await page.locator('[data-screen="interview"] .bottom-bar .primary').click();
  await page.waitForFunction((before) => {
    const main = document.querySelector("main");
    return main !== null && !["loading", before].includes(main.getAttribute("data-page"));
  }, name);
}

/** Chooses the first option of every choice and of every matrix row; on the page "start" the second, for the first age is a child's. */
export async function chooseFirst(page: Page): Promise<void> {
  const name = await page.locator('[data-screen="interview"]').getAttribute("data-page");
  const groups = await page.locator('[data-screen="interview"] input[type="radio"]').evaluateAll((inputs) => {
    const names = inputs.map((input) => input.getAttribute("name") ?? "");
    return [...new Set(names)];
  });
  for (const group of groups) {
    const option = page.locator(`input[type="radio"][name="${group}"]`).nth(name === "start" ? 1 : 0);
    if (await option.count()) await option.evaluate((input) => input.closest("label")?.click());
  }
}
