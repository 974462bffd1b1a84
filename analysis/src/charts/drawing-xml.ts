import type { PlacedChart } from "./chart.ts";
import { emu } from "./drawn-xml.ts";
import { element, xmlPart } from "./xml.ts";

/** The drawing of one sheet: a frame for each of its charts, with its words for those who cannot see it. */
export function drawingPart(charts: readonly PlacedChart[]): string {
  return xmlPart(
    element(
      "xdr:wsDr",
      {
        "xmlns:xdr": "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
        "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "xmlns:c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
      },
      ...charts.map(anchor),
    ),
  );
}

function anchor(placed: PlacedChart, place: number): string {
  const { at, width, height } = placed;
  const size = element("xdr:ext", { cx: emu(width), cy: emu(height) });
  const inside = [size, frame(placed, place + 1), element("xdr:clientData")];
  return "left" in at
    ? element("xdr:absoluteAnchor", {}, element("xdr:pos", { x: emu(at.left), y: emu(at.top) }), ...inside)
    : element("xdr:oneCellAnchor", {}, corner(at), ...inside);
}

const corner = ({ row, column }: { row: number; column: number }): string =>
  element(
    "xdr:from",
    {},
    element("xdr:col", {}, String(column - 1)),
    element("xdr:colOff", {}, "0"),
    element("xdr:row", {}, String(row - 1)),
    element("xdr:rowOff", {}, "0"),
  );

function frame({ chart }: PlacedChart, number: number): string {
  return element(
    "xdr:graphicFrame",
    { macro: "" },
    element(
      "xdr:nvGraphicFramePr",
      {},
      element("xdr:cNvPr", { id: number + 1, name: `Chart ${number}`, descr: chart.description }),
      element("xdr:cNvGraphicFramePr"),
    ),
    element("xdr:xfrm", {}, element("a:off", { x: 0, y: 0 }), element("a:ext", { cx: 0, cy: 0 })),
    element(
      "a:graphic",
      {},
      element(
        "a:graphicData",
        { uri: "http://schemas.openxmlformats.org/drawingml/2006/chart" },
        element("c:chart", { "r:id": `rId${number}` }),
      ),
    ),
  );
}
