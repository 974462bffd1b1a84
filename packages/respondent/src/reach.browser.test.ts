import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium, whyNoBrowser } from "../../../tests/support/chromium.ts";
import { barriers } from "../trial/barriers.ts";
import { heard } from "../trial/heard.ts";
import { kindNames, kindsInstrument } from "../trial/kinds.ts";
import { focusOf, proceed } from "../trial/person.ts";
import { phone, smallInstrument, startTrial, type Trial } from "../trial/trial.ts";

const why = whyNoBrowser();
if (why) console.log(`Skipped the reach of each kind of item in a browser: ${why}.`);

const patient = { timeout: 300_000 };
const trees = join(import.meta.dirname, "trees");

describe.skipIf(why !== undefined)("every kind of item is within everybody's reach", () => {
  const folder = kindsInstrument(smallInstrument);
  let trial: Trial;
  beforeAll(async () => {
    trial = await startTrial(launchChromium, folder);
  });
  afterAll(async () => {
    await trial?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function begin(page: Page, language: string): Promise<void> {
    await page.goto(`${trial.link}?lang=${language}`);
    for (const onward of [
      '[data-screen="notice"] .primary',
      '[data-testid="agree"]',
      '[data-screen="consents"] .primary',
    ])
      await page.locator(onward).click();
    await page.locator('[data-screen="interview"] .primary').click();
    await page.locator('[data-page="one"]').waitFor();
  }

  test(
    "the keyboard alone answers each of them, shows where it is, and is never caught",
    patient,
    async () => {
      const { page } = await trial.visit({ viewport: { width: 1280, height: 800 }, locale: "lt-LT" });
      await begin(page, "lt");
      for (const name of kindNames) {
        await page.locator(`[data-page="${name}"]`).waitFor();
        await expect.poll(async () => (await focusOf(page)).tag).toBe("H1");
        await tabInto(page, name);
        for (const key of keys[name] ?? []) await page.keyboard.press(key);
        await tabTo(page, ({ isPrimary }) => isPrimary);
        await page.keyboard.press("Enter");
      }
      await page.locator('[data-page="end"]').waitFor();
      await proceed(page);
      await page.getByTestId("receipt-code").waitFor();
      expect(trial.server.received.at(-1)?.answers).toMatchObject(answered);
    },
  );

  test("the reasons beside a number are reached with the keyboard, and take its place", patient, async () => {
    const { page } = await trial.visit({ viewport: { width: 1280, height: 800 }, locale: "lt-LT" });
    await begin(page, "lt");
    await leaveEmptyUntil(page, "number");
    await tabTo(page, ({ type }) => type === "number");
    await tabTo(page, ({ type }) => type === "radio");
    await page.keyboard.press("Space");
    expect(await page.getByRole("radio", { name: "Nežinau" }).isChecked()).toBe(true);
  });

  test(
    "an item is heard when somebody wants it, without network too, and says why it is asked",
    patient,
    async () => {
      const { page, complaints } = await trial.visit({
        viewport: { width: 1280, height: 800 },
        locale: "lt-LT",
      });
      await begin(page, "lt");
      await leaveEmptyUntil(page, "words");
      const [listen, stop] = ["Paklausyti", "Sustabdyti"].map((name) => page.getByRole("button", { name }));
      for (const isOffline of [false, true]) {
        await page.context().setOffline(isOffline);
        await listen?.click();
        await stop?.waitFor();
        await listen?.waitFor();
        expect(await page.locator(".listen [role=status]").textContent()).toBe("");
      }
      expect(complaints).toEqual([]);
      await page.locator(".why summary").click();
      expect(await page.locator(".why").textContent()).toContain("Kad suprastume, kas svarbu.");
      expect(await page.locator(".why").count()).toBe(1);
    },
  );

  const faces = [
    ["lt", "light"],
    ["ar", "dark"],
  ] as const;
  test.each(faces)(
    "in %s, %s, at 320 pixels: refused, each says what is wanted; no barrier, nothing cut, each named",
    patient,
    async (language, colorScheme) => {
      const { page, complaints } = await trial.visit({
        ...{ ...phone, viewport: { width: 320, height: 640 }, colorScheme, reducedMotion: "reduce" },
      });
      await begin(page, language);
      const found: string[] = [];
      const told: string[] = [];
      for (const name of kindNames) {
        await page.locator(`[data-page="${name}"]`).waitFor();
        await page.locator(".bottom-buttons .primary").click();
        await page.locator(".error-summary").waitFor();
        if (isJudged(language, name)) found.push(...(await barriers(page)));
        found.push(...(await cut(page)));
        if (!ofTheBrowser.includes(name)) told.push(`# ${name}`, await heard(page), "");
        await page.locator(".error-summary .link-button").click();
      }
      await page.locator('[data-page="end"]').waitFor();
      expect([found, complaints]).toEqual([[], []]);
      await expect(`${told.join("\n")}\n`).toMatchFileSnapshot(join(trees, `kinds.${language}.txt`));
    },
  );

  test("what was written in another direction stands apart in an Arabic sentence", patient, async () => {
    const { page } = await trial.visit(phone);
    await begin(page, "ar");
    await leaveEmptyUntil(page, "line");
    await page.locator('input[type="text"], input:not([type])').first().fill("Kaunas (12)!");
    await proceed(page);
    await leaveEmptyUntil(page, "end");
    expect(await page.getAttribute("html", "dir")).toBe("rtl");
    const isolated = "\u2068Kaunas (12)!\u2069";
    expect(await page.locator(".sd-html").textContent()).toBe(`كتبتم: ${isolated}.`);
    expect(await page.locator(".sd-question__title").last().textContent()).toContain(isolated);
    const signs = await page.locator(".choice").evaluateAll((rows) =>
      rows.map((row) => {
        const at = (part: string) => row.querySelector(part)?.getBoundingClientRect().left ?? 0;
        return at(".choice-sign") > at(".choice-text");
      }),
    );
    expect(new Set(signs)).toEqual(new Set([true]));
  });
});

/** Every way of drawing in Lithuanian; in Arabic a sample in everyday runs; every kind in both with TILTAS_FULL. */
function isJudged(language: string, kind: string): boolean {
  if (process.env.TILTAS_FULL !== undefined) return true;
  return language === "lt" ? !drawnLikeOthers.includes(kind) : ["list", "statements"].includes(kind);
}

/** A calendar is named by the browser, in its own language. */
const ofTheBrowser = ["day"];
const drawnLikeOthers = ["line", "yes_no", "slide", "day", "grid", "picture", "buttons"];

/** The keys that answer an item, from its first stop. */
const keys: Readonly<Record<string, readonly string[]>> = {
  one: ["Space", "ArrowDown"],
  many: ["Space", "Tab", "Space"],
  list: ["k", "a", "ArrowDown", "ArrowUp", "Enter"],
  statements: ["Space", "Tab", "Space", "ArrowRight"],
  number: ["1", "2"],
  words: ["Enter", "Tab", "Enter", "Tab", "a", "b", "Enter", "c"],
  line: ["a", "Space", "b"],
  yes_no: ["Space", "ArrowDown"],
  scale: ["Space", "ArrowRight", "ArrowRight"],
  tags: ["k", "a", "u", "Tab", "Space"],
  order: ["Tab", "Space", "Tab", "Space"],
  slide: ["ArrowRight", "ArrowRight"],
  range: ["ArrowRight", "Tab", "ArrowLeft"],
  day: ["ArrowUp", "Tab", "ArrowUp", "Tab", "ArrowUp"],
  fields: ["3", "Tab", "a"],
  grid: ["Space", "Tab", "2", "Tab", "Space", "Tab", "4"],
  people: ["9", "Tab", "Space", "Tab", "Tab", "Enter", "Shift+Tab", "Shift+Tab", "Space"],
  children: ["7"],
  picture: ["Space"],
  buttons: ["Space", "ArrowDown"],
};
const answered = {
  ...{ one: "bad", many: ["good", "bad"], list: "c1", statements: { home: "good", work: "bad" }, number: 12 },
  ...{ words: "ab\nc", line: "a b", yes_no: false, scale: 2, tags: ["c1"], order: ["bad", "so", "good"] },
  ...{
    slide: 20,
    range: [10, 90],
    day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    fields: { rooms: 3, street: "a" },
  },
  ...{ grid: { home: { how: "good", many: 2 }, work: { how: "good", many: 4 } }, children: [{ age: 7 }] },
  ...{ people: [{ age: 9, school: true }, { school: false }], picture: "good", buttons: "bad" },
};

type Focus = Awaited<ReturnType<typeof focusOf>>;

async function tabTo(page: Page, isThere: (focus: Focus) => boolean): Promise<void> {
  for (let stops = 0; stops < 40; stops++) {
    await page.keyboard.press("Tab");
    const focus = await focusOf(page);
    expect(focus.isVisible, `${focus.tag} ${focus.type} shows its focus`).toBe(true);
    if (isThere(focus)) return;
  }
  throw new Error("The keyboard is caught: forty stops and not there yet.");
}

/** To the first stop inside the item. */
async function tabInto(page: Page, name: string): Promise<void> {
  const isInside = () =>
    page.evaluate((item) => document.activeElement?.closest(`[data-name="${item}"]`) !== null, name);
  for (let stops = 0; stops < 10 && !(await isInside()); stops++) await tabTo(page, () => true);
  expect(await isInside(), name).toBe(true);
}

async function leaveEmptyUntil(page: Page, name: string): Promise<void> {
  while ((await page.getAttribute("main", "data-page")) !== name) {
    const before = await page.getAttribute("main", "data-page");
    await page.locator(".bottom-buttons .primary").click();
    await page.locator(`.error-summary, main:not([data-page="${before}"])`).first().waitFor();
    if (await page.locator(".error-summary").count())
      await page.locator(".error-summary .link-button").click();
    await page.locator(`main:not([data-page="${before}"])`).waitFor();
  }
}

/** What does not fit the width of the screen, as it is and with the spacing that people may set for themselves. */
async function cut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const over = (how: string) => {
      const excess = document.documentElement.scrollWidth - innerWidth;
      const name = document.querySelector("main")?.dataset.page;
      const inner = document.querySelector(".content");
      const hidden = inner === null ? 0 : inner.scrollWidth - inner.clientWidth;
      return excess > 0 || hidden > 0 ? [`${name} ${how}: ${excess} ${hidden}`] : [];
    };
    const plain = over("as it is");
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }",
    );
    document.adoptedStyleSheets = [sheet];
    const spaced = over("with wide spacing");
    document.adoptedStyleSheets = [];
    return [...plain, ...spaced];
  });
}
