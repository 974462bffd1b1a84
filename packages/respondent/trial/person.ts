import type { Page } from "playwright-core";

/** Which screen of the application a person sees. */
export function screenOf(page: Page): Promise<string | null> {
  return page.getAttribute("main", "data-screen");
}

/** Opens the link, reads the notice and agrees. */
export async function agree(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.locator('[data-screen="notice"] .primary').click();
  await page.getByTestId("agree").click();
  await page.locator('[data-screen="interview"]').waitFor();
}

/** Answers everything on the page that has no answer yet: the first choice, a small number, a few words. */
export async function answerPage(page: Page): Promise<void> {
  const light = page.locator("select.list-field");
  if (await light.count()) await light.selectOption({ index: 1 });
  const list = page.locator('input[role="combobox"]');
  if (await list.count()) {
    await list.fill("kaun");
    await page.locator('[role="option"]').first().click();
  }
  for (const group of await page.getByRole("radiogroup").all()) {
    const choices = group.locator('input[type="radio"]');
    if ((await choices.count()) > 0 && (await group.locator("input:checked").count()) === 0)
      await choices.first().check();
  }
  const multiple = page.locator('input[type="checkbox"]');
  if (await multiple.count()) await multiple.first().check();
  for (const number of await page.locator('input[type="number"]').all()) await number.fill("2");
  for (const words of await page.locator("textarea").all()) await words.fill("…");
}

/** Presses "Continue" and waits until another page, or another screen, is there. */
export async function proceed(page: Page): Promise<void> {
  const before = await page.getAttribute("main", "data-page");
  await page.locator(".bottom-buttons .primary").click();
  await page.waitForFunction(
    (name) => !["loading", name].includes(document.querySelector("main")?.getAttribute("data-page") ?? null),
    before,
  );
}

/**
 * Goes through the interview to its end.
 *
 * @param onPage  called on each page after it was answered
 */
export async function goThrough(
  page: Page,
  onPage: (name: string) => Promise<void> = async () => {},
): Promise<void> {
  while ((await screenOf(page)) === "interview") {
    await answerPage(page);
    await onPage((await page.getAttribute("main", "data-page")) ?? "");
    await proceed(page);
  }
}

/** Answers the first page and leaves the rest open, to be at the end soon. */
export async function hurryThrough(page: Page): Promise<void> {
  await answerPage(page);
  while ((await screenOf(page)) === "interview") await proceed(page);
}

/** What a page can leave on a device. */
export function leftBehind(page: Page) {
  return page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    local: localStorage.length,
    session: sessionStorage.length,
    caches: await caches.keys(),
    cookies: document.cookie,
  }));
}

export interface Focus {
  readonly tag: string;
  readonly type: string | null;
  readonly isPrimary: boolean;
  readonly isVisible: boolean;
}

/** What has the focus, and whether a person can see that it has. */
export function focusOf(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const { top, bottom } = element.getBoundingClientRect();
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return {
      tag: element.tagName,
      type: element.getAttribute("type"),
      isPrimary: element.classList.contains("primary"),
      isVisible: top > -2 && bottom < innerHeight + 2 && outlineStyle === "solid" && outlineWidth === "3px",
    };
  });
}
