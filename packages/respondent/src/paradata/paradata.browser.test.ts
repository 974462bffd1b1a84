import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium, whyNoBrowser } from "../../../../tests/support/chromium.ts";
import { agree, answerPage, goThrough, leftBehind, proceed } from "../../trial/person.ts";
import { startTrial, type Trial } from "../../trial/trial.ts";

const why = whyNoBrowser();
if (why) console.log(`Skipped paradata in a browser: ${why}.`);

describe.skipIf(why !== undefined)("what happens during an interview", () => {
  let trial: Trial;
  beforeAll(async () => {
    trial = await startTrial(launchChromium);
  });
  afterAll(() => trial?.stop());

  test("is recorded over a reload, arrives after the answers, says nothing of them, and leaves no trace", async () => {
    const { page } = await trial.visit();
    await agree(page, `${trial.link}?lang=en`);
    await answerPage(page);
    await proceed(page);
    await answerPage(page);
    await page.locator(".language-switch").selectOption("uk");
    for (let pages = 0; pages < 4; pages++) {
      await proceed(page);
      await answerPage(page);
    }
    await page.locator('.saved[data-state="saved"]').waitFor();
    await page.reload();
    await page.locator('[data-screen="interview"]').waitFor();
    await goThrough(page);
    await page.getByTestId("receipt-code").waitFor();
    await expect.poll(async () => (await leftBehind(page)).databases, { timeout: 20_000 }).toEqual([]);
    await expect.poll(() => trial.server.paradata.length).toBeGreaterThan(1);

    const [upload] = trial.server.received;
    const batches = trial.server.paradata.toSorted((a, b) => a.batch - b.batch);
    expect(new Set(batches.map(({ responseId }) => responseId))).toEqual(new Set([upload?.responseId]));
    expect(batches.map(({ batch }) => batch)).toEqual(batches.map((_, i) => i + 1));
    const events = batches.flatMap((batch) => batch.events);
    const kinds = events.map(({ kind }) => kind);
    for (const kind of ["page-shown", "answer-changed", "language-changed", "resumed"] as const)
      expect(kinds).toContain(kind);
    expect([kinds[0], kinds.at(-1)]).toEqual(["page-shown", "finished"]);
    expect(events.find(({ kind }) => kind === "answer-changed")?.item).toBe("dsg_municipality");
    expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).toSorted((a, b) => a - b));
    const fields = new Set(events.flatMap((event) => Object.keys(event)));
    expect([...fields].toSorted()).toEqual(["at", "item", "kind", "language", "page"]);
    expect(events.filter(({ item }) => item === "hou_rooms").length).toBeGreaterThan(0);
  });
});
