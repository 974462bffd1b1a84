import type { Workbook } from "exceljs";
import type { Results, WorkbookContent } from "./content.ts";
import { Page } from "./page.ts";

const width = 112;

/** How the numbers were made, in words. */
export function writeMethod(workbook: Workbook, content: WorkbookContent, results: Results): void {
  const { texts, policy, provenance } = content;
  const page = new Page(workbook, content, texts.sheets.method, [width]);
  page.open(texts.sheets.method, texts.fieldwork(content.opens, content.closes));
  const facts = {
    universe: results.universe,
    weighted: provenance.weighting !== null,
    policy,
    sample: content.sample,
    indicators: results.indicators,
    withOutside: results.outside.length > 0,
  };
  for (const { heading, paragraphs } of texts.method(facts)) {
    page.line(heading, { look: "section", vertical: "bottom" }, { spacing: 12 });
    for (const paragraph of paragraphs)
      page.line(paragraph, { look: "body", vertical: "top" }, { spacing: 6 });
  }
  page.notes(texts.legend(policy, content.sample));
  page.close({ pages: results.indicators.some(({ level }) => level !== undefined) ? 0 : 1 });
}
