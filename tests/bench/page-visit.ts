import type { Browser, CDPSession, Page } from "playwright-core";

/** A phone of little means on a line of little means, as the peers were measured. */
const line = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
const slowdown = 4;

/** What somebody who answers at once presses, one after the other, and what tells that the answer is there. */
export interface Steps {
  readonly press: readonly string[];
  readonly done: string;
}

export interface Visit {
  /** From opening the link to the first answer, milliseconds. */
  readonly answered: number;
  readonly bytes: number;
  readonly longestTask: number;
}

/** One visit with nothing cached. */
export async function visit(browser: Browser, address: string, steps: Steps): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    isMobile: true,
    hasTouch: true,
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const bytes = await counted(session);
  await session.send("Network.emulateNetworkConditions", line);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await page.addInitScript({ content: answerAtOnce(steps) });
  await page.goto(address, { waitUntil: "commit" });
  const { answered, longestTask } = await whenAnswered(page);
  const until = bytes();
  await context.close();
  return { answered, bytes: until, longestTask };
}

/** Asked from outside, now and then: the page's own policy lets nothing be evaluated in it. */
async function whenAnswered(page: Page): Promise<Omit<Visit, "bytes">> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const seen = await page.evaluate<Omit<Visit, "bytes"> | undefined>("window.visit");
    if (seen !== undefined) return seen;
    await page.waitForTimeout(100);
  }
  throw new Error("The first answer was not there within a minute.");
}

async function counted(session: CDPSession): Promise<() => number> {
  let bytes = 0;
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await session.send("Network.enable");
  return () => bytes;
}

/** Runs in the page: presses whatever comes next as soon as it is painted, again until it works, and notes when the answer is there. */
const answerAtOnce = ({ press, done }: Steps) => `(() => {
  const press = ${JSON.stringify(press)};
  let longestTask = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration);
  }).observe({ type: "longtask", buffered: true });
  const painted = (wanted) => wanted &&
    [...document.querySelectorAll(wanted)].find((one) => one.offsetParent !== null);
  const look = () => {
    if (document.querySelector(${JSON.stringify(done)})) {
      window.visit = { answered: performance.now(), longestTask };
      return;
    }
    if (painted(press[1])) press.shift();
    const target = painted(press[0]);
    if (target && !target.checked) target.click();
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()`;
