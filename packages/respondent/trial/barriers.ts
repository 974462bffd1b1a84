import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { screenOf } from "./person.ts";

/** WCAG 2.2 A and AA findings of axe on what is on the screen once it stands still, as short lines. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const place = `${await screenOf(page)} ${await page.getAttribute("main", "data-page")}`;
  return violations.map(({ id, nodes }) => `${place}: ${id} at ${nodes[0]?.html}`);
}
