import type { Workbook } from "exceljs";
import type { ReleasedCell } from "../disclosure/index.ts";
import type { IndicatorDefinition } from "../indicators/index.ts";
import { writeNumber } from "./cell.ts";
import type { Results, WorkbookContent } from "./content.ts";
import { counts, marks, shares } from "./estimate-cells.ts";
import { Page } from "./page.ts";
import type { CellStyle } from "./style.ts";
import type { Texts } from "./texts.ts";
import { wording } from "./wording.ts";

const widths = [8, 42, 20, 26, 11, 11, 11, 11, 34];

/** What each indicator is, and how well it was answered in the country as a whole. */
export function writeIndicators(workbook: Workbook, content: WorkbookContent, results: Results): void {
  const { texts, policy } = content;
  const page = new Page(workbook, content, texts.sheets.indicators, widths);
  page.open(texts.sheets.indicators, texts.indicatorsMessage);
  const head = { from: page.row, to: page.row };
  writeHead(page, content);
  for (const [column, indicator] of results.indicators.entries()) {
    const cell = results.table.total[column];
    if (cell) writeIndicator(page, content, indicator, cell);
  }
  page.notes(texts.legend(policy, content.sample));
  page.close({ head, frozenColumns: 2 });
}

function writeHead(page: Page, { texts }: WorkbookContent): void {
  const { heads } = texts;
  const words = [
    heads.id,
    heads.indicator,
    heads.measure,
    heads.missingRule,
    heads.nonresponse,
    heads.prorated,
    heads.designEffect,
    heads.effective,
    heads.source,
  ];
  for (const [i, word] of words.entries())
    page.put(i + 1, word, {
      look: "head",
      fill: "sand",
      wrap: true,
      line: "hairline",
      align: isNumeric(i) ? "right" : "left",
      indent: i === words.length - 1 ? 1 : 0,
    });
  page.endRow(words.map((word, i) => [i + 1, word, "head"]));
}

const isNumeric = (place: number) => place >= 4 && place <= 7;

function writeIndicator(
  page: Page,
  { texts }: WorkbookContent,
  indicator: IndicatorDefinition,
  cell: ReleasedCell,
): void {
  const base: CellStyle = { look: "body", wrap: true, line: "hairline" };
  const label = wording(indicator.label, texts.language);
  const missing = missingRule(indicator, texts);
  const words = [indicator.id, label, texts.measures[indicator.estimand.type], missing];
  for (const [i, word] of words.entries()) page.put(i + 1, word, i === 1 ? base : { ...base, look: "quiet" });
  const shown = cell.state === "published" || cell.state === "few-observations" ? cell : null;
  const mark = cell.state === "hidden" ? marks.hidden : marks["not-estimable"];
  const number = (column: number, value: number | null | undefined, format: string, otherwise: string) => {
    page.put(column, value == null ? otherwise : "", { ...base, align: "right" });
    if (value != null) writeNumber(page.sheet.getCell(page.row, column), value, format);
  };
  number(5, shown?.itemNonresponse, shares, mark);
  number(6, shown?.prorated, shares, shown && !indicator.estimand.type.endsWith("index") ? "" : mark);
  number(7, shown?.designEffect, "0.00", mark);
  number(8, shown?.effectiveRespondents, counts, mark);
  page.put(9, indicator.source, { ...base, look: "quiet", indent: 1 });
  page.endRow([
    [2, label, "body"],
    [3, words[2] ?? "", "quiet"],
    [4, missing, "quiet"],
    [9, indicator.source, "quiet"],
  ]);
}

/** The rule's number as the definition gives it, and what it comes to in the reader's language. */
function missingRule({ missingRule, estimand }: IndicatorDefinition, { missing }: Texts): string {
  const rule = /^M\d/.exec(missingRule)?.[0];
  const words =
    estimand.type === "index"
      ? missing.index(estimand.atLeast, estimand.items.length)
      : estimand.type === "proportion" && "keep" in estimand && estimand.keep
        ? missing.kept
        : missing.dropped;
  return rule ? `${rule}: ${words}` : words;
}
