import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type Browser, chromium, type Page } from "playwright-core";
import { findChromium } from "./chromium.ts";

/** A browser with a profile folder of its own, as somebody has it on a phone; it can be killed and started again. */
export interface OwnBrowser {
  /** The folder in which it keeps everything. */
  readonly profile: string;
  /** Opens the browser on its profile. @returns an empty page */
  start(): Promise<Page>;
  /** Takes its power away: SIGKILL to all of its processes. */
  kill(): Promise<void>;
  /** Closes it as a person would, and waits until it has written what it keeps. */
  leave(): Promise<void>;
  remove(): Promise<void>;
}

const words = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--remote-debugging-port=0",
];

export function ownBrowser(): OwnBrowser {
  const profile = mkdtempSync(join(tmpdir(), "tiltas-profile-"));
  let child: ChildProcess | undefined;
  let browser: Browser | undefined;

  /** A browser that was killed a moment ago now and then starts deaf; it is then started once more. */
  async function open(): Promise<Browser> {
    const path = findChromium();
    if (path === undefined) throw new Error("No Chromium was found.");
    child = spawn(path, [...words, `--user-data-dir=${profile}`], {
      stdio: ["ignore", "ignore", "pipe"],
      detached: true,
    });
    return chromium.connectOverCDP(await debuggingAddress(child), { timeout: 15_000 });
  }
  async function gone(end: () => unknown): Promise<void> {
    const ended = new Promise((resolve) => child?.once("exit", resolve));
    await end();
    await ended;
    child = undefined;
    await browser?.close().catch(() => undefined);
  }
  async function kill(): Promise<void> {
    const group = child?.pid;
    if (group === undefined) return;
    await gone(() => process.kill(-group, "SIGKILL"));
  }
  return {
    profile,
    async start() {
      browser = await open().catch(async () => {
        await kill();
        return open();
      });
      const context = browser.contexts()[0];
      if (context === undefined) throw new Error("The browser opened no window.");
      return context.pages()[0] ?? context.newPage();
    },
    kill,
    leave: () =>
      gone(async () => {
        const session = await browser?.newBrowserCDPSession();
        await session?.send("Browser.close").catch(() => undefined);
      }),
    async remove() {
      await kill();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function debuggingAddress({ stderr }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (stderr === null) return reject(new Error("The browser cannot be heard."));
    const lines = createInterface({ input: stderr });
    lines.on("line", (line) => {
      const [, address] = /DevTools listening on (ws:\S+)/.exec(line) ?? [];
      if (address !== undefined) resolve(address);
    });
    lines.once("close", () => reject(new Error("The browser ended before it was ready.")));
  });
}
