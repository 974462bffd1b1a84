import { element, xmlText } from "./xml.ts";

/** Points are EMU of 12,700. */
export const emu = (points: number): number => Math.round(points * 12_700);

export const solidFill = (rgb: string): string =>
  element("a:solidFill", {}, element("a:srgbClr", { val: rgb }));

export const outline = (rgb: string, points: number): string =>
  element("a:ln", { w: emu(points) }, solidFill(rgb));

export const noOutline = element("a:ln", {}, element("a:noFill"));

export const shape = (...properties: readonly string[]): string => element("c:spPr", {}, ...properties);

/** How text of an axis or a legend looks. */
export function textLook(rgb: string, points: number): string {
  return element(
    "c:txPr",
    {},
    element("a:bodyPr"),
    element("a:lstStyle"),
    element(
      "a:p",
      {},
      element("a:pPr", {}, element("a:defRPr", { sz: points * 100, b: 0 }, solidFill(rgb), latin)),
      element("a:endParaRPr", { lang: "en-US" }),
    ),
  );
}

/** A title of its own words, which nobody has to type again when the cells change. */
export function titleText(words: string, rgb: string, points: number): string {
  const look = [solidFill(rgb), latin];
  return element(
    "c:title",
    {},
    element(
      "c:tx",
      {},
      element(
        "c:rich",
        {},
        element("a:bodyPr"),
        element("a:lstStyle"),
        element(
          "a:p",
          {},
          element("a:pPr", {}, element("a:defRPr", { sz: points * 100, b: 1 }, ...look)),
          element(
            "a:r",
            {},
            element("a:rPr", { lang: "en-US", sz: points * 100, b: 1 }, ...look),
            element("a:t", {}, xmlText(words)),
          ),
        ),
      ),
    ),
    element("c:overlay", { val: 0 }),
  );
}

const latin = element("a:latin", { typeface: "Calibri" });
