import { axes, axisIds } from "./axes-xml.ts";
import { numberReference, textReference } from "./cells-xml.ts";
import type { Chart, Series } from "./chart.ts";
import { noOutline, outline, shape, solidFill, textLook, titleText } from "./drawn-xml.ts";
import { element, setting, xmlPart } from "./xml.ts";

/**
 * A chart part in the element order of DrawingML charts (ECMA-376 part 1, §21.2): Excel repairs, or refuses, any other.
 */
export function chartPart(chart: Chart): string {
  const { title, ink, quiet, fontSize } = chart;
  return xmlPart(
    element(
      "c:chartSpace",
      {
        "xmlns:c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
      },
      setting("c:date1904", 0),
      setting("c:roundedCorners", 0),
      element(
        "c:chart",
        {},
        titleText(title, ink, fontSize + 2),
        setting("c:autoTitleDeleted", 0),
        element("c:plotArea", {}, element("c:layout"), plot(chart), axes(chart)),
        ...(chart.legend ? [legend(chart)] : []),
        setting("c:plotVisOnly", 0),
        setting("c:dispBlanksAs", "gap"),
      ),
      shape(solidFill("FFFFFF"), noOutline),
      textLook(quiet, fontSize),
    ),
  );
}

function plot(chart: Chart): string {
  return chart.kind === "bars"
    ? element(
        "c:barChart",
        {},
        setting("c:barDir", "bar"),
        setting("c:grouping", "clustered"),
        setting("c:varyColors", 0),
        ...chart.series.map(bars),
        setting("c:gapWidth", chart.series.length > 1 ? 45 : 55),
        axisIds,
      )
    : element(
        "c:lineChart",
        {},
        setting("c:grouping", "standard"),
        setting("c:varyColors", 0),
        ...chart.series.map(line),
        setting("c:marker", 1),
        axisIds,
      );
}

function bars(series: Series, place: number): string {
  return element(
    "c:ser",
    {},
    ...named(series, place),
    shape(solidFill(series.colour), noOutline),
    setting("c:invertIfNegative", 0),
    errorBars(series, null),
    element("c:cat", {}, textReference(series.categories)),
    element("c:val", {}, numberReference(series.values)),
  );
}

function line(series: Series, place: number): string {
  return element(
    "c:ser",
    {},
    ...named(series, place),
    shape(outline(series.dark, 2)),
    element(
      "c:marker",
      {},
      setting("c:symbol", "circle"),
      setting("c:size", 7),
      shape(solidFill(series.dark), outline("FFFFFF", 0.75)),
    ),
    errorBars(series, "y"),
    element("c:cat", {}, textReference(series.categories)),
    element("c:val", {}, numberReference(series.values)),
    setting("c:smooth", 0),
  );
}

const named = ({ name }: Series, place: number): string[] => [
  setting("c:idx", place),
  setting("c:order", place),
  element("c:tx", {}, textReference(name)),
];

/** Intervals: distances that the cells hold. Bars have no direction to state. */
function errorBars({ interval, dark }: Series, direction: "y" | null): string {
  if (!interval) return "";
  return element(
    "c:errBars",
    {},
    ...(direction ? [setting("c:errDir", direction)] : []),
    setting("c:errBarType", "both"),
    setting("c:errValType", "cust"),
    setting("c:noEndCap", 0),
    element("c:plus", {}, numberReference(interval.above)),
    element("c:minus", {}, numberReference(interval.below)),
    shape(outline(dark, 1)),
  );
}

const legend = ({ quiet, fontSize }: Chart): string =>
  element("c:legend", {}, setting("c:legendPos", "b"), setting("c:overlay", 0), textLook(quiet, fontSize));
