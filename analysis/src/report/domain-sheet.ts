import type { Workbook } from "exceljs";
import type { ReleasedCell } from "../disclosure/index.ts";
import { type IndicatorDefinition, lowestLevel } from "../indicators/index.ts";
import type { Results, WorkbookContent } from "./content.ts";
import { formatOf, marks, writeEstimate } from "./estimate-cells.ts";
import { linesOf, Page } from "./page.ts";
import { type CellStyle, lineHeight } from "./style.ts";
import { labelled, wording } from "./wording.ts";

interface Member {
  readonly indicator: IndicatorDefinition;
  readonly column: number;
}

/** More indicators than this side by side could not be read on a sheet of A4. */
const mostPerSheet = 4;
const nameWidth = 34;
/** Units in which a tenth says something of a municipality as well. */
const fine: ReadonlySet<IndicatorDefinition["unit"]> = new Set(["score-0-10", "number", "index-0-1"]);
/** Gap, estimate, from, to, n, mark. */
const groupWidths = [1.5, 11, 8, 8, 8, 4];
const groupSize = groupWidths.length;

/** With few indicators the columns are wider, so that the table fills the page. */
const stretch = (members: readonly Member[]) => [1, 1.6, 1.25][members.length] ?? 1;

/** One domain of life, as far as it is shown of municipalities: these as rows, for each indicator estimate, interval, respondents and mark. */
export function writeDomainSheets(
  workbook: Workbook,
  content: WorkbookContent,
  results: Results,
  domain: Results["domains"][number],
): void {
  const members = results.indicators.flatMap((indicator, column) =>
    indicator.domain === domain.id && lowestLevel(indicator) === "municipality"
      ? [{ indicator, column }]
      : [],
  );
  const parts = Math.ceil(members.length / mostPerSheet);
  const perSheet = Math.ceil(members.length / Math.max(parts, 1));
  for (let part = 0; part < parts; part++) {
    const title = parts === 1 ? domain.label : `${domain.label}, ${content.texts.continued(part + 1, parts)}`;
    writeSheet(
      workbook,
      content,
      results,
      domain.label,
      title,
      members.slice(part * perSheet, (part + 1) * perSheet),
    );
  }
}

function writeSheet(
  workbook: Workbook,
  content: WorkbookContent,
  results: Results,
  name: string,
  title: string,
  members: readonly Member[],
): void {
  const { texts, policy } = content;
  const page = new Page(workbook, content, name, widthsFor(members), "sand");
  page.open(title, placesMessage(content, results, members));
  const head = writeHead(page, content, members);
  writeRow(page, texts.country, results.table.total, members, true);
  const byCode = new Map(results.table.rows.map((row) => [row.code, row.cells]));
  for (const { code, label } of results.places) {
    const cells = byCode.get(code);
    if (cells) writeRow(page, label, cells, members, false);
  }
  page.notes(texts.legend(policy, content.sample));
  page.close({ head, frozenColumns: 1, pages: pagesFor(results.places.length) });
}

/** Sixty municipalities take two pages; more rows take what they need. */
const pagesFor = (rows: number) => (rows > 25 && rows <= 62 ? 2 : 0);

function placesMessage(
  { texts }: WorkbookContent,
  { table, places }: Results,
  members: readonly Member[],
): string {
  const isShown = (cell: ReleasedCell | undefined) =>
    cell?.state === "published" || cell?.state === "few-observations";
  const codes = new Set(places.filter(({ isMunicipality }) => isMunicipality).map(({ code }) => code));
  const rows = table.rows.filter(({ code }) => codes.has(code));
  const shown = rows.filter(({ cells }) => members.some(({ column }) => isShown(cells[column])));
  return texts.placesShown(shown.length, rows.length);
}

const widthsFor = (members: readonly Member[]) =>
  [nameWidth, ...members.flatMap(() => groupWidths)].map((width) => width * stretch(members));

const firstColumn = (group: number) => 3 + group * groupSize;

function writeHead(
  page: Page,
  { texts }: WorkbookContent,
  members: readonly Member[],
): { from: number; to: number } {
  const { heads } = texts;
  const from = page.row;
  const span = stretch(members) * groupWidths.slice(1).reduce((sum, width) => sum + width, 0);
  fillRow(page, { look: "head", fill: "sand" });
  page.put(1, heads.municipality, { look: "head", fill: "sand" });
  const labels = members.map(({ indicator }) => labelled(indicator, texts));
  for (const [group, label] of labels.entries())
    spread(page, firstColumn(group), label, { look: "head", fill: "sand", wrap: true });
  page.sheet.getRow(page.row).height =
    Math.max(...labels.map((label) => linesOf(label, span, "head"))) * lineHeight("head") + 6;
  page.row++;
  fillRow(page, { look: "quietHead", fill: "sand" });
  const universes = members.map(({ indicator }) => wording(indicator.universe.label, texts.language));
  for (const [group, universe] of universes.entries())
    spread(page, firstColumn(group), universe, {
      look: "quietHead",
      fill: "sand",
      wrap: true,
      vertical: "top",
    });
  page.sheet.getRow(page.row).height =
    Math.max(...universes.map((text) => linesOf(text, span, "quietHead"))) * lineHeight("quietHead") + 4;
  page.row++;
  fillRow(page, { look: "quietHead", fill: "sand", line: "hairline" });
  for (const group of members.keys())
    for (const [i, word] of [heads.estimate, heads.from, heads.to, heads.n].entries())
      page.put(firstColumn(group) + i, word, {
        look: "quietHead",
        fill: "sand",
        align: "right",
        line: "hairline",
      });
  page.endRow();
  return { from, to: page.row - 1 };
}

/** A text over the five columns of an indicator. */
function spread(page: Page, column: number, text: string, style: CellStyle): void {
  page.sheet.mergeCells(page.row, column, page.row, column + groupSize - 2);
  page.put(column, text, style);
}

function fillRow(page: Page, style: CellStyle): void {
  for (let column = 1; column <= page.lastColumn; column++) page.put(column, "", style);
}

function writeRow(
  page: Page,
  label: string,
  cells: readonly ReleasedCell[],
  members: readonly Member[],
  isCountry: boolean,
): void {
  const base: Pick<CellStyle, "fill" | "line"> = isCountry
    ? { line: "hairline", fill: "paleSand" }
    : { line: "hairline" };
  fillRow(page, { ...base, look: "body" });
  page.put(1, label, { ...base, look: isCountry ? "strong" : "body" });
  for (const [group, { indicator, column }] of members.entries()) {
    const cell = cells[column];
    if (!cell) continue;
    const decimals = isCountry || fine.has(indicator.unit) ? 1 : 0;
    writeEstimate(page, firstColumn(group), cell, formatOf(indicator.unit, decimals), {
      ...base,
      strong: isCountry,
    });
    page.put(firstColumn(group) + 4, cell.state === "few-observations" ? marks.few : "", {
      ...base,
      look: "quietFew",
    });
  }
  page.endRow();
}
