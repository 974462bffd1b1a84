import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { startTrial } from "../../packages/respondent/trial/trial.ts";
import { launchChromium } from "../support/chromium.ts";
import type { Figure } from "./main.ts";

const flagship = fileURLToPath(new URL("../../instruments/tcn-integration/1.1.0", import.meta.url));
const [items, changes, slowdown] = [300, 12, 6];

/** From pressing "Continue" to the next page's heading in focus, on a very slow phone, in a long instrument. */
export async function pageChange(): Promise<readonly Figure[]> {
  const instrument = lengthened(items);
  const trial = await startTrial(launchChromium, instrument);
  try {
    const { page } = await trial.visit();
    await page.addInitScript({ content: watch });
    await toSecondPage(page, `${trial.link}?lang=en`);
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    const took: number[] = [];
    for (let change = 0; change < changes; change++) took.push(await changeOf(page));
    took.sort((a, b) => a - b);
    const name = `"Continue" to the next heading in focus, ${items} items (${slowdown}x CPU)`;
    return [
      figure("page.change", `${name}, median`, took[Math.floor(changes / 2)]),
      figure("page.change.slowest", `${name}, slowest of ${changes}`, took.at(-1)),
    ];
  } finally {
    await trial.stop();
    rmSync(instrument, { recursive: true, force: true });
  }
}

function figure(name: string, words: string, value = Number.NaN): Figure {
  return { name, case: words, value, unit: "ms", baseline: null, ratio: null };
}

async function toSecondPage(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.locator('[data-screen="notice"] .primary').click();
  await page.getByTestId("agree").click();
  await page.locator('[data-screen="consents"] .primary').click();
  await page.locator(".bottom-bar .primary").click();
  await page.locator('[data-screen="interview"]:not([data-page="start"])').waitFor();
  await page.locator('.saved[data-state="saved"]').waitFor();
}

async function changeOf(page: Page): Promise<number> {
  const before = await page.evaluate<number>("window.changes.length");
  await page.locator(".bottom-bar .primary").click();
  await page.waitForFunction((count) => (globalThis as unknown as Watched).changes.length > count, before);
  await page.waitForTimeout(500);
  return page.evaluate<number>("window.changes.at(-1)");
}

interface Watched {
  readonly changes: readonly number[];
}

/** Runs in the page: notes how long it takes from a press on "Continue" until another heading has the focus. */
const watch = `(() => {
  window.changes = [];
  let pressed;
  addEventListener("click", ({ target }) => {
    if (target.closest(".bottom-bar .primary")) pressed = performance.now();
  }, true);
  addEventListener("focusin", ({ target }) => {
    if (target.tagName !== "H1" || pressed === undefined) return;
    window.changes.push(performance.now() - pressed);
    pressed = undefined;
  });
})()`;

interface Questionnaire {
  readonly pages: { name: string; readonly elements: { name: string; type: string }[] }[];
}

/** Our own instrument with one of its pages again and again under other names. @returns its folder */
function lengthened(wanted: number): string {
  const folder = mkdtempSync(join(tmpdir(), "tiltas-long-"));
  cpSync(flagship, folder, { recursive: true });
  const path = (name: string) => join(folder, `${name}.json`);
  const questionnaire: Questionnaire = JSON.parse(readFileSync(path("questionnaire"), "utf8"));
  const measures = JSON.parse(readFileSync(path("measures"), "utf8"));
  const again = questionnaire.pages.find(({ name }) => name === "belonging");
  let count = questionnaire.pages.flatMap(({ elements }) => elements).length;
  for (let copy = 0; again !== undefined && count < wanted; copy++) {
    const page = structuredClone(again);
    page.name += `_${copy}`;
    for (const element of page.elements) {
      measures.items[`${element.name}_${copy}`] = measures.items[element.name];
      element.name += `_${copy}`;
    }
    count += page.elements.length;
    questionnaire.pages.splice(2, 0, page);
  }
  writeFileSync(path("questionnaire"), JSON.stringify(questionnaire));
  writeFileSync(path("measures"), JSON.stringify(measures));
  return folder;
}
