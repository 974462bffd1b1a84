export { addCharts } from "./add-charts.ts";
export {
  type CellRange,
  type Chart,
  columnLetters,
  type NumberCells,
  type PlacedChart,
  rangeFormula,
  type Series,
  type TextCells,
} from "./chart.ts";
export { WorkbookPackage } from "./package.ts";
export { element, xmlPart, xmlText } from "./xml.ts";
