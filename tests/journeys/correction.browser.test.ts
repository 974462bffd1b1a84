import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { canonicalJson, sha256 } from "@tiltas/instrument/versions";
import { readInstrumentFolder } from "@tiltas/store/folders";
import { openStore } from "@tiltas/store/open";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "../structure/source-files.ts";
import { openAccounts } from "../support/accounts.ts";
import { launchChromium, whyNoBrowser } from "../support/chromium.ts";
import { type RunningServer, startServer } from "../support/running-server.ts";
import { signIn } from "./staff.ts";

const password = "four words that fit";
const analyst = { email: "analyst@tiltas.example", password, role: "analyst" } as const;
const researcher = { email: "tyreja@tiltas.example", password, role: "researcher" } as const;
const folder = readInstrumentFolder(join(root, "instruments/tcn-integration/0.1.0"));
/** Those who came through the market rate life at the top; without them the mean is lower. */
const byHour = { market: Date.UTC(2026, 10, 20, 20, 5), others: Date.UTC(2026, 10, 19, 9, 5) };
const places = ["13", "19", "29"] as const;

const why = whyNoBrowser();
if (why) console.log(`Skipped "correction": ${why}.`);

/** A closed wave of a study that asks for two signatures: 180 people of three cities, 30 of them through one channel. */
async function prepare(data: string): Promise<void> {
  const store = await openStore({ folder: data });
  await store.publishInstrument({ digest: folder.digest, ...folder.manifest, files: folder.files });
  const title = { lt: "Integracija", en: "Integration" };
  await store.saveStudy({ id: "integration", title, synthetic: true, signatures: 2 });
  await store.saveWave({
    id: "autumn",
    study: "integration",
    title: { lt: "2026 m. ruduo", en: "Autumn 2026" },
    instrument: folder.digest,
    earlierInstruments: [],
    notice: 1,
    indicators: 1,
    languages: ["lt", "uk"],
    modes: ["web"],
    opens: "2026-11-01",
    closes: "2026-11-20",
    margins: null,
  });
  const people = Array.from({ length: 180 }, (_, i) => i);
  await Promise.all(people.map((i) => store.receive(aResponse(i))));
  await store.close();
  await openAccounts(data, [analyst, researcher]);
}

function aResponse(i: number) {
  const isMarket = i < 30;
  const place = places[i % places.length]!;
  const rated = isMarket ? 10 : i % 9;
  const answers = canonicalJson({ bel_life_satisfaction: rated, dsg_municipality: place });
  return {
    responseId: `00000000-0000-4000-8000-${String(i).padStart(12, "0")}`,
    revision: 1,
    parent: null,
    instrument: folder.digest,
    wave: "autumn",
    consent: "{}",
    answers,
    hash: sha256(answers),
    language: "uk",
    mode: "web",
    channel: isMarket ? "market" : null,
    municipality: place,
    findings: "[]",
    receivedAt: new Date(isMarket ? byHour.market : byHour.others),
  };
}

describe.skipIf(why !== undefined)("two signatures, and a correction", () => {
  let server: RunningServer;
  let browser: Browser;
  let origin: string;
  let first: Page;
  let second: Page;
  beforeAll(async () => {
    const data = mkdtempSync(join(tmpdir(), "tiltas-correction-"));
    await prepare(data);
    server = await startServer([], { folder: data });
    origin = `http://localhost:${server.port}`;
    browser = await launchChromium();
    [first, second] = [await atRelease(analyst), await atRelease(researcher)];
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    expect(await server?.stop()).toBe(0);
  });

  const atRelease = async (person: typeof analyst | typeof researcher) => {
    const context = await browser.newContext({ locale: "en-GB", reducedMotion: "reduce" });
    const page = await context.newPage();
    await signIn(page, origin, person);
    return open(page);
  };
  const open = async (page: Page) => {
    await page.goto(`${origin}/console/release?wave=autumn`);
    await page.locator('[data-page="release"] h1').waitFor();
    await page.waitForLoadState("networkidle");
    return page;
  };
  const compute = async (page: Page) => {
    await page.getByTestId("prepare").focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.id === "compute");
    await page.getByTestId("release-preview").locator("[data-reason]").first().waitFor({ timeout: 90_000 });
  };
  /** By keyboard: the button, then the first button of the question that it asks. */
  const sign = async (page: Page) => {
    await page.getByTestId("sign").focus();
    await page.keyboard.press("Enter");
    await page.getByTestId("confirm-sign").waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
  };

  /** What a screen reader is at: the words of what has the focus, once it is on something. */
  const focused = async (page: Page) => {
    await page.waitForFunction(() => document.activeElement !== document.body);
    return page.evaluate(() => document.activeElement?.textContent);
  };

  test("the first person signs and can do no more; nothing is released until another has read the notes and signed", async () => {
    await compute(first);
    await first.locator('textarea[name="notes-en"]').fill("Three cities only.");
    await sign(first);
    await first.locator(".remark", { hasText: "You have signed" }).waitFor();
    expect(await focused(first), "after the first signature").toBe("Notes and signature");
    expect(await first.getByTestId("sign").count()).toBe(0);
    expect(await first.getByTestId("release").count()).toBe(0);
    await open(second);
    await second.locator("blockquote", { hasText: "Three cities only." }).waitFor();
    expect(await second.locator("textarea").count()).toBe(0);
    await sign(second);
    const release = second.getByTestId("release");
    await release.waitFor({ timeout: 60_000 });
    expect(await focused(second), "after the release").toBe("Releases of this wave");
    const words = (await release.textContent()) ?? "";
    for (const said of ["Release 1", analyst.email, researcher.email, "Three cities only."])
      expect(words).toContain(said);
  });

  test("a correction is a new release that says what changed; the one before says that it is corrected", async () => {
    const from = new Date(byHour.market - 300_000).toISOString();
    const until = new Date(byHour.market + 3_300_000).toISOString();
    const setAside = await second.request.post(`${origin}/api/staff/waves/autumn/set-asides`, {
      data: { channel: "market", from, until, reason: "One person answered for a queue." },
      headers: { origin },
    });
    expect(setAside.ok()).toBe(true);
    await open(first);
    await compute(first);
    expect(await first.getByTestId("release-preview").textContent()).toMatch(
      /release in force \d+ cells? say/,
    );
    await first.locator("p", { hasText: "This release will correct release 1." }).waitFor();
    await sign(first);
    await first.locator(".remark", { hasText: "You have signed" }).waitFor();
    await open(second);
    await sign(second);
    const corrected = second.locator('[data-testid="release"][data-number="2"]');
    await corrected.waitFor({ timeout: 60_000 });
    expect(await corrected.textContent()).toContain("Corrects release 1.");
    expect(await corrected.locator(".plain-list li").count()).toBeGreaterThan(0);
    expect(await second.locator('[data-testid="release"][data-number="1"]').textContent()).toContain(
      "Corrected by release 2",
    );
    for (const number of [1, 2]) {
      const url = `${origin}/api/staff/waves/autumn/releases/${number}/explore/cells?measure=bel.04&crossing=`;
      const { rows } = await (await second.request.get(url)).json();
      expect(rows[0].cell.respondents).toBe(number === 1 ? 180 : 150);
    }
  });

  test("a plan that protects people less is refused by its place; one that does not is written, and undone", async () => {
    await first.goto(`${origin}/console/weigh/plan?wave=autumn`);
    await first.getByRole("button", { name: "Change what protects people" }).click();
    const below = first.locator('input[name="policies.policies.1.protect.below"]');
    const usual = await below.inputValue();
    await first.locator('input[name="why"]').fill("More cells for the ministry.");
    await below.fill("few");
    await first.locator('input[name="policies.policies.0.protect.below"]').fill("6");
    await first.getByTestId("write-plan").click();
    await first.locator(".objection", { hasText: "holds no number" }).waitFor();
    await below.fill("1");
    await first.getByTestId("write-plan").click();
    const problems = first.getByTestId("plan-problems");
    await problems.waitFor();
    expect(await problems.textContent()).toContain(`must be at least ${usual}`);
    await first.getByTestId("undo-change").click();
    await first.getByTestId("undo-change").click();
    expect(await below.inputValue()).toBe(usual);
    await first.getByRole("button", { name: "Change the weighting" }).click();
    const text = first.locator('textarea[name="whole-weighting"]');
    await first
      .getByRole("button", { name: /the whole part as text/ })
      .first()
      .click();
    await text.fill((await text.inputValue()).replace('"fewest": 20,', '"fewest": 20'));
    await first.getByTestId("take-weighting").click();
    await first.locator(".objection", { hasText: "line 4" }).waitFor();
    await text.fill((await text.inputValue()).replace('"fewest": 20', '"fewest": 30,'));
    await first.getByTestId("take-weighting").click();
    await first.locator(".differences", { hasText: "Fewest respondents who are weighted" }).waitFor();
    await first.getByTestId("write-plan").click();
    await first.locator('[data-testid="plan-version"][data-number="1"]').waitFor();
    expect(await focused(first), "after writing").toBe("All numbers of this plan");
    const notice = first.locator(".notice", { hasText: "Plan 1 is in force" });
    await notice.getByRole("button", { name: "Undo" }).click();
    const back = first.locator('[data-testid="plan-version"][data-number="2"]');
    await back.waitFor();
    expect(await back.textContent()).toContain("Back to the standard plan.");
  });
});
