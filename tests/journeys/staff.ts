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

/** Computes a report over the API of a signed-in page and waits for it. */
export async function computeReport(
  request: APIRequestContext,
  origin: string,
  wave: string,
  language: "lt" | "en",
) {
  const asked = await request.post(`${origin}/api/staff/waves/${wave}/reports`, {
    data: { language },
    headers: { origin },
  });
  if (asked.status() !== 202)
    throw new Error(`The report was refused: ${asked.status()} ${await asked.text()}`);
  const { id } = await asked.json();
  for (let tries = 0; tries < 600; tries++) {
    const report = await (await request.get(`${origin}/api/staff/reports/${id}`)).json();
    if (report.state !== "running") {
      const workbook = await request.get(`${origin}/api/staff/reports/${id}/workbook`);
      return { report, workbook: Buffer.from(await workbook.body()) };
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("The report was not finished after two minutes.");
}
