import { numberOf, textOf } from "./primitives.ts";

/**
 * Number that survey-core recognises in an answer, else NaN: "1,5" is 1.5, " 5 " is 5, "0x1F" is 31, [5] is 5, -0 is 0;
 * text of more than 15 digits (an account number), true, null, dates and infinite numbers are no numbers.
 *
 * @source survey-core 3.0.0, Helpers.getNumber
 */
export function recognisedNumber(value: unknown): number {
  if (typeof value === "number") return Number.isFinite(value) ? value + 0 : Number.NaN;
  if (typeof value === "string") return numberInText(value.trim());
  if (typeof value !== "object" || value === null) return Number.NaN;
  const number = Number.parseFloat(textOf(value));
  return Number.isNaN(number) || !Number.isFinite(numberOf(value)) ? Number.NaN : number;
}

export function isNumber(value: unknown): boolean {
  return !Number.isNaN(recognisedNumber(value));
}

function numberInText(text: string): number {
  if (text === "" || !mayBeginNumber(text.charCodeAt(0))) return Number.NaN;
  if (text.startsWith("0x")) return text.length > 32 ? Number.NaN : Number.parseInt(text, 16);
  if (text.length > 15 && /^[0-9]+$/.test(text)) return Number.NaN;
  const written = withPoint(text);
  const number = Number.parseFloat(written);
  return Number.isNaN(number) || !Number.isFinite(Number(written)) ? Number.NaN : number;
}

/** Digits, signs, point and comma: no other character begins a number. */
function mayBeginNumber(code: number): boolean {
  return code >= 43 && code <= 57 && code !== 47;
}

/** A single comma is a decimal comma. */
function withPoint(text: string): string {
  const comma = text.indexOf(",");
  return comma >= 0 && !text.includes(",", comma + 1) ? text.replace(",", ".") : text;
}

/** Decimals of a number as it is written; 0 for what is none. */
function decimalsOf(value: unknown): number {
  if (typeof value === "number" ? Number.isInteger(value) || !Number.isFinite(value) : !isNumber(value))
    return 0;
  return textOf(value).split(".")[1]?.length ?? 0;
}

/** A sum or difference rounded to the decimals of its parts: 0.1 + 0.2 is 0.3. */
export function asSum(a: unknown, b: unknown, result: number): number {
  return rounded(result, Math.max(decimalsOf(a), decimalsOf(b)));
}

/** A product rounded to the decimals of both factors together. */
export function asProduct(a: unknown, b: unknown, result: number): number {
  return rounded(result, decimalsOf(a) + decimalsOf(b));
}

/** JavaScript rounds to at most 100 decimals. */
function rounded(result: number, decimals: number): number {
  return decimals > 0 && decimals <= 100 ? Number.parseFloat(result.toFixed(decimals)) : result;
}
