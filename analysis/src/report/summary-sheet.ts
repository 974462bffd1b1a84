import type { Workbook } from "exceljs";
import type { ReleasedCell } from "../disclosure/index.ts";
import type { IndicatorDefinition } from "../indicators/index.ts";
import { writeNumber } from "./cell.ts";
import type { Results, WorkbookContent } from "./content.ts";
import { formatOf, shares, writeEstimate } from "./estimate-cells.ts";
import { Page } from "./page.ts";
import type { CellStyle } from "./style.ts";
import type { Texts } from "./texts.ts";
import { labelled, wording } from "./wording.ts";

const widths = [46, 36, 10, 8, 8, 12, 11, 19, 19];

/** Item nonresponse above this share is remarked on (rule M1). */
const manyDidNotAnswer = 0.1;

/** The indicators for the country as a whole, in the order of the domains of life. */
export function writeSummary(workbook: Workbook, content: WorkbookContent): void {
  const { texts, results, policy } = content;
  const page = new Page(workbook, content, texts.sheets.summary, widths, "green");
  if (!results) {
    page.open(content.study, texts.tooFew(policy.hideBelow));
    page.line(texts.tooFewNext, { look: "body" });
    page.line(texts.fieldwork(content.opens, content.closes), { look: "quiet" });
    page.close();
    return;
  }
  page.open(content.study, texts.answered(results.respondents, content.sample));
  const head = writeHead(page, content);
  for (const domain of results.domains) writeDomain(page, content, results, domain, results.table.total);
  page.notes([...texts.legend(policy, content.sample), texts.fieldwork(content.opens, content.closes)]);
  page.close({ head, frozenColumns: 1 });
}

/** The same list of a group that stands outside the population, such as asylum applicants: a sheet for each. */
export function writeOutside(workbook: Workbook, content: WorkbookContent, results: Results): void {
  const { texts, policy, sample } = content;
  for (const { label, respondents, cells } of results.outside) {
    const page = new Page(workbook, content, label, widths, "sand");
    page.open(label, texts.outsideMessage(respondents, policy));
    const head = writeHead(page, content);
    for (const domain of results.domains) writeDomain(page, content, results, domain, cells);
    page.notes(texts.legend(policy, sample));
    page.close({ head, frozenColumns: 1 });
  }
}

function writeHead(page: Page, { texts, sample }: WorkbookContent): { from: number; to: number } {
  const { heads } = texts;
  const from = page.row;
  const style: CellStyle = { look: "head", fill: "sand", wrap: true };
  const right: CellStyle = { ...style, align: "right" };
  const words: (readonly [string, CellStyle])[] = [
    [heads.indicator, style],
    [heads.universe, { ...style, indent: 1 }],
    [heads.estimate, right],
    [sample === "register" ? heads.interval : heads.modelRange, { ...style, align: "center" }],
    ["", style],
    [heads.respondents, right],
    [heads.nonresponse, right],
    [heads.note, { ...style, indent: 1 }],
    [heads.direction, style],
  ];
  for (const [i, [word, look]] of words.entries()) page.put(i + 1, word, look);
  page.sheet.mergeCells(page.row, 4, page.row, 5);
  page.endRow(words.map(([word], i) => [i === 3 ? 2 : i + 1, word, "head"]));
  const under = new Map([
    [4, heads.from],
    [5, heads.to],
  ]);
  for (let column = 1; column <= page.lastColumn; column++)
    page.put(column, under.get(column) ?? "", {
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
  cells: readonly ReleasedCell[],
): void {
  const members = results.indicators.flatMap((indicator, column) =>
    indicator.domain === domain.id ? [{ indicator, column }] : [],
  );
  if (members.length === 0) return;
  for (let column = 1; column <= page.lastColumn; column++)
    page.put(column, column === 1 ? domain.label : "", {
      look: "strong",
      fill: "paleSand",
      line: "hairline",
    });
  page.endRow();
  for (const { indicator, column } of members) {
    const cell = cells[column];
    if (cell) writeIndicator(page, content, indicator, cell);
    for (const part of results.parts) {
      const own = part.indicator === indicator.id ? cells[part.column] : undefined;
      if (own) writePart(page, content, indicator, part.label, own);
    }
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
  page.put(2, universe, { ...base, look: "quiet", wrap: true, indent: 1 });
  writeEstimate(page, 3, cell, formatOf(indicator.unit, 1), base);
  const note = noteOn(cell, indicator, texts);
  const direction = texts.directions[indicator.direction];
  page.put(7, "", { ...base, look: "quiet", align: "right" });
  if ("itemNonresponse" in cell) writeNumber(page.sheet.getCell(page.row, 7), cell.itemNonresponse, shares);
  page.put(8, note, { ...base, look: "quietFew", wrap: true, indent: 1 });
  page.put(9, direction, { ...base, look: "quiet", wrap: true });
  page.endRow([
    [1, `  ${label}`, "body"],
    [2, `  ${universe}`, "quiet"],
    [8, `  ${note}`, "quiet"],
    [9, direction, "quiet"],
  ]);
}

/** A sub-score of an index, one need of a priority or one channel: a line of its own under the indicator. */
function writePart(
  page: Page,
  { texts }: WorkbookContent,
  indicator: IndicatorDefinition,
  label: string,
  cell: ReleasedCell,
): void {
  const base = { line: "hairline" } as const;
  page.put(1, label, { ...base, look: "quiet", wrap: true, indent: 3 });
  page.put(2, "", { ...base, look: "quiet" });
  writeEstimate(page, 3, cell, formatOf(indicator.unit, 1), base);
  const note = noteOn(cell, indicator, texts);
  page.put(7, "", { ...base, look: "quiet", align: "right" });
  if ("itemNonresponse" in cell) writeNumber(page.sheet.getCell(page.row, 7), cell.itemNonresponse, shares);
  page.put(8, note, { ...base, look: "quietFew", wrap: true, indent: 1 });
  page.put(9, "", { ...base, look: "quiet" });
  page.endRow([
    [1, `      ${label}`, "quiet"],
    [8, `  ${note}`, "quiet"],
  ]);
}

/** What a reader should know before using the number. */
function noteOn(cell: ReleasedCell, { drawn }: IndicatorDefinition, { few, notes }: Texts): string {
  if (cell.state === "hidden") return notes.hidden;
  if (cell.state === "not-estimable")
    return cell.reason === "nonresponse" ? notes.nonresponse : notes.noEstimate;
  if (cell.state === "left-out") return "";
  const many = cell.itemNonresponse > manyDidNotAnswer ? [notes.manyMissing] : [];
  const draws = drawn === undefined ? [] : [notes.drawn];
  return [...(cell.state === "few-observations" ? [`* ${few}`] : []), ...many, ...draws].join("; ");
}
