import { Candidate } from "@tiltas/contract/releases";
import type { APIRequestContext, Page } from "playwright-core";
import type { SignIn } from "../support/sign-ins.ts";

/** Signs in through the page, as a person does. */
export async function signIn(page: Page, origin: string, { email, password }: SignIn): Promise<void> {
  await page.goto(`${origin}/console/`);
  await page.locator('[data-page="sign-in"] input[type="email"]').fill(email);
  await page.locator('[data-page="sign-in"] input[type="password"]').fill(password);
  await page.locator('[data-page="sign-in"] button[type="submit"]').click();
  await page.locator('[data-page="waves"], [data-page="wave"], [data-page="people"]').first().waitFor();
}

/** The number that the wave page shows. */
export async function responseCount(page: Page, origin: string, wave: string): Promise<number> {
  await page.goto(`${origin}/console/waves/${wave}`);
  const shown = page.getByTestId("response-count");
  await shown.waitFor();
  return Number((await shown.textContent())?.replace(/\D/g, ""));
}

/** Computes the figures of a wave over the API of a signed-in page, and waits for them. */
export async function computeFigures(request: APIRequestContext, origin: string, wave: string) {
  const asked = await request.post(`${origin}/api/staff/waves/${wave}/candidates`, { headers: { origin } });
  if (asked.status() !== 202)
    throw new Error(`The figures were refused: ${asked.status()} ${await asked.text()}`);
  const { id } = Candidate.parse(await asked.json());
  for (let tries = 0; tries < 2_000; tries++) {
    const candidate = Candidate.parse(
      await (await request.get(`${origin}/api/staff/candidates/${id}`)).json(),
    );
    if (candidate.state === "ready") return candidate;
    if (candidate.state !== "running")
      throw new Error(`The figures are ${candidate.state}: ${candidate.failure}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("The figures were not finished in time.");
}

/** Signs figures, and takes the workbook of the release that they become. */
export async function releasedWorkbook(
  request: APIRequestContext,
  origin: string,
  id: string,
  language: "lt" | "en",
) {
  const signed = await request.post(`${origin}/api/staff/candidates/${id}/signatures`, {
    data: { notes: { lt: "", en: "" }, corrects: null },
    headers: { origin },
  });
  const { wave, release } = Candidate.parse(await signed.json());
  const path = `waves/${wave}/releases/${release}/workbook?language=${language}`;
  const workbook = await request.get(`${origin}/api/staff/${path}`, { timeout: 120_000 });
  return Buffer.from(await workbook.body());
}
