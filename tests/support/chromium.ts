import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
];

/** Where a Chromium is: CHROMIUM_PATH, then playwright's own, then the usual places; undefined if there is none. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  const candidates = [named, chromium.executablePath(), ...places];
  return candidates.find((path) => path !== undefined && path !== "" && existsSync(path));
}

/** Why browser tests are skipped, with the remedy; undefined when they can run. CI never skips them. */
export function whyNoBrowser(): string | undefined {
  if (findChromium() !== undefined || process.env.CI) return undefined;
  return "no Chromium found: install one (apt-get install chromium, or npx playwright install chromium) or set CHROMIUM_PATH";
}

/** A browser that talks to nobody but the pages under test. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error("No Chromium was found. Install the package chromium or set CHROMIUM_PATH.");
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
