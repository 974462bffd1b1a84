import type { PlacedChart } from "./chart.ts";
import { chartPart } from "./chart-xml.ts";
import { drawingPart } from "./drawing-xml.ts";
import type { WorkbookPackage } from "./package.ts";
import { element } from "./xml.ts";

const spreadsheet = "application/vnd.openxmlformats-officedocument";

/** Adds charts to sheets by name, numbered in the order of the sheets. */
export function addCharts(
  workbook: WorkbookPackage,
  charts: ReadonlyMap<string, readonly PlacedChart[]>,
): void {
  let numbered = 0;
  let drawings = 0;
  for (const sheet of workbook.sheetNames) {
    const placed = charts.get(sheet) ?? [];
    if (placed.length === 0) continue;
    const drawing = `xl/drawings/drawing${++drawings}.xml`;
    workbook.add(drawing, drawingPart(placed), `${spreadsheet}.drawing+xml`);
    for (const { chart } of placed) {
      const part = `charts/chart${++numbered}.xml`;
      workbook.add(`xl/${part}`, chartPart(chart), `${spreadsheet}.drawingml.chart+xml`);
      workbook.relate(drawing, "chart", `../${part}`);
    }
    const id = workbook.relate(workbook.sheetPart(sheet), "drawing", `../drawings/drawing${drawings}.xml`);
    workbook.insert(sheet, "drawing", element("drawing", { "r:id": id }));
  }
}
