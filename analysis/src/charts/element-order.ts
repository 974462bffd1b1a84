import { worksheetOrder } from "./sheet-order.ts";

const series = ["c:idx", "c:order", "c:tx", "c:spPr"];
const picture = ["c:dLbls", "c:trendline", "c:errBars"];
const axis = [
  "c:axId",
  "c:scaling",
  "c:delete",
  "c:axPos",
  "c:majorGridlines",
  "c:minorGridlines",
  "c:title",
  "c:numFmt",
  "c:majorTickMark",
  "c:minorTickMark",
  "c:tickLblPos",
  "c:spPr",
  "c:txPr",
  "c:crossAx",
  "c:crosses",
  "c:crossesAt",
];
const anchor = ["xdr:graphicFrame", "xdr:clientData"];

/**
 * Children of elements in the order of the schemas, as far as workbooks of ours use them. An element whose place
 * depends on its parent is written `parent/element`.
 *
 * @source ECMA-376 part 1, 5th edition: §18.2.27 (workbooks), §18.3.1.99 (worksheets), §18.4.9 (shared strings), §18.5.1.2
 *   (tables), §18.8.39 (styles), §20.5.2 (drawings), §21.2.2 (charts); part 2 (content types, relationships)
 */
export const elementOrder: Readonly<Record<string, readonly string[]>> = {
  worksheet: worksheetOrder,
  table: ["autoFilter", "sortState", "tableColumns", "tableStyleInfo", "extLst"],
  workbook: [
    "fileVersion",
    "fileSharing",
    "workbookPr",
    "workbookProtection",
    "bookViews",
    "sheets",
    "functionGroups",
    "externalReferences",
    "definedNames",
    "calcPr",
    "extLst",
  ],
  sheetPr: ["tabColor", "outlinePr", "pageSetUpPr"],
  sheetView: ["pane", "selection", "pivotSelection", "extLst"],
  row: ["c", "extLst"],
  c: ["f", "v", "is", "extLst"],
  sst: ["si", "extLst"],
  si: ["t", "r", "rPh", "phoneticPr"],
  styleSheet: [
    "numFmts",
    "fonts",
    "fills",
    "borders",
    "cellStyleXfs",
    "cellXfs",
    "cellStyles",
    "dxfs",
    "tableStyles",
    "colors",
    "extLst",
  ],
  patternFill: ["fgColor", "bgColor"],
  border: ["start", "end", "left", "right", "top", "bottom", "diagonal", "vertical", "horizontal"],
  xf: ["alignment", "protection", "extLst"],
  Relationships: ["Relationship"],
  "c:chartSpace": [
    "c:date1904",
    "c:lang",
    "c:roundedCorners",
    "c:style",
    "c:clrMapOvr",
    "c:pivotSource",
    "c:protection",
    "c:chart",
    "c:spPr",
    "c:txPr",
    "c:externalData",
    "c:printSettings",
    "c:userShapes",
    "c:extLst",
  ],
  "c:chart": [
    "c:title",
    "c:autoTitleDeleted",
    "c:pivotFmts",
    "c:view3D",
    "c:floor",
    "c:sideWall",
    "c:backWall",
    "c:plotArea",
    "c:legend",
    "c:plotVisOnly",
    "c:dispBlanksAs",
    "c:extLst",
  ],
  "c:title": ["c:tx", "c:layout", "c:overlay", "c:spPr", "c:txPr"],
  "c:rich": ["a:bodyPr", "a:lstStyle", "a:p"],
  "c:txPr": ["a:bodyPr", "a:lstStyle", "a:p"],
  "a:p": ["a:pPr", "a:r", "a:endParaRPr"],
  "a:r": ["a:rPr", "a:t"],
  "a:rPr": ["a:ln", "a:noFill", "a:solidFill", "a:effectLst", "a:latin", "a:ea", "a:cs"],
  "a:defRPr": ["a:ln", "a:noFill", "a:solidFill", "a:effectLst", "a:latin", "a:ea", "a:cs"],
  "a:ln": ["a:noFill", "a:solidFill", "a:prstDash", "a:round", "a:headEnd", "a:tailEnd"],
  "c:spPr": ["a:xfrm", "a:prstGeom", "a:noFill", "a:solidFill", "a:ln", "a:effectLst"],
  "c:plotArea": ["c:layout", "c:barChart", "c:lineChart", "c:catAx", "c:valAx", "c:dTable", "c:spPr"],
  "c:barChart": [
    "c:barDir",
    "c:grouping",
    "c:varyColors",
    "c:ser",
    "c:dLbls",
    "c:gapWidth",
    "c:overlap",
    "c:serLines",
    "c:axId",
  ],
  "c:lineChart": [
    "c:grouping",
    "c:varyColors",
    "c:ser",
    "c:dLbls",
    "c:dropLines",
    "c:hiLowLines",
    "c:upDownBars",
    "c:marker",
    "c:smooth",
    "c:axId",
  ],
  "c:barChart/c:ser": [
    ...series,
    "c:invertIfNegative",
    "c:pictureOptions",
    "c:dPt",
    ...picture,
    "c:cat",
    "c:val",
    "c:shape",
  ],
  "c:lineChart/c:ser": [...series, "c:marker", "c:dPt", ...picture, "c:cat", "c:val", "c:smooth"],
  "c:ser/c:marker": ["c:symbol", "c:size", "c:spPr"],
  "c:errBars": [
    "c:errDir",
    "c:errBarType",
    "c:errValType",
    "c:noEndCap",
    "c:plus",
    "c:minus",
    "c:val",
    "c:spPr",
  ],
  "c:strRef": ["c:f", "c:strCache"],
  "c:numRef": ["c:f", "c:numCache"],
  "c:strCache": ["c:ptCount", "c:pt"],
  "c:numCache": ["c:formatCode", "c:ptCount", "c:pt"],
  "c:scaling": ["c:logBase", "c:orientation", "c:max", "c:min"],
  "c:catAx": [
    ...axis,
    "c:auto",
    "c:lblAlgn",
    "c:lblOffset",
    "c:tickLblSkip",
    "c:tickMarkSkip",
    "c:noMultiLvlLbl",
  ],
  "c:valAx": [...axis, "c:crossBetween", "c:majorUnit", "c:minorUnit", "c:dispUnits"],
  "c:legend": ["c:legendPos", "c:legendEntry", "c:layout", "c:overlay", "c:spPr", "c:txPr"],
  "xdr:oneCellAnchor": ["xdr:from", "xdr:ext", ...anchor],
  "xdr:absoluteAnchor": ["xdr:pos", "xdr:ext", ...anchor],
  "xdr:from": ["xdr:col", "xdr:colOff", "xdr:row", "xdr:rowOff"],
  "xdr:graphicFrame": ["xdr:nvGraphicFramePr", "xdr:xfrm", "a:graphic"],
  "xdr:nvGraphicFramePr": ["xdr:cNvPr", "xdr:cNvGraphicFramePr"],
  "xdr:xfrm": ["a:off", "a:ext"],
};

/** Where a part breaks the order of the schemas, or is not well-formed; nothing if all is well. */
export function outOfOrder(part: string): string[] {
  const found: string[] = [];
  const open: { name: string; order: readonly string[] | undefined; reached: number }[] = [];
  for (const [, closing, name = "", rest = ""] of part.matchAll(/<(\/?)([A-Za-z][\w:]*)([^>]*)>/g)) {
    if (closing) {
      if (open.pop()?.name !== name) found.push(`</${name}> closes what was not open`);
      continue;
    }
    const parent = open.at(-1);
    if (parent?.order) {
      const place = parent.order.indexOf(name);
      if (place === -1) found.push(`<${parent.name}> holds no <${name}>`);
      else if (place < parent.reached) found.push(`<${name}> comes too late in <${parent.name}>`);
      else parent.reached = place;
    }
    if (!rest.endsWith("/"))
      open.push({
        name,
        order: elementOrder[`${parent?.name}/${name}`] ?? elementOrder[name],
        reached: 0,
      });
  }
  return open.length > 0 ? [...found, `<${open[0]?.name}> is never closed`] : found;
}
