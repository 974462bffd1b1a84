import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { launchChromium, whyNoBrowser } from "../support/chromium.ts";
import { type RunningServer, startServer } from "../support/running-server.ts";
import { type SignIn, signInOf } from "../support/sign-ins.ts";

/** A demonstration server and a browser, both there while the tests of a journey run. */
export interface Demonstration {
  readonly origin: string;
  /** A page in a browser profile of its own: another person, another device. */
  newPage(options?: BrowserContextOptions): Promise<Page>;
  /** What the server printed for a role. */
  signInOf(role: string): SignIn;
}

/** How the server is started, and the address under which it is reached. */
export type Start = () => Promise<{ readonly server: RunningServer; readonly origin: string }>;

const onLoopback: Start = async () => {
  const server = await startServer(["--demo"]);
  return { server, origin: `http://localhost:${server.port}` };
};

/** Tests on a demonstration of their own; skipped with a sentence where no browser is. The server must end with code 0. */
export function onDemonstration(
  title: string,
  tests: (demonstration: Demonstration) => void,
  start: Start = onLoopback,
): void {
  const why = whyNoBrowser();
  if (why) console.log(`Skipped "${title}": ${why}.`);
  describe.skipIf(why !== undefined)(title, () => {
    let served: Awaited<ReturnType<Start>> | undefined;
    let browser: Browser | undefined;
    beforeAll(async () => {
      served = await start();
      browser = await launchChromium();
    });
    afterAll(async () => {
      await browser?.close();
      expect(await served?.server.stop()).toBe(0);
    });
    tests({
      get origin() {
        return running(served).origin;
      },
      newPage: async (options) => (await running(browser).newContext(options)).newPage(),
      signInOf: (role) => signInOf(role, running(served).server.output()),
    });
  });
}

function running<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error("The demonstration runs inside tests and hooks only.");
  return thing;
}
