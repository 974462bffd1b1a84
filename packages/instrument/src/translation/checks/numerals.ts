import { surplus, type TranslationCheck, tally } from "./check.ts";
import { withoutPlaceholders } from "./placeholders.ts";

export const numerals: TranslationCheck = {
  id: "numeral",
  why: "Another number asks about another amount, age or time.",
  severity: "warning",
  *check({ source, target }) {
    const [wanted, found] = [numbersIn(source), numbersIn(target)].map((all) => tally(all));
    if (!wanted || !found) return;
    for (const one of surplus(wanted, found)) yield `The number ${one} is missing.`;
    for (const one of surplus(found, wanted)) yield `The number ${one} is not in the source.`;
  },
};

/** Numbers in digits of any script, without the marks that group their digits; half a unit is 0.5. */
function numbersIn(text: string): string[] {
  const digits = withoutPlaceholders(text).replace(/(?![0-9])\p{Nd}/gu, (digit) => String(digitValue(digit)));
  return (digits.match(numbers) ?? []).map((number) =>
    grouped.test(number) ? number.replace(/\D/g, "") : number.replace(/[,٫]/, "."),
  );
}

const numbers = /\d{1,3}(?:[.,٬'’\u00a0\u202f ]\d{3})+(?!\d)|\d+(?:[.,٫]\d+)?/g;
const grouped = /^\d{1,3}(?:\D\d{3})+$/;

/** Digits of a script stand in a row of ten, from nought to nine (Unicode, general category Nd). */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  const isDigit = (one: number) => /\p{Nd}/u.test(String.fromCodePoint(one));
  let value = 0;
  while (value < 9 && isDigit(code - value - 1)) value++;
  return value;
}
