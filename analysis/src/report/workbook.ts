import ExcelJS from "exceljs";
import type { WorkbookContent } from "./content.ts";
import { writeDomainSheets } from "./domain-sheet.ts";
import { writeIndicators } from "./indicators-sheet.ts";
import { writeMethod } from "./method-sheet.ts";
import { pack } from "./pack.ts";
import { writeProvenance } from "./provenance-sheet.ts";
import { writeOutside, writeSummary } from "./summary-sheet.ts";

/** Writes the workbook of a wave: the same content gives the same bytes. */
export async function writeWorkbook(content: WorkbookContent): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = "Tiltas";
  workbook.lastModifiedBy = "Tiltas";
  workbook.title = content.study;
  workbook.created = new Date(content.asOf);
  workbook.modified = new Date(content.asOf);
  writeSummary(workbook, content);
  const { results } = content;
  if (results) {
    for (const domain of results.domains) writeDomainSheets(workbook, content, results, domain);
    writeOutside(workbook, content, results);
    writeIndicators(workbook, content, results);
    writeMethod(workbook, content, results);
  }
  writeProvenance(workbook, content);
  return pack(new Uint8Array(await workbook.xlsx.writeBuffer()));
}
