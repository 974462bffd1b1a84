import type { Localized } from "@tiltas/instrument/definition";
import type { IndicatorDefinition } from "../indicators/index.ts";
import type { Texts } from "./texts.ts";

/** A text in the workbook's language; failing that, in the one the definition falls back to. */
export function wording(text: Localized, language: "lt" | "en"): string {
  const order = [language, "default", "lt", "en", ...Object.keys(text)];
  const known = order.find((one) => text[one] !== undefined);
  return known === undefined ? "" : (text[known] ?? "");
}

/** An indicator's label with its unit, such as `Has a written contract, %`, unless the label gives it already. */
export function labelled({ label, unit }: IndicatorDefinition, { language, units }: Texts): string {
  const words = wording(label, language);
  return words.includes(units[unit]) ? words : `${words}, ${units[unit]}`;
}
