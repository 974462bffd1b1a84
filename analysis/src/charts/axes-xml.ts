import type { Chart } from "./chart.ts";
import { noOutline, outline, shape, textLook } from "./drawn-xml.ts";
import { element, setting } from "./xml.ts";

const categoryAxis = 111_111_111;
const valueAxis = 222_222_222;

/** The two axes a chart names before it draws them. */
export const axisIds = setting("c:axId", categoryAxis) + setting("c:axId", valueAxis);

/** Categories from the top down beside bars, from left to right under lines. */
export function axes(chart: Chart): string {
  return categories(chart) + values(chart);
}

function categories({ kind, quiet, ink, fontSize }: Chart): string {
  return element(
    "c:catAx",
    {},
    setting("c:axId", categoryAxis),
    element("c:scaling", {}, setting("c:orientation", kind === "bars" ? "maxMin" : "minMax")),
    setting("c:delete", 0),
    setting("c:axPos", kind === "bars" ? "l" : "b"),
    element("c:numFmt", { formatCode: "General", sourceLinked: 0 }),
    setting("c:majorTickMark", "none"),
    setting("c:minorTickMark", "none"),
    setting("c:tickLblPos", "low"),
    shape(outline(quiet, 0.75)),
    textLook(ink, fontSize),
    setting("c:crossAx", valueAxis),
    setting("c:crosses", "autoZero"),
    setting("c:auto", 0),
    setting("c:lblAlgn", "ctr"),
    setting("c:lblOffset", 100),
    setting("c:tickLblSkip", 1),
    setting("c:noMultiLvlLbl", 1),
  );
}

function values({ kind, axis, quiet, fontSize }: Chart): string {
  return element(
    "c:valAx",
    {},
    setting("c:axId", valueAxis),
    element(
      "c:scaling",
      {},
      setting("c:orientation", "minMax"),
      ...(axis.max === undefined ? [] : [setting("c:max", axis.max)]),
      ...(axis.min === undefined ? [] : [setting("c:min", axis.min)]),
    ),
    setting("c:delete", 0),
    setting("c:axPos", kind === "bars" ? "b" : "l"),
    element("c:majorGridlines", {}, shape(outline("E4DFD2", 0.5))),
    element("c:numFmt", { formatCode: axis.format, sourceLinked: 0 }),
    setting("c:majorTickMark", "none"),
    setting("c:minorTickMark", "none"),
    setting("c:tickLblPos", "nextTo"),
    shape(noOutline),
    textLook(quiet, fontSize),
    setting("c:crossAx", categoryAxis),
    setting("c:crosses", kind === "bars" ? "max" : "autoZero"),
    setting("c:crossBetween", "between"),
    ...(axis.step === undefined ? [] : [setting("c:majorUnit", axis.step)]),
  );
}
