/** The children of a worksheet in the only order spreadsheets accept (ECMA-376 part 1, §18.3.1.99). */
export const worksheetOrder: readonly string[] = [
  "sheetPr",
  "dimension",
  "sheetViews",
  "sheetFormatPr",
  "cols",
  "sheetData",
  "sheetCalcPr",
  "sheetProtection",
  "protectedRanges",
  "scenarios",
  "autoFilter",
  "sortState",
  "dataConsolidate",
  "customSheetViews",
  "mergeCells",
  "phoneticPr",
  "conditionalFormatting",
  "dataValidations",
  "hyperlinks",
  "printOptions",
  "pageMargins",
  "pageSetup",
  "headerFooter",
  "rowBreaks",
  "colBreaks",
  "customProperties",
  "cellWatches",
  "ignoredErrors",
  "smartTags",
  "drawing",
  "legacyDrawing",
  "legacyDrawingHF",
  "drawingHF",
  "picture",
  "oleObjects",
  "controls",
  "webPublishItems",
  "tableParts",
  "extLst",
];

/** Puts an element before the first of those that must follow it. */
export function insertInOrder(sheet: string, name: string, xml: string): string {
  const place = worksheetOrder.indexOf(name);
  if (place === -1) throw new RangeError(`A worksheet holds no <${name}>.`);
  const after = sheet.lastIndexOf("</sheetData>");
  const behind = sheet.slice(after);
  const followers = worksheetOrder
    .slice(place + 1)
    .map((one) => new RegExp(`<${one}[ />]`).exec(behind)?.index ?? -1)
    .filter((index) => index > 0);
  const at = after + (followers.length > 0 ? Math.min(...followers) : behind.lastIndexOf("</worksheet>"));
  return sheet.slice(0, at) + xml + sheet.slice(at);
}
