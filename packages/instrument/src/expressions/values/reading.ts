import { recognisedNumber } from "./numbers.ts";

/**
 * An answer as an expression sees it: "5" is 5, "True" is true, "'x'" is x; "007" and text stay as they are.
 *
 * @source survey-core 3.0.0, Const.getCorrectValue
 */
export function asRead(value: unknown): unknown {
  return typeof value === "string" && value !== "" ? textAsRead(value) : value;
}

function textAsRead(text: string): unknown {
  const first = text.charCodeAt(0);
  if (isLetter(first)) return isTruthWord(text) ? text.length === 4 : text;
  if ((first === 39 || first === 34) && text.length > 1 && isQuote(text.charCodeAt(text.length - 1)))
    return text.slice(1, -1);
  const number = recognisedNumber(text);
  return Number.isNaN(number) || beginsWithNeedlessZero(text) ? text : number;
}

/** "007" is a code, not a number; 0, 0.5 and 0x1F are numbers. */
function beginsWithNeedlessZero(text: string): boolean {
  return text.length > 1 && text[0] === "0" && text[1] !== "." && text[1] !== "," && !text.startsWith("0x");
}

function isTruthWord(text: string): boolean {
  if (text.length !== 4 && text.length !== 5) return false;
  const small = text.toLowerCase();
  return small === "true" || small === "false";
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isQuote(code: number): boolean {
  return code === 39 || code === 34;
}
