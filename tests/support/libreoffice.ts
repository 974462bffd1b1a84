import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Why workbooks cannot be opened here, with the remedy; undefined when they can. CI never skips. */
export function whyNoLibreOffice(): string | undefined {
  const isThere = ["soffice", "pdftotext"].every(
    (name) => spawnSync(name, ["--version"]).error === undefined,
  );
  if (isThere || process.env.CI) return undefined;
  return "LibreOffice or poppler is missing: apt-get install libreoffice-calc-nogui poppler-utils";
}

/** Opens a workbook in LibreOffice, prints it, and returns the text of each page. */
export function printedPages(workbook: Uint8Array): string[] {
  const folder = mkdtempSync(join(tmpdir(), "tiltas-workbook-"));
  const file = join(folder, "workbook.xlsx");
  writeFileSync(file, workbook);
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  execFileSync("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, file], {
    stdio: "ignore",
    timeout: 120_000,
  });
  const text = execFileSync("pdftotext", ["-layout", join(folder, "workbook.pdf"), "-"], {
    encoding: "utf8",
  });
  return text.split("\f").slice(0, -1);
}
