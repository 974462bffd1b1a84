import { type NumberCells, rangeFormula, type TextCells } from "./chart.ts";
import { element, setting, xmlText } from "./xml.ts";

/** Words by reference, with their cache. */
export function textReference({ range, texts }: TextCells): string {
  return element(
    "c:strRef",
    {},
    element("c:f", {}, xmlText(rangeFormula(range))),
    element(
      "c:strCache",
      {},
      setting("c:ptCount", texts.length),
      ...texts.map((text, idx) => element("c:pt", { idx }, element("c:v", {}, xmlText(text)))),
    ),
  );
}

/** Numbers by reference, with their cache; an empty cell has no point. */
export function numberReference({ range, numbers, format }: NumberCells): string {
  return element(
    "c:numRef",
    {},
    element("c:f", {}, xmlText(rangeFormula(range))),
    element(
      "c:numCache",
      {},
      element("c:formatCode", {}, xmlText(format)),
      setting("c:ptCount", numbers.length),
      ...numbers.map((number, idx) =>
        number === null ? "" : element("c:pt", { idx }, element("c:v", {}, String(number))),
      ),
    ),
  );
}
