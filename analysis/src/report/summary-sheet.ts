import type { Workbook } from "exceljs";
import type { ReleasedCell } from "../disclosure/index.ts";
import type { IndicatorDefinition } from "../indicators/index.ts";
import type { Results, WorkbookContent } from "./content.ts";
import { formatOf, writeEstimate } from "./estimate-cells.ts";
import { Page } from "./page.ts";
import type { CellStyle } from "./style.ts";
import { labelled, wording } from "./wording.ts";

const widths = [50, 32, 10, 8, 8, 12, 18, 20];

/** The indicators for the country as a whole, in the order of the domains of life. */
export function writeSummary(workbook: Workbook, content: WorkbookContent): void {
  const { texts, results, policy } = content;
  const page = new Page(workbook, content, texts.sheets.summary, widths);
  if (!results) {
    page.open(content.study, texts.tooFew(policy.hideBelow));
    page.line(texts.tooFewNext, { look: "body" });
    page.line(texts.fieldwork(content.opens, content.closes), { look: "quiet" });
    page.close(null);
    return;
  }
  page.open(content.study, texts.answered(results.respondents));
  const head = writeHead(page, content);
  for (const domain of results.domains) writeDomain(page, content, results, domain);
  page.notes([...texts.legend(policy), texts.fieldwork(content.opens, content.closes)]);
  page.close(head, 1);
}

function writeHead(page: Page, { texts }: WorkbookContent): { from: number; to: number } {
  const { heads } = texts;
  const from = page.row;
  const style: CellStyle = { look: "head", fill: "sand", wrap: true };
  const words = [
    heads.indicator,
    heads.universe,
    heads.estimate,
    heads.interval,
    "",
    heads.respondents,
    heads.note,
    heads.direction,
  ];
  for (const [i, word] of words.entries())
    page.put(i + 1, word, { ...style, align: i === 3 ? "center" : i === 2 || i === 5 ? "right" : "left" });
  page.sheet.mergeCells(page.row, 4, page.row, 5);
  page.endRow();
  for (let column = 1; column <= widths.length; column++)
    page.put(column, column === 4 ? heads.from : column === 5 ? heads.to : "", {
      look: "quietHead",
      fill: "sand",
      align: "right",
      line: "hairline",
    });
  page.endRow();
  return { from, to: page.row - 1 };
}

function writeDomain(
  page: Page,
  content: WorkbookContent,
  results: Results,
  domain: Results["domains"][number],
): void {
  const members = results.indicators.flatMap((indicator, column) =>
    indicator.domain === domain.id ? [{ indicator, column }] : [],
  );
  if (members.length === 0) return;
  for (let column = 1; column <= widths.length; column++)
    page.put(column, column === 1 ? domain.label : "", {
      look: "strong",
      fill: "paleSand",
      line: "hairline",
    });
  page.endRow();
  for (const { indicator, column } of members) {
    const cell = results.table.total[column];
    if (cell) writeIndicator(page, content, indicator, cell);
  }
}

function writeIndicator(
  page: Page,
  { texts }: WorkbookContent,
  indicator: IndicatorDefinition,
  cell: ReleasedCell,
): void {
  const base = { line: "hairline" } as const;
  const label = labelled(indicator, texts);
  const universe = wording(indicator.universe.label, texts.language);
  page.put(1, label, { ...base, look: "body", wrap: true, indent: 1 });
  page.put(2, universe, { ...base, look: "quiet", wrap: true });
  writeEstimate(page, 3, cell, formatOf(indicator.estimand.type, 1), base);
  page.put(7, cell.state === "few-observations" ? `* ${texts.few}` : "", {
    ...base,
    look: "quietFew",
    wrap: true,
  });
  page.put(8, texts.directions[indicator.direction], { ...base, look: "quiet", wrap: true });
  page.endRow([
    [1, `  ${label}`, "body"],
    [2, universe, "quiet"],
    [8, texts.directions[indicator.direction], "quiet"],
  ]);
}
