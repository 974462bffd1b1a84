import { readFileSync } from "node:fs";
import { Readable } from "node:stream";
import ExcelJS from "exceljs";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { onDemonstration } from "./demonstration.ts";
import { signIn } from "./staff.ts";

const margins = readFileSync(new URL("../../instruments/demonstration-margins.csv", import.meta.url), "utf8");
const asFile = (csv: string) => ({ name: "margins.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
/** Computing all figures of the demonstration takes this long at most, on a machine that does much else. */
const patience = { timeout: 400_000 };

onDemonstration("from margins to a released workbook", (demonstration) => {
  let staff: Page;
  const open = async (page: Page, place: string) => {
    await page.goto(`${demonstration.origin}/console/${place}`);
    await page.locator("[data-page] h1").waitFor();
    await page.waitForLoadState("networkidle");
  };

  beforeAll(async () => {
    staff = await demonstration.newPage({ locale: "en-GB", reducedMotion: "reduce" });
    await signIn(staff, demonstration.origin, demonstration.signInOf("analyst"));
  });

  test("margins with an error are refused by line, corrected in the file, and used", async () => {
    await open(staff, "weigh?wave=demo");
    const file = staff.getByTestId("margins-file").locator('input[type="file"]');
    const lines = margins.split("\n");
    const wrong = lines.with(2, lines[2]?.replace(",28793,", ",28 793 (?),") ?? "");
    await file.setInputFiles(asFile(wrong.join("\n")));
    const check = staff.getByTestId("margins-check");
    await check.and(staff.locator('[data-usable="false"]')).waitFor();
    expect(await check.textContent()).toContain("Line 3");
    expect(await staff.getByTestId("keep-margins").count()).toBe(0);
    await file.setInputFiles(asFile(margins));
    await check.and(staff.locator('[data-usable="true"]')).waitFor();
    await staff.getByTestId("keep-margins").focus();
    await staff.keyboard.press("Enter");
    await staff.getByTestId("margins-current").filter({ hasText: "margins.csv" }).waitFor();
  });

  test("a computation is cancelled, and nothing is left of it", async () => {
    await open(staff, "release?wave=demo");
    await staff.getByTestId("prepare").click();
    await staff.getByTestId("running-candidate").waitFor();
    await staff.getByTestId("cancel-candidate").click();
    await staff.locator(".notice", { hasText: "was stopped" }).waitFor();
    await staff.getByTestId("running-candidate").waitFor({ state: "detached" });
    expect(await staff.getByTestId("release-preview").count()).toBe(0);
    const kept = await staff.request.get(`${demonstration.origin}/api/staff/waves/demo/candidates`);
    const states = (await kept.json()).map(({ state }: { state: string }) => state);
    expect(states).not.toContain("running");
    expect(states).not.toContain("ready");
  });

  test("figures are computed while one works elsewhere; one is told, looks at what is hidden, and signs", async () => {
    await staff.getByTestId("prepare").click();
    await staff.getByTestId("running-candidate").waitFor();
    await staff.getByRole("link", { name: "Field" }).click();
    await staff.locator('[data-page="waves"]').waitFor();
    const told = staff.locator(".notice", { hasText: "are computed" });
    await told.waitFor(patience);
    await told.getByRole("button", { name: "Show" }).click();
    const preview = staff.getByTestId("release-preview");
    await preview.locator('[data-reason="protected"] strong').waitFor();
    const hidden = await preview.locator('[data-reason="protected"] strong').textContent();
    expect(Number(hidden?.replace(/\D/g, ""))).toBeGreaterThan(0);
    await staff.locator('textarea[name="notes-lt"]').fill("Pirmasis bandymas.");
    await staff.locator('textarea[name="notes-en"]').fill("A first trial.");
    await staff.getByTestId("sign").focus();
    await staff.keyboard.press("Enter");
    await staff.getByTestId("confirm-sign").waitFor();
    await staff.keyboard.press("Tab");
    await staff.keyboard.press("Enter");
    const release = staff.getByTestId("release");
    await release.waitFor(patience);
    expect(await release.textContent()).toContain("A first trial.");
  }, 600_000);

  test("the figure that the map reads out is the cell of the workbook", async () => {
    await open(staff, "release?wave=demo");
    const address = await staff.getByTestId("workbook-en").getAttribute("href");
    const answer = await staff.request.get(`${demonstration.origin}${address}`, { timeout: 120_000 });
    const cells = await dataRows(Buffer.from(await answer.body()));
    await open(staff, "explore?wave=demo&by=municipality&picture=map&measure=emp.01");
    await staff.locator('[data-tile="13"]').focus();
    for (const [key, code] of [
      ["ArrowLeft", "42"],
      ["ArrowRight", "13"],
      ["ArrowUp", "41"],
    ] as const) {
      await staff.keyboard.press(key);
      await staff.locator(`[data-tile="${code}"][aria-selected="true"]`).waitFor();
    }
    const words = (await staff.getByTestId("map-readout").textContent()) ?? "";
    const [, share = "", respondents = ""] = words.match(/: ([\d.]+)% .*n ([\d,]+)/) ?? [];
    const cell = cells.find(
      ({ id, cut, code }) => id === "emp.01" && cut === "Municipality" && code === "41",
    );
    expect(Number(share)).toBeCloseTo(100 * (cell?.value ?? Number.NaN), 1);
    expect(Number(respondents.replace(",", ""))).toBe(cell?.respondents);
  });

  test("any two places are compared in one sentence, which stays in the address", async () => {
    await open(staff, "explore?wave=demo&by=municipality&picture=compare&measure=emp.01&one=13&other=21");
    const sentence = await staff.getByTestId("compare-sentence").textContent();
    expect(sentence).toMatch(/Vilnius.*Klaipėda/);
    expect(sentence).toMatch(/\d/);
  });

  test("a file for research is made, downloaded and removed; its row stays in the register", async () => {
    await open(staff, "microdata?wave=demo");
    await staff.getByTestId("export").click();
    expect(await staff.locator(".objection:visible").count()).toBe(3);
    await staff.locator('input[name="holder"]').fill("Institute of Sociology");
    await staff.locator('input[name="purpose"]').fill("Study of housing");
    const nextWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
    await staff.locator('input[name="expires"]').fill(nextWeek);
    await staff.getByTestId("export").click();
    const row = staff.getByTestId("export-row");
    await row.and(staff.locator('[data-state="ready"]')).waitFor({ timeout: 120_000 });
    const address = await staff.getByTestId("download-export").getAttribute("href");
    const file = await staff.request.get(`${demonstration.origin}${address}`);
    expect((await file.body()).subarray(0, 2).toString()).toBe("PK");
    await staff.getByTestId("remove-export").click();
    await staff.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
    await row.and(staff.locator('[data-state="removed"]')).waitFor();
    await staff.waitForFunction(() => document.activeElement?.id === "register");
    expect((await staff.request.get(`${demonstration.origin}${address}`)).status()).not.toBe(200);
  });

  test("a coordinator reads what is released and reaches nothing that is not", async () => {
    const coordinator = await demonstration.newPage({ locale: "en-GB", reducedMotion: "reduce" });
    await signIn(coordinator, demonstration.origin, demonstration.signInOf("coordinator"));
    await open(coordinator, "release?wave=demo");
    await coordinator.getByTestId("release").waitFor();
    expect(await coordinator.getByTestId("prepare").count()).toBe(0);
    const places = await coordinator.locator(".rail-name").allTextContents();
    expect(places).not.toEqual(expect.arrayContaining(["Weigh"]));
    const kept = await staff.request.get(`${demonstration.origin}/api/staff/waves/demo/candidates`);
    const [{ id }] = await kept.json();
    const closed = [
      "waves/demo/candidates",
      `candidates/${id}`,
      `candidates/${id}/preview`,
      "waves/demo/weighing",
      "waves/demo/quality",
      "waves/demo/microdata",
      "waves/demo/margins",
    ];
    for (const path of closed) {
      const answer = await coordinator.request.get(`${demonstration.origin}/api/staff/${path}`);
      expect([path, answer.status()]).toEqual([path, 403]);
    }
    await open(coordinator, "explore?wave=demo&by=municipality&measure=emp.01");
    await coordinator.locator('[data-tile="41"]').waitFor();
    const frame = await coordinator.request.get(
      `${demonstration.origin}/api/staff/waves/demo/releases/1/explore`,
    );
    expect((await frame.json()).policy).toBe("public");
    await coordinator.context().close();
  });
});

interface DataRow {
  readonly id: string;
  readonly cut: string;
  readonly code: string;
  readonly value: number;
  readonly respondents: number;
}

/** The long sheet of a workbook: one figure in a row. */
async function dataRows(workbook: Uint8Array): Promise<DataRow[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.read(Readable.from([workbook]));
  const sheet = book.getWorksheet("Data");
  const rows: DataRow[] = [];
  sheet?.eachRow((row) => {
    const [id, cut, code] = [1, 5, 6].map((column) => row.getCell(column).text);
    const [value, respondents] = [8, 12].map((column) => Number(row.getCell(column).value));
    rows.push({
      id: id ?? "",
      cut: cut ?? "",
      code: code ?? "",
      value: value ?? 0,
      respondents: respondents ?? 0,
    });
  });
  return rows;
}
