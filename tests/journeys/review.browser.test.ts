import { randomUUID } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { canonicalJson, sha256 } from "@tiltas/instrument/versions";
import { openStore } from "@tiltas/store/open";
import type { Store } from "@tiltas/store/port";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { smallInstrument } from "../../server/support/small-instrument.ts";
import { autumn } from "../../server/support/wave.ts";
import { openAccounts } from "../support/accounts.ts";
import { launchChromium, whyNoBrowser } from "../support/chromium.ts";
import { type RunningServer, startServer } from "../support/running-server.ts";
import { signIn } from "./staff.ts";

const researcher = { email: "tyreja@tiltas.example", password: "four words that fit" };
const why = whyNoBrowser();
if (why) console.log(`Skipped "review": ${why}.`);

/** A wave with two responses that do not fit, and an hour in which one channel brought thirty people who all say 0. */
async function prepare(folder: string): Promise<void> {
  const store = await openStore({ folder });
  await store.publishInstrument(smallInstrument);
  await store.saveStudy({
    id: "integration",
    title: { lt: "Integracija", en: "Integration" },
    synthetic: false,
  });
  await store.saveWave({ ...autumn, closes: "2099-12-31" });
  for (let hour = 0; hour < 12; hour++)
    for (let i = 0; i < 3; i++) await receive(store, { hour, belonging: 8, channel: "market" });
  for (let i = 0; i < 30; i++) await receive(store, { hour: 20, belonging: 0, channel: "market" });
  for (const path of ["municipality", "/mode"])
    await receive(store, {
      hour: 21,
      belonging: 5,
      channel: null,
      findings: [{ path, reason: "unknown-code" }],
    });
  await store.close();
  await openAccounts(folder, [{ ...researcher, role: "researcher" }]);
}

async function receive(
  store: Store,
  {
    hour,
    belonging,
    channel,
    findings = [],
  }: { hour: number; belonging: number; channel: string | null; findings?: object[] },
): Promise<void> {
  const answers = canonicalJson({ municipality: "13", belonging });
  await store.receive({
    responseId: randomUUID(),
    revision: 1,
    parent: null,
    instrument: smallInstrument.digest,
    wave: "autumn",
    consent: "{}",
    answers,
    hash: sha256(answers),
    language: "lt",
    mode: "web",
    channel,
    municipality: "13",
    findings: JSON.stringify(findings),
    receivedAt: new Date(Date.UTC(2026, 10, 20, hour, 5)),
  });
}

describe.skipIf(why !== undefined)("review", () => {
  let server: RunningServer;
  let browser: Browser;
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), "tiltas-review-"));
    await prepare(folder);
    server = await startServer([], { folder });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    expect(await server?.stop()).toBe(0);
  });

  const open = async (options: BrowserContextOptions) => {
    const page = await (await browser.newContext(options)).newPage();
    const origin = `http://localhost:${server.port}`;
    await signIn(page, origin, researcher);
    await page.goto(`${origin}/console/waves/autumn/review`);
    await page.locator('[data-page="review"] .sentence').waitFor();
    await page.waitForLoadState("networkidle");
    return page;
  };
  const violations = async (page: Page) => {
    const found = await new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
      .analyze();
    return found.violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target.join(" ")}`);
  };
  const reviews = async (page: Page) =>
    (
      await page.request.get(
        `http://localhost:${server.port}/api/staff/waves/autumn/reviews?state=has-issues`,
      )
    ).json();

  test("a response is approved by keyboard, with a reason, and taken back at once", async () => {
    const page = await open({ locale: "en-GB", reducedMotion: "reduce" });
    expect(await page.locator(".sentence").textContent()).toBe(
      "2 of 68 responses have issues and wait for a decision.",
    );
    const [first] = await page.getByTestId("response-card").all();
    expect(await first?.textContent()).toContain("an option that is not offered");
    await first?.getByRole("button").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.locator(".objection", { hasText: "Write why." }).waitFor();
    await page.keyboard.type("The coordinator explained it");
    await page.keyboard.press("Enter");
    await page.locator(".notice", { hasText: "approved" }).waitFor();
    await expect.poll(async () => (await reviews(page)).counts.approved).toBe(1);
    await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
    await expect.poll(async () => (await reviews(page)).counts["has-issues"]).toBe(2);
    const { responses } = await reviews(page);
    const decided = responses.find(({ history }: { history: unknown[] }) => history.length > 0);
    expect(decided.history.map(({ state }: { state: string }) => state)).toEqual(["approved", "has-issues"]);
    await page.context().close();
  });

  test("a burst is found, tried out, set aside and lifted; nothing is deleted", async () => {
    const page = await open({ locale: "lt-LT", reducedMotion: "reduce" });
    await page.getByTestId("look").click();
    await page.locator(".sign").getByRole("button").first().click();
    await page.getByTestId("set-aside").waitFor();
    expect(await page.locator(".preview").textContent()).toMatch(/30 anketų.*66 anketos/);
    expect(await violations(page)).toEqual([]);
    await page.locator('input[name="channel"]').fill("fair");
    await page.getByTestId("preview").click();
    await page.locator(".preview", { hasText: "neatėjo nė viena anketa" }).waitFor();
    await page.locator('input[name="channel"]').fill("market");
    await page.getByTestId("preview").click();
    await page.locator(".preview table").waitFor();
    await page.locator('input[name="reason"]').fill("Viena ranka");
    await page.getByTestId("set-aside").click();
    const lift = page.getByRole("button", { name: /^Grąžinti: / });
    await lift.waitFor();
    await lift.click();
    await page.getByText(/^Grąžinta \d/).waitFor();
    await page.locator(".notice", { hasText: "vėl įtrauks" }).waitFor();
    expect(await page.locator(".notice").count(), "what was true before is not said any more").toBe(1);
    const { counts } = await reviews(page);
    expect(counts).toEqual({ received: 66, "has-issues": 2, approved: 0, rejected: 0 });
    await page.context().close();
  });

  test.each(["light", "dark"] as const)(
    "on a phone, %s, axe has nothing to object to",
    async (colorScheme) => {
      const page = await open({
        viewport: { width: 360, height: 740 },
        colorScheme,
        reducedMotion: "reduce",
      });
      expect(await violations(page)).toEqual([]);
      const tooWide = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
      expect(tooWide).toBe(0);
      await page.context().close();
    },
  );
});
