import { expect, test } from "vitest";
import { makeCertificate } from "../support/certificate.ts";
import { freePort, startServer } from "../support/running-server.ts";
import { agree, answerEverything, watch } from "./answering.ts";
import { type Demonstration, onDemonstration, type Start } from "./demonstration.ts";
import { readQr } from "./qr.ts";
import { responseCount, signIn } from "./staff.ts";

/** A public address of https with a certificate of our own, on a port chosen beforehand. */
const underPublicAddress: Start = async () => {
  const port = await freePort();
  const origin = `https://localhost:${port}`;
  const { certificate, key } = makeCertificate();
  const words = ["--demo", "--public-url", origin, "--tls-cert", certificate, "--tls-key", key];
  return { server: await startServer(words, { port }), origin };
};
const ignoreHTTPSErrors = true;

function journey(demonstration: Demonstration): void {
  test("link, QR code, cookie and receipt all carry that address", async () => {
    const { origin } = demonstration;
    const staff = await demonstration.newPage({ ignoreHTTPSErrors, locale: "en-GB" });
    await signIn(staff, origin, demonstration.signInOf("analyst"));
    await responseCount(staff, origin, "demo");
    const wave = await (await staff.request.get(`${origin}/api/staff/waves/demo`)).json();
    expect(wave.link).toBe(`${origin}/w/demo`);
    expect(await readQr(staff, "[data-qr-target]")).toBe(wave.link);

    const cookies = await staff.context().cookies();
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

    const page = await demonstration.newPage({ ignoreHTTPSErrors, viewport: { width: 360, height: 740 } });
    const seen = watch(page, origin);
    await page.goto(`${wave.link}?lang=lt`);
    await agree(page);
    await answerEverything(page);
    await page.getByTestId("receipt-code").waitFor();
    expect(await page.locator('[data-screen="receipt"]').textContent()).toContain(origin);
    const complaints = seen.complaints.filter((complaint) => complaint !== aboutTheTrialCertificate);
    expect({ ...seen, complaints }).toEqual({ foreignRequests: [], complaints: [] });
  });

  test("a change asked for by another site is refused", async () => {
    const { origin } = demonstration;
    const { request } = (await demonstration.newPage({ ignoreHTTPSErrors })).context();
    const refused = await request.post(`${origin}/api/session`, {
      data: { email: "someone@example.org", password: "does not matter" },
      headers: { origin: "https://elsewhere.example" },
    });
    expect(refused.status()).toBe(403);
    expect(refused.headers()["content-type"]).toContain("application/problem+json");
  });
}

/** A browser told to overlook our own certificate still looks at it for service workers. */
const aboutTheTrialCertificate = "An SSL certificate error occurred when fetching the script.";

onDemonstration("a server with a public address", journey, underPublicAddress);
