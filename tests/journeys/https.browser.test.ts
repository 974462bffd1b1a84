import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeCertificate } from "../support/certificate.ts";
import { launchChromium, whyNoBrowser } from "../support/chromium.ts";
import { freePort, type RunningServer, startServer } from "../support/running-server.ts";
import { signInOf } from "../support/sign-ins.ts";
import { agree, answerEverything, watch } from "./answering.ts";
import { readQr } from "./qr.ts";
import { responseCount, signIn } from "./staff.ts";

const why = whyNoBrowser();
if (why) console.log(`Skipped the HTTPS journey: ${why}.`);

describe.skipIf(why !== undefined)("a server with a public address", () => {
  let server: RunningServer;
  let browser: Browser;
  let origin: string;

  beforeAll(async () => {
    const port = await freePort();
    origin = `https://localhost:${port}`;
    const { certificate, key } = makeCertificate();
    server = await startServer(
      ["--demo", "--public-url", origin, "--tls-cert", certificate, "--tls-key", key],
      { port },
    );
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    expect(await server?.stop()).toBe(0);
  });

  test("link, QR code, cookie and receipt all carry that address", async () => {
    const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: "en-GB" });
    const staff = await context.newPage();
    await signIn(staff, origin, signInOf("analyst", server.output()));
    await responseCount(staff, origin, "demo");
    const wave = await (await staff.request.get(`${origin}/api/staff/waves/demo`)).json();
    expect(wave.link).toBe(`${origin}/w/demo`);
    expect(await readQr(staff, "[data-qr-target]")).toBe(wave.link);

    const cookies = await context.cookies();
    expect(cookies).toMatchObject([
      {
        name: "__Host-tiltas",
        domain: "localhost",
        path: "/",
        secure: true,
        httpOnly: true,
        sameSite: "Lax",
      },
    ]);

    const page = await (
      await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 360, height: 740 } })
    ).newPage();
    const seen = watch(page, origin);
    await page.goto(`${wave.link}?lang=lt`);
    await agree(page);
    await answerEverything(page);
    await page.getByTestId("receipt-code").waitFor();
    expect(await page.locator('[data-screen="receipt"]').textContent()).toContain(origin);
    expect(seen).toEqual({ foreignRequests: [], complaints: [] });
  });

  test("a change asked for by another site is refused", async () => {
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    const refused = await context.request.post(`${origin}/api/session`, {
      data: { email: "someone@example.org", password: "does not matter" },
      headers: { origin: "https://elsewhere.example" },
    });
    expect(refused.status()).toBe(403);
    expect(refused.headers()["content-type"]).toContain("application/problem+json");
  });
});
